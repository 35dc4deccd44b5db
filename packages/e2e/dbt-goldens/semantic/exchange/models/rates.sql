select 'x' as country, date '2026-01-01' as starts_on, date '2026-02-01' as ends_on
