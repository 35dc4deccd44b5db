{{ config(materialized='incremental', incremental_strategy='merge', unique_key='id', merge_clauses={'when_not_matched':[{'action':'update','by':'source','set_expressions':{'v':'-5'}},{'action':'insert','mode':'by_name','by':'target'}]}) }}{% set step = var('step') | int %}
select i as id, i % 2 as k, {{step}} as v, i*{{step}} as w from range({{step}}, {{step}}+4) r(i)
