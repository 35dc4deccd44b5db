select max(id) from {{ ref('orders') }}
