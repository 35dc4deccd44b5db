select 1 as id, 1 as shop_id, 'x' as country, date '2026-01-01' as seen_on
