{{ config(materialized='incremental', incremental_strategy='microbatch', event_time='happened', batch_size='day', begin='2024-07-01') }}
select *, '{{ config.get("__dbt_internal_microbatch_event_time_start").strftime("%d/%m") if execute and model.batch }}' as day from {{ ref('events') }}
