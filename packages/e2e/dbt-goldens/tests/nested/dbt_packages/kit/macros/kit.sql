{% macro number_type() %}integer{% endmacro %}

{# While a test is read, the other macros of the package are there without its name. #}
{% macro nothing() %}select cast(null as {{ number_type() }}) as id limit 0{% endmacro %}

{% test at_least(model, column_name, least) %}
  {% if execute %}
    select * from {{ model }} where {{ column_name }} < {{ least }}
  {% else %}
    {{ kit.nothing() }}
  {% endif %}
{% endtest %}

{% test counted(model) %}
  {% set how %}sum(case when id > 2 then 1 else 0 end){% endset %}
  {{ config(fail_calc=how) }}
  select * from {{ model }}
{% endtest %}

{% macro least() %}1{% endmacro %}
