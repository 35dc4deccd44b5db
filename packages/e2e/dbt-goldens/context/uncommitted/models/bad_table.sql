{{ config(materialized='table') }} {% call statement('s') %}create or replace table made_by_bad_table as select 1 as x{% endcall %} select nocol from (select 1 as x)
