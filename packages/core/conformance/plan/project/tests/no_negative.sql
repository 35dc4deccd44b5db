{{ config(severity='warn', tags=['singular_tag']) }}
select * from {{ ref('fct_orders') }} o join {{ ref('raw_orders') }} using (id) where o.amount < 0
