{{ config(materialized='incremental', on_schema_change='append_new_columns', contract={'enforced':true}) }}{% set step = var('step') | int %}
select i::integer as id {% if step>1 %}, 'x'::varchar as extra{% endif %} from range({{step}},{{step}}+2) r(i)
