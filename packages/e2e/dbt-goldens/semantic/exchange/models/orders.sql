select 1 as id, 1 as customer_id, 1 as shop_id, 10 as amount, true as paid, date '2026-01-01' as ordered_on
