{{ config(materialized='incremental', on_schema_change='append_new_columns') }}{% set step = var('step') | int %}
select i as id, i*10*{{step}} as v {% if step > 1 %}, 'n' || i as "New Col", {{step}} as extra{% endif %} from range({{step}}, {{step}}+3) r(i)
