{% call statement('s') %}create or replace table made_by_committed as select 1 as x{% endcall %} {% do adapter.commit() %} select nocol
