{{ config(materialized='table') }}
select range as day, range::hugeint * 10 as amount, interval (range) hour as gap
from range({{ var('days') }})
