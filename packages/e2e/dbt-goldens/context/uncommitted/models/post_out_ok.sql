{{ config(post_hook={'sql': "{% call statement('s') %}create or replace table made_by_post_out_ok as select 1 as x{% endcall %} select 1", 'transaction': false}) }} select 1 as x
