{% macro noting(what) %}insert into log values ('{{ what }}'){% endmacro %}
{% macro at_end() %}insert into log values ('end'){% endmacro %}
{% macro late() %}{{ inner() }}{% endmacro %}
{% macro inner() %}1{% endmacro %}
{% macro early() %}2{% endmacro %}
{% macro least() %}{{ return(0) }}{% endmacro %}
{% macro get_where_subquery(relation) %}
  {% set where = config.get('where') %}
  {% if where %}(select * from {{ relation }} where {{ wherever(where) }}) as wanted{% else %}{{ relation }}{% endif %}
{% endmacro %}
{% macro wherever(where) %}{{ where }}{% endmacro %}
{% test above(model, column_name, value) %}
  select * from {{ model }} where {{ column_name }} <= {{ value }}
{% endtest %}
