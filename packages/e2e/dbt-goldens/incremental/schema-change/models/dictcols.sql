{{ config(materialized='incremental', on_schema_change='sync_all_columns') }}{% set step = var('step') | int %}
select i as id {% if step == 1 %}, {'a':1} as st, [1,2] as li{% elif step==2 %}, {'a':1,'b':2} as st, ['x'] as li, map{'k':1} as mp {% else %}, 1.25::decimal(10,2) as st{% endif %} from range({{step}},{{step}}+2) r(i)
