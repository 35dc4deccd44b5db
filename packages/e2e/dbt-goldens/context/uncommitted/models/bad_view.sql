{{ config(materialized='view') }} {% call statement('s') %}create or replace table made_by_bad_view as select 1 as x{% endcall %} select nocol from (select 1 as x)
