{# Descriptions as comments in the database. #}

{%- macro persist_docs(relation, model, for_relation=true, for_columns=true) -%}
  {{ return(adapter.dispatch('persist_docs', 'dbt')(relation, model, for_relation, for_columns)) }}
{%- endmacro -%}

{%- macro default__persist_docs(relation, model, for_relation, for_columns) -%}
  {%- if for_relation and model.description and config.persist_relation_docs() -%}
    {% do run_query(alter_relation_comment(relation, model.description)) %}
  {%- endif -%}
  {%- if for_columns and model.columns and config.persist_column_docs() -%}
    {%- set names = adapter.get_columns_in_relation(relation) | map(attribute='name') | list -%}
    {%- set comments = alter_column_comment(relation, validate_doc_columns(relation, model.columns, names)) -%}
    {%- if comments and comments | trim -%}
      {% do run_query(comments) %}
    {%- endif -%}
  {%- endif -%}
{%- endmacro -%}

{# Those of the described columns that exist; warns about the others. #}
{%- macro validate_doc_columns(relation, column_dict, existing_column_names) -%}
  {%- set folded = existing_column_names | map('lower') | list -%}
  {%- set known, unknown = {}, [] -%}
  {%- for name, column in column_dict.items() -%}
    {%- if (name in existing_column_names if column['quote'] else name | lower in folded) -%}
      {% do known.update({name: column}) %}
    {%- else -%}
      {% do unknown.append(name) %}
    {%- endif -%}
  {%- endfor -%}
  {%- if unknown -%}
    {% do exceptions.warn(
      'In relation ' ~ relation.render()
      ~ ': The following columns are specified in the schema but are not present in the database: ' ~ unknown | join(', ')
    ) %}
  {%- endif -%}
  {{ return(known) }}
{%- endmacro -%}

{%- macro alter_relation_comment(relation, relation_comment) -%}
  {{ return(adapter.dispatch('alter_relation_comment', 'dbt')(relation, relation_comment)) }}
{%- endmacro -%}

{%- macro default__alter_relation_comment(relation, relation_comment) -%}
  {% do exceptions.raise_not_implemented('The adapter ' ~ adapter.type() ~ ' has no alter_relation_comment') %}
{%- endmacro -%}

{%- macro alter_column_comment(relation, column_dict) -%}
  {{ return(adapter.dispatch('alter_column_comment', 'dbt')(relation, column_dict)) }}
{%- endmacro -%}

{%- macro default__alter_column_comment(relation, column_dict) -%}
  {% do exceptions.raise_not_implemented('The adapter ' ~ adapter.type() ~ ' has no alter_column_comment') %}
{%- endmacro -%}

{# For materializations that are not templates: `model` is a name that only templates have. #}
{%- macro btn_persist_docs(relation) -%}
  {% do persist_docs(relation, model) %}
{%- endmacro -%}
