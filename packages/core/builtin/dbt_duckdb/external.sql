{# Models that live in files: `external`, and `table_function` beside it. #}

{%- macro external_location(relation, config) -%}
  {%- set is_folder = config.get('options', {}).get('partition_by') is not none -%}
  {{- adapter.external_root() }}/{{ relation.identifier }}{{ '' if is_folder else '.' ~ config.get('format', 'parquet') -}}
{%- endmacro -%}

{%- macro location_exists(location) -%}
  {{ return(adapter.location_exists(location)) }}
{%- endmacro -%}

{%- macro write_to_file(relation, location, options) -%}
  {%- call statement('write_to_file') -%}
    copy {{ relation }} to '{{ location }}' ({{ options }})
  {%- endcall -%}
{%- endmacro -%}

{%- macro store_relation(plugin, relation, location, format, config) -%}
  {%- set columns = adapter.get_columns_in_relation(relation) -%}
  {% do adapter.store_relation(plugin, relation, columns, location, format, config) %}
{%- endmacro -%}

{#- The options of COPY; `format` and `delimiter` of the config itself win over those in `options`. -#}
{%- macro render_write_options(config) -%}
  {%- set options = config.get('options', {}) -%}
  {%- if options is not mapping -%}
    {% do exceptions.raise_compiler_error('The options argument must be a dictionary, not ' ~ options) %}
  {%- endif -%}
  {%- for key in options | list -%}
    {% do options.update({key: render(options[key])}) %}
  {%- endfor -%}
  {%- for key in ['format', 'delimiter'] if config.get(key) -%}
    {% do options.update({key: render(config.get(key))}) %}
  {%- endfor -%}
  {{ return(options) }}
{%- endmacro -%}

{#- What the runner must know of the file: where it is written, how (options of COPY), and the call that reads it back. -#}
{%- macro btn_external_file() -%}
  {%- set formats = ['csv', 'parquet', 'json'] -%}
  {%- set location = render(config.get('location', default=external_location(this, config))) -%}
  {%- set options = render_write_options(config) -%}
  {%- set write_options = adapter.external_write_options(location, options) -%}
  {%- set format = config.get('format') -%}
  {%- if format and format not in formats -%}
    {% do exceptions.raise_compiler_error('Invalid format: ' ~ format ~ '. Allowed formats are: ' ~ formats | join(', ')) %}
  {%- elif not format -%}
    {%- set written = options['format'] | lower -%}
    {%- set format = written if written in formats else 'parquet' -%}
  {%- endif -%}
  {%- set reader = duckdb_external_reader(format, adapter.external_read_location(location, options), options) -%}
  {{ return([location, write_options, reader, format]) }}
{%- endmacro -%}

{#- The function call that reads the file back. DuckDB knows a compression by a lower-case suffix only, so it is named. -#}
{%- macro duckdb_external_reader(format, location, options) -%}
  {%- set defaults = {'parquet': {'union_by_name': False}, 'csv': {'auto_detect': True}, 'json': {'auto_detect': True}} -%}
  {%- set read_options = dict(config.get(format ~ '_read_options', defaults[format])) -%}
  {%- if format != 'parquet' and options.get('compression') and 'compression' not in read_options -%}
    {% do read_options.update({'compression': options['compression']}) %}
  {%- endif -%}
  read_{{ format }}('{{ location }}'
  {%- for key, value in read_options.items() -%}
    , {{ key }}={{ "'" ~ value ~ "'" if value is string else value }}
  {%- endfor -%}
  )
{%- endmacro -%}

{#- A file of no rows would have no types: one row of nulls stands in it, and the view leaves it out. -#}
{%- macro btn_external_filler(relation) -%}
  insert into {{ relation }} values (
  {%- for column in adapter.get_columns_in_relation(relation) -%}
    null{{ ', ' if not loop.last }}
  {%- endfor -%}
  )
{%- endmacro -%}

{%- macro btn_external_view(relation, reader, columns) -%}
  create or replace view {{ relation }} as (
    select * from {{ reader }}
    {%- if columns is not none %}
    where 1
    {%- for column in columns %} and "{{ column.column }}" is not null{% endfor %}
    {%- endif %}
  );
{%- endmacro -%}

{%- macro btn_table_function(relation, sql) -%}
  {%- set parameters = config.get('parameters') -%}
  create or replace function {{ relation.render() }}(
    {%- if not parameters -%}
    {%- elif parameters is string or parameters is number -%}
      {{ parameters }}
    {%- else -%}
      {{ parameters | join(', ') }}
    {%- endif -%}
  ) as table (
    {{ sql }}
  );
{%- endmacro -%}

{#- For `on-run-start`: a fresh in-memory database has none of the views over files that earlier runs wrote. -#}
{%- macro register_upstream_external_models() -%}
  {%- if execute -%}
    {%- set upstream = [] -%}
    {%- for id in selected_resources if id in graph['nodes'] -%}
      {%- for parent in graph['nodes'][id]['depends_on']['nodes'] if parent not in selected_resources and parent not in upstream -%}
        {% do upstream.append(parent) %}
      {%- endfor -%}
    {%- endfor -%}
    {%- set schemas = [] -%}
    {%- for id in upstream if id in graph['nodes'] -%}
      {%- set node = graph['nodes'][id] -%}
      {%- if node.resource_type in ['model', 'seed'] and node.config.materialized == 'external' -%}
        {%- set relation = api.Relation.create(database=node['database'], schema=node['schema'], identifier=node['alias']) -%}
        {%- if relation.schema not in schemas -%}
          {% do schemas.append(relation.schema) %}
          {%- call statement('main') -%} create schema if not exists {{ relation.without_identifier() }} {%- endcall -%}
        {%- endif -%}
        {%- set location = render(node.config.get('location', external_location(relation, node.config))) -%}
        {%- set read_location = adapter.external_read_location(location, render_write_options(node.config)) -%}
        {%- call statement('main') -%} create or replace view {{ relation }} as (select * from '{{ read_location }}'); {%- endcall -%}
      {%- endif -%}
    {%- endfor -%}
    {%- if schemas -%}
      {% do adapter.commit() %}
    {%- endif -%}
  {%- endif -%}
{%- endmacro -%}
