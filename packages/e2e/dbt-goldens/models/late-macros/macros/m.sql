{% macro always() %}{{ inner() }}{% endmacro %}
{% macro inner() %}1{% endmacro %}
{% macro later() %}{{ inner() }}{% endmacro %}
{% macro ask() %}{{ return(run_query('select 2 as n').columns[0].values()[0]) }}{% endmacro %}
{% test rare(model, column_name) %}select * from {{ model }} where {% if execute %}{{ later() }}{% else %}1{% endif %} = 0{% endtest %}
