{{ config(partitioned_by=['day(seen_at)', 'region'], sorted_by='seen_at') }}
{%- set parts = duckdb__get_partitioned_by(this, false) %}
select
    {{ adapter.is_ducklake(this) }} as is_lake,
    {{ 'is_ducklake' in target }} as is_told
{# the statement that a table is made with #}
/*
{{ duckdb__create_table_as(false, this, 'select 1 as seen_at', 'sql', partitioned_by=parts) }}
*/
