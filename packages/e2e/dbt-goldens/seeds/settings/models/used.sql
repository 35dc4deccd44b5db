select p.a, w.code, w.amount from {{ ref('pipes') }} p cross join {{ ref('wide') }} w
