select customer, count(*) as orders, sum(amount_eur) as total_eur
from {{ ref('kept') }} group by all
