{{ config(materialized='table') }} {% call statement('s') %}create or replace table made_by_ok_table as select 1 as x{% endcall %} select 1 as x
