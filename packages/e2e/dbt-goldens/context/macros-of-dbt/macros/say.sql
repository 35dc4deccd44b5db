{# A line of the compiled file: what an expression gives, with one space between words. #}
{% macro say(value) %}-- {{ (value | string).split() | join(' ') }}
{% endmacro %}
