{{ config(materialized='table_function', parameters='t') }} select count(*) as n from query_table(t)
