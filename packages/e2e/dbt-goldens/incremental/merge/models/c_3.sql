{{ config(materialized='incremental', incremental_strategy='merge', unique_key='id', merge_clauses={'when_matched':[{'action':'update','mode':'star'}],'when_not_matched':[{'action':'insert','mode':'by_name'}]}) }}{% set step = var('step') | int %}
select i as id, i % 2 as k, {{step}} as v, i*{{step}} as w from range({{step}}, {{step}}+4) r(i)
