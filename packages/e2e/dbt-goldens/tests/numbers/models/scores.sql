select 1.0::double as score, 1 as id
