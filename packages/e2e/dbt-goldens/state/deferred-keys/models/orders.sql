-- depends_on: {{ ref('customers') }}
select 1 as id, 1 as customer_id, {{ function('double_it') }}(1) as doubled
