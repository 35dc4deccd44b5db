{{ config(materialized='incremental') }} {% call statement('s') %}create or replace table made_by_bad_incremental as select 1 as x{% endcall %} select nocol from (select 1 as x)
