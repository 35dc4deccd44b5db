{{ config(parquet_read_options={'union_by_name': true, 'filename': false}) }}
select * from {{ ref('days') }} where amount < 0
