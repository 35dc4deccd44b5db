{% set day = var('day', 1) %}
{% if day == 1 %}
select 1 as id, 'eu' as region, 'open' as state, timestamp '2024-01-01' as changed_at
union all select 2, 'eu', 'open', timestamp '2024-01-01'
union all select 3, 'us', null, timestamp '2024-01-01'
{% elif day == 2 %}
-- One has changed, one is gone, one is new, and there is a new column.
select 1 as id, 'eu' as region, 'paid' as state, timestamp '2024-01-02' as changed_at, 5 as amount
union all select 2, 'eu', 'open', timestamp '2024-01-01', 7
union all select 4, 'us', 'open', timestamp '2024-01-02', 9
{% else %}
-- One that was gone is back, another one has gone; a text that was null has one.
select 1 as id, 'eu' as region, 'paid' as state, timestamp '2024-01-02' as changed_at, {{ day }} as amount
union all select 3, 'us', 'sent', timestamp '2024-01-03', 8
union all select 4, 'us', 'open', timestamp '2024-01-02', 9
{% endif %}
