{% test own(model, column_name) %}{{ config(tags=['macro', 'zoo']) }}select * from {{ model }} where {{ column_name }} < 0{% endtest %}
