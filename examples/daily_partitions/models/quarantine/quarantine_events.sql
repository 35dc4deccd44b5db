{{ config(
    materialized='external',
    location=var('out_dir') ~ '/quarantine/events',
    partition={'by': 'ingest_date', 'order_by': ['event_id', 'line_number']},
) }}
{{ rejected_rows('events', [
    'event_id', 'customer_id', 'event_time', 'event_type', 'platform', 'session_id', 'duration_ms',
]) }}
