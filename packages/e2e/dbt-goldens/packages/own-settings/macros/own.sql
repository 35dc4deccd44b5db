{% test filled(model, column_name) %}{{ helper() }} from {{ model }} where {{ column_name }} = 17{% endtest %}
{% test not_null(model, column_name) %}{{ helper() }} from {{ model }} where {{ column_name }} is null{% endtest %}
{% macro helper() %}select *{% endmacro %}
