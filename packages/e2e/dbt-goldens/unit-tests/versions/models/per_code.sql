select code, count(*) as n, {{ var('low', 5) }} as low from {{ ref('prices', v=1) }} group by all
