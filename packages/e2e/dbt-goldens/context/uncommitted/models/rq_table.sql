{{ config(materialized='table') }} {% do run_query('create or replace table made_by_rq_table as select 1 as x') %} select nocol from (select 1 as x)
