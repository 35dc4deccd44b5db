{# The value of a parameter of a URL, NULL where it is missing or empty. #}
{% macro url_parameter(url, name) -%}
nullif(regexp_extract({{ url }}, '[?&]{{ name }}=([^&#]*)', 1, 'i'), '')
{%- endmacro %}
