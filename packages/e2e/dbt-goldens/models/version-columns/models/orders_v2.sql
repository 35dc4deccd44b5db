select 'a' as name, 1 as id, true as ok
