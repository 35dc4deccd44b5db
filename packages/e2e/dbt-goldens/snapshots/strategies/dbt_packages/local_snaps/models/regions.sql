select 'eu' as region, {{ var('day', 1) }} // 2 as boss
