{{ config(options={'partition_by': 'amount, label', 'overwrite_or_ignore': true, 'codec': 'zstd'}) }}
select * from {{ ref('days') }}
