{{ config(location='target/zipped.csv.gz', options={'quote': '"', 'header': true}) }}
select * from {{ ref('days') }}
