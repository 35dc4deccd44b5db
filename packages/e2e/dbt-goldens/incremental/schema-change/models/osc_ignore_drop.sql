{{ config(materialized='incremental', on_schema_change='ignore') }}{% set step = var('step') | int %}
select i as id {% if step == 1 %}, 'gone' as dropped, 7 as "Mixed"{% endif %}, {{step}} as s from range({{step}}, {{step}}+3) r(i)
