{% test filled(model, column_name) %}select * from {{ model }} where {{ column_name }} is null{% endtest %}
{% test alone(model, column_name) %}select * from {{ model }} where {{ column_name }} < 0{% endtest %}
