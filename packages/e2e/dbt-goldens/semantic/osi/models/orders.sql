select 1 as order_id, 7 as uid, 3 as fk, 10.5 as amount, date '2024-01-01' as ds, 'red' as color
