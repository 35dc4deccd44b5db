{% macro day_type() %}{{ return(adapter.dispatch('day_type', 'calendar')()) }}{% endmacro %}
{% macro default__day_type() %}date{% endmacro %}

{% macro week_type() %}week{% endmacro %}

{# Reaches day_type by way of another macro, and week_type not at all. #}
{% macro is_day(column) %}{{ column }}::{{ calendar.day_type() }} is null{% endmacro %}

{% test only_days(model, column_name, wanted) %}
  select * from {{ model }} where {{ calendar.is_day(column_name) }} or '{{ wanted }}' = ''
{% endtest %}
