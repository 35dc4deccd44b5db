select 1 as id, 'x'::varchar as name, timestamp '2024-01-01' as at
