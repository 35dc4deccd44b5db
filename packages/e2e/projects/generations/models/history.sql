{{ config(materialized='incremental', incremental_strategy='append') }}
select id, generation from {{ ref('first') }} where id < 20000
