{% macro generate_schema_name(custom, node) %}
  {%- if custom == 'nothing' %}{{ return(none) }}
  {%- else %}{{ target.schema }}{% endif %}
{% endmacro %}
{% macro generate_database_name(custom, node) %}
  {%- if custom == 'nothing' %}{{ return(none) }}
  {%- else %}{{ target.database }}{% endif %}
{% endmacro %}
