{# How many rows each value of a column has, as a map in the order of the values. #}
{% macro counts_by(dataset, column) -%}
    (
        select coalesce(map_from_entries(list((value, n) order by value)), map {})
        from (select {{ column }} as value, count(*) as n from {{ dataset }} group by all)
    )
{%- endmacro %}

{# A number of the log over the rows of a dataset; NULL for a day without rows. #}
{% macro share_of(dataset, number, of='total') -%}
    (select ({{ number }}) / nullif({{ of }}, 0) from log where dataset = '{{ dataset }}')
{%- endmacro %}

{# Rows that were rejected for these reasons, among others. No row has two of them. #}
{% macro rows_for() -%}
    {%- for reason in varargs -%}
        coalesce(reasons['{{ reason }}'], 0)
        {%- if not loop.last %} + {% endif -%}
    {%- endfor -%}
{%- endmacro %}

{# For each column that must not be missing, the share of the rows that lack it. #}
{% macro null_rates(dataset) -%}
    (
        select coalesce(map_from_entries(list((replace(reason, 'missing_', ''), n / nullif(total, 0)) order by reason)), map {})
        from (
            select total, unnest(map_keys(reasons)) as reason, unnest(map_values(reasons)) as n
            from log
            where dataset = '{{ dataset }}'
        )
        where starts_with(reason, 'missing_')
    )
{%- endmacro %}
