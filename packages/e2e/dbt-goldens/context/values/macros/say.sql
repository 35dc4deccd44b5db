{# A line of the compiled file: what an expression gives. #}
{% macro say(name, value) %}-- {{ name }}: {{ (value | string) | replace('\n', '\\n') }}
{% endmacro %}

{% macro describe(word) %}
  {% do log(word ~ ' ' ~ model.name ~ ' ' ~ (this is defined), info=true) %}
{% endmacro %}
