{{ config(options={'codec': 'zstd', 'row_group_size': 2048, 'format': 'parquet'}, location='by_codec') }}
select id, amount from {{ ref('plain') }}
