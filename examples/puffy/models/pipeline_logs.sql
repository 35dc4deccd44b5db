{{ config(materialized='view') }}

select
    file_name,
    rows_read,
    rows_loaded,
    rows_rejected,
    rows_rejected / nullif(rows_read, 0) as error_rate,
    reasons,
    drift,
    checksum,
    duration_ms,
    coalesce(loaded_at, "at") as loaded_at,
    phase as status,
    message
from {{ btn_audit('loads') }}
where relation = 'raw.events' and phase <> 'started'
