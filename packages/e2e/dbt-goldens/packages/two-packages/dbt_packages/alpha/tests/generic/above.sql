{% test above(model, column_name, floor) %}select * from {{ model }} where {{ column_name }} < {{ floor }}{% endtest %}
