{{ config(materialized='incremental', on_schema_change='nonsense') }}{% set step = var('step') | int %}
select i as id, {% if step == 1 %}i::integer{% elif step==2 %}(i + 3000000000)::bigint{% else %}('x'||i)::varchar{% endif %} as v, {% if step==1 %}'a'::varchar(10){% else %}1.5::double{% endif %} as w from range({{step}}, {{step}}+3) r(i)
