{{ config(post_hook={'sql': "{% call statement('s') %}create or replace table made_by_post_out_blank as select 1 as x{% endcall %}", 'transaction': false}) }} select 1 as x
