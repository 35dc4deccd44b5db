{{ config(
  materialized='incremental', incremental_strategy='microbatch', event_time='clicked_at', batch_size='hour',
  begin='2024-01-01 05:30', incremental_predicates=["id <> 3"], full_refresh=false, tags=['hourly']
) }}
select * from {{ ref('clicks') }}
