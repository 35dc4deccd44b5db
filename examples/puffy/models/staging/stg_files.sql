{{ config(materialized='view') }}

select file_name, arg_max(file_path, "at") as file
from {{ btn_audit('loads') }}
where relation = 'raw.events' and phase in ('done', 'skipped')
group by file_name
