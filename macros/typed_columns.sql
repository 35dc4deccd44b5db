{#-
  The columns that a source declares, each cast to its `data_type`. One that the file lacks
  becomes a NULL of that type, and the run says so.
-#}
{% macro typed_columns(source_name, table_name) %}
    {%- set relation = source(source_name, table_name) -%}
    {%- if execute -%}
        {%- set declared = declared_columns(source_name, table_name) -%}
        {%- set present = run_query('select * from ' ~ relation ~ ' limit 0').column_names | map('lower') | list -%}
        {%- set missing = declared | map(attribute='name') | reject('in', present) | list -%}
        {%- if missing -%}
            {%- do exceptions.warn(
                source_name ~ '.' ~ table_name ~ ' lacks ' ~ missing | join(', ') ~ ': filled with NULL'
            ) -%}
        {%- endif -%}
        {%- for column in declared -%}
            cast({{ 'null' if column.name in missing else column.name }} as {{ column.data_type }}) as {{ column.name }}
            {{- ',\n    ' if not loop.last }}
        {%- endfor -%}
    {%- endif -%}
{% endmacro %}


{% macro declared_columns(source_name, table_name) %}
    {%- for table in graph.sources.values() if table.source_name == source_name and table.name == table_name -%}
        {%- do return(table.columns.values() | list) -%}
    {%- endfor -%}
{% endmacro %}
