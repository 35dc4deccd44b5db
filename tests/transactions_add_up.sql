-- net = gross − discount + tax, to the cent. An amount that is missing does not add up either.
select
    transaction_id,
    net_amount,
    gross_amount - discount_amount + tax_amount as expected_net_amount
from {{ ref('fact_transactions') }}
where (abs(net_amount - expected_net_amount) <= 0.01) is not true
