select id from {{ ref('orders') }} where state = '{{ var("state", "open") }}'
