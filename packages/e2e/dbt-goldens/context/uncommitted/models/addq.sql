{% do adapter.add_query('create or replace table made_by_addq as select 1 as x') %} select nocol
