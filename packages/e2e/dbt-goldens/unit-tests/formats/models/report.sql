select o.id, o.country, c.name, o.amount * {{ var('rate') }} as amount, day, ok from {{ ref('eph') }} o left join {{ ref('countries') }} c on lower(o.country) = c.code
