{{ config(materialized='view') }} {% call statement('s') %}create or replace table made_by_ok_view as select 1 as x{% endcall %} select 1 as x
