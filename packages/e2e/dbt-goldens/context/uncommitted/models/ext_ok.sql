{{ config(materialized='external', location='ext_ok.parquet') }} {% call statement('s') %}create or replace table made_by_ext_ok as select 1 as x{% endcall %} select 1 as x
