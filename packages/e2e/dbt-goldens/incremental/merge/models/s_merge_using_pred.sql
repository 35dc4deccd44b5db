{{ config(materialized='incremental', incremental_strategy='merge', merge_on_using_columns=['id'], incremental_predicates=['DBT_INTERNAL_DEST.id > 2']) }}{% set step = var('step') | int %}
select i as id, i % 2 as k, {{step}} as v, i*{{step}} as w from range({{step}}, {{step}}+4) r(i)
