{{ config(
    materialized='external',
    location=var('out_dir') ~ '/metrics/daily_metrics',
    partition={'by': 'ingest_date', 'order_by': ['ingest_date']},
) }}
{#- One row per day. Shares are of the rows after deduplication, but those of duplicates: they are of the rows read. -#}
{%- set breakdowns = {
    'customers': ['country', 'status'],
    'events': ['event_type', 'platform'],
    'orders': ['currency', 'status'],
} %}
with log as (

    select * from {{ ref('load_log') }}

),

{% for dataset in breakdowns %}
{{ dataset }} as (

    select * from {{ ref('clean_' ~ dataset) }}

),

{% endfor %}
days as (

    select distinct ingest_date from log

)

select
    ingest_date,
    {%- for dataset in breakdowns %}

    (select total from log where dataset = '{{ dataset }}') as {{ dataset }}_total,
    (select clean from log where dataset = '{{ dataset }}') as {{ dataset }}_clean,
    (select quarantine from log where dataset = '{{ dataset }}') as {{ dataset }}_quarantine,
    {%- for column in breakdowns[dataset] %}
    {{ counts_by(dataset, column) }} as {{ dataset }}_by_{{ column }},
    {%- endfor %}
    {{ share_of(dataset, 'duplicate_rows + duplicate_keys', of='rows_read') }} as {{ dataset }}_duplicate_rate,
    {{ null_rates(dataset) }} as {{ dataset }}_null_rates,
    {%- endfor %}

    (
        select count(distinct customer_id)
        from (select customer_id from events union all select customer_id from orders)
    ) as active_customers,

    {{ share_of('customers', rows_for('missing_created_at', 'created_at_out_of_range')) }} as customers_invalid_time_rate,
    {{ share_of('events', rows_for('invalid_event_time')) }} as events_invalid_time_rate,
    {{ share_of('orders', rows_for('invalid_order_time')) }} as orders_invalid_time_rate,
    {{ share_of('events', rows_for('orphan_customer_id')) }} as events_orphan_rate,
    {{ share_of('orders', rows_for('orphan_customer_id')) }} as orders_orphan_rate,

    (select count_if(session_id is null) / nullif(count(*), 0) from events) as clean_events_without_session_rate,
    (select count_if(duration_ms is null) / nullif(count(*), 0) from events) as clean_events_without_duration_rate,

    (select quantile_cont(duration_ms, 0.5) from events) as duration_ms_p50,
    (select quantile_cont(duration_ms, 0.95) from events) as duration_ms_p95,
    (select quantile_cont(amount, 0.5) from orders) as amount_p50,
    (select quantile_cont(amount, 0.95) from orders) as amount_p95
from days
