{% do adapter.execute('create or replace table made_by_exec_nob as select 1 as x') %}{% do adapter.execute('create or replace table made_by_exec_b as select 1 as x', auto_begin=True) %} select nocol
