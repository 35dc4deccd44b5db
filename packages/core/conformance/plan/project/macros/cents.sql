{% macro cents(col) %} ({{ col }} / 100) {% endmacro %}
{% test positive(model, column_name, strict=true) %} select * from {{ model }} where {{ column_name }} < 0 {% endtest %}
