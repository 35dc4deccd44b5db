-- The newest load of each file whose events count.
select
    strptime(regexp_extract(loads.file_name, '[0-9]{8}'), '%Y%m%d')::date as date,
    loads.file_name,
    loads.rows_read,
    loads.rows_loaded,
    loads.rows_rejected,
    round(loads.rows_rejected / nullif(loads.rows_read, 0), 4) as error_rate,
    array_to_string(map_keys(loads.reasons), ', ') as reasons,
    array_to_string(from_json(loads.drift -> 'missing', '["VARCHAR"]'), ', ') as missing
from {{ btn_audit('last_loads') }} as loads
join {{ ref('stg_files') }} as files on files.file = loads.file_path
where loads.relation = 'raw.events' and loads.phase = 'done'
order by loads.file_name
