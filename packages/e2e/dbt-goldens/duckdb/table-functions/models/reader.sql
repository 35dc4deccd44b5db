{{ config(materialized='table') }}
select o.*, c.n, a.total, r.n as rows
from {{ ref('orders_between') }}(10) as o, {{ ref('order_count') }}() as c, {{ ref('added') }}(1, 2) as a, {{ ref('rows_of') }}('orders') as r
