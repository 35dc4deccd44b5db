{{ config(
  materialized='incremental', incremental_strategy='microbatch', event_time='clicked_at', batch_size='day', begin='2024-01-01'
) }}
select *, {{ is_incremental() }} as was_there, '{{ model.batch.id }}' as batch,
  '{{ model.config.__dbt_internal_microbatch_event_time_end }}' as batch_end
  {%- if model.batch.id in var('bad', []) %}, error('a bad day') as fault {% endif %}
from {{ ref('clicks') }}
