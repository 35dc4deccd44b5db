-- </script><script>window.hit = 'comment'</script>
select id as order_id, customer as customer_id, amount, status, email, ordered_at
from {{ source('raw', 'orders') }}
