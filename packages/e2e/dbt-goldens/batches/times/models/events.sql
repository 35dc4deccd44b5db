{{ config(event_time='happened') }}
select timestamp '2024-07-01' + interval 1 day * i as happened, i from range(5) t(i)
