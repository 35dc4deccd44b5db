{% test below(model, column_name, most) %}select * from {{ model }} where {{ column_name }} > {{ most }}{% endtest %}
