{{ config(materialized='incremental', incremental_strategy='merge', unique_key='id', merge_update_set_expressions={'v': 'DBT_INTERNAL_DEST.v + DBT_INTERNAL_SOURCE.v', 'w': '-1'}) }}{% set step = var('step') | int %}
select i as id, i % 2 as k, {{step}} as v, i*{{step}} as w from range({{step}}, {{step}}+4) r(i)
