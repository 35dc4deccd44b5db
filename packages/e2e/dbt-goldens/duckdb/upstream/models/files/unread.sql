{{ config(location='unread.parquet') }}
select 1 as id
