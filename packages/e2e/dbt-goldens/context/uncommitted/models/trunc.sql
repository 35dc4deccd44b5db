{% if execute %}{% do run_query('create or replace table truncd as select 1 as x') %}{% do adapter.truncate_relation(api.Relation.create(schema='main',identifier='truncd')) %}{% endif %} select nocol
