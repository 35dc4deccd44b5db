{{ config(materialized='view') }}
select max(generation) as generation from {{ ref('third') }}
