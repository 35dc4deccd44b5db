{{ config(materialized='table') }} select i as id, i * 10 as amount from range(5) t(i)
