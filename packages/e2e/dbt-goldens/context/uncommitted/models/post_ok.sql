{{ config(post_hook="{% call statement('s') %}create or replace table made_by_post_ok as select 1 as x{% endcall %} select 1") }} select 1 as x
