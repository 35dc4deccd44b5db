{% call statement('s') %}create or replace table made_by_test_pass as select 1 as x{% endcall %} select 1 where false
