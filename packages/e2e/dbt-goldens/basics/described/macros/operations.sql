{% macro add_people(names, table='extra') %}
  {% do run_query('create table if not exists ' ~ table ~ ' (name varchar)') %}
  {% for name in names %}
    {% do run_query("insert into " ~ table ~ " values ('" ~ name ~ "')") %}
  {% endfor %}
{% endmacro %}
{% macro breaks() %}{% do exceptions.raise_compiler_error('never') %}{% endmacro %}
