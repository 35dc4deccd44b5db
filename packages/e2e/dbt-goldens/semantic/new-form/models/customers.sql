select 7 as customer_id, 'ann' as customer_name, date '2023-01-01' as first_seen
