{{ config(location='out/zipped.csv.gz', options={'quote': '"', 'header': true}) }}
select * from {{ ref('days') }}
