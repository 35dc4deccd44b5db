{% call statement('s') %}create or replace table made_by_test_fail as select 1 as x{% endcall %} select 1
