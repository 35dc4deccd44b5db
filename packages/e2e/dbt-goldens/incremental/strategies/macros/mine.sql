
{% macro get_incremental_mine_sql(arg_dict) %}
  {% do return("insert into " ~ arg_dict['target_relation'] ~ " select * replace (-1 as v) from " ~ arg_dict['temp_relation']) %}
{% endmacro %}
{% macro get_incremental_mine_too_sql(arg_dict) %}
  insert into {{ arg_dict.target_relation }} ({{ get_quoted_csv(arg_dict.dest_columns | map(attribute='name')) }}) select id, k, -2, w from {{ arg_dict.temp_relation }}
{% endmacro %}
