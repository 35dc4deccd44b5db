{{ config(materialized='incremental', incremental_strategy='delete+insert', unique_key='id') }}{% set step = var('step') | int %}
select i as id, i % 2 as k, {{step}} as v, i*{{step}} as w from range({{step}}, {{step}}+4) r(i) union all select i as id, i % 2 as k, {{step}} as v, i*{{step}} as w from range({{step}}, {{step}}+4) r(i)
