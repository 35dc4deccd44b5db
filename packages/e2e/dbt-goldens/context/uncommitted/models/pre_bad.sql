{{ config(pre_hook="{% call statement('s') %}create or replace table made_by_pre_bad as select 1 as x{% endcall %} select 1") }} select nocol
