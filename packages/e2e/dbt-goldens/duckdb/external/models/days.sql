select date '2026-03-01' + range::int as day, range * 10 as amount, 'd' || range as label
from range({{ var('days') }})
