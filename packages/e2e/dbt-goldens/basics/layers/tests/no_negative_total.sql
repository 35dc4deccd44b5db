select * from {{ ref('customers') }} where total_eur < 0
