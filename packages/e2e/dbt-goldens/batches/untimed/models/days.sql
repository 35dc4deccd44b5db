{{ config(materialized='incremental', incremental_strategy='microbatch', event_time='happened', batch_size='day', begin='2024-07-01') }}
select * from {{ ref('events') }}
