select 2 as id, * exclude (id) from {{ ref('dim_customers') }}
