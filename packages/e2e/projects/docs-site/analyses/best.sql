select * from {{ ref('customers') }} order by amount_cents desc
