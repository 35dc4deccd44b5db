{{ config(location='days.parquet') }}
select range as day, range * 2 as amount from range(3)
