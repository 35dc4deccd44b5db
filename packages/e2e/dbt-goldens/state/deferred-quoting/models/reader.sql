select customers.id from {{ ref('customers') }} as customers join {{ ref('regions') }} as regions on true
