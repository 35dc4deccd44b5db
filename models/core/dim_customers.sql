select
    customer_id,
    name,
    email,
    phone,
    country,
    segment,
    is_vip,
    marketing_opt_in,
    signup_date,
    lifetime_value
from {{ source('bronze', 'customers') }}
