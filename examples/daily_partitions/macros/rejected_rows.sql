{#
  The rows of raw.<table> that were rejected, as they were read, with their line and all their reasons. Those that
  a later load of the same day replaced, or that were replayed, are no longer among them.
#}
{% macro rejected_rows(table, columns) %}
-- depends_on: {{ source('raw', table) }}
select
    {%- for column in columns %}
    raw['{{ column }}'] as {{ column }},
    {%- endfor %}
    line_number,
    error_reason as reject_reason,
    cast("partition" as date) as ingest_date
from {{ source('quarantine', 'raw__' ~ table) }}
where superseded_at is null and replayed_at is null
{% endmacro %}
