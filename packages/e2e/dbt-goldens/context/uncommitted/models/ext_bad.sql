{{ config(materialized='external', location='ext_bad.parquet') }} {% call statement('s') %}create or replace table made_by_ext_bad as select 1 as x{% endcall %} select nocol
