{{ config(
  materialized='incremental', incremental_strategy='microbatch', event_time='clicked_at', batch_size='month',
  begin=modules.datetime.datetime(2023, 12, 5), concurrent_batches=true, lookback=2
) }}
select id, clicked_at, {% if is_incremental() %}(select count(*) from {{ this }}){% else %}-1{% endif %} as before
from {{ ref('clicks').render() }}
