{{ config(materialized='view', event_time='ingest_date') }}
-- What the loads of each day counted.
select
    "partition" as ingest_date,
    replace(relation, 'raw.', '') as dataset,
    rows_read,
    rows_read - duplicate_rows - duplicate_keys as total,
    rows_loaded as clean,
    rows_rejected as quarantine,
    duplicate_rows,
    duplicate_keys,
    reasons
from {{ btn_audit('last_loads') }}
where relation in ('raw.customers', 'raw.events', 'raw.orders')
