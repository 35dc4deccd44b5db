{{ config(materialized='table', event_time='clicked_at') }}
select i as id, timestamp '2024-01-01' + to_hours(i * 9) as clicked_at from range(16) r(i)
