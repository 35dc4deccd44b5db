{{ config(materialized='incremental') }} {% call statement('s') %}create or replace table made_by_ok_incremental as select 1 as x{% endcall %} select 1 as x
