{{ config(materialized='external', location='target/out/file.parquet') }}
select id, generation from {{ ref('third') }}
