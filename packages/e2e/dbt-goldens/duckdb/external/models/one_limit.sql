{{ config(materialized='table_function', parameters='low') }}
select * from {{ ref('days') }} where amount >= low
