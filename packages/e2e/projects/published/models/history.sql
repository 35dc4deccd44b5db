{{ config(materialized='incremental', unique_key='generation') }}
select generation, count(*) as n from {{ ref('third') }} group by generation
