{{ config(pre_hook={'sql': "{% call statement('s') %}create or replace table made_by_pre_out_bad as select 1 as x{% endcall %} select 1", 'transaction': false}) }} select nocol
