select sum(amount) as amount, {{ cents('amount') }} as x, count(*) n from {{ ref('fct_orders') }} group by amount
