{{ config(materialized='view', event_time='ingest_date') }}
-- What the load of each day counted, the newest where a day was loaded again.
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
from {{ btn_audit('loads') }}
where phase = 'done' and relation in ('raw.customers', 'raw.events', 'raw.orders')
qualify row_number() over (partition by relation, "partition" order by "at" desc) = 1
