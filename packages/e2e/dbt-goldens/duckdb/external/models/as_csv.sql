{{ config(format='csv', delimiter='|', csv_read_options={'delim': '|', 'header': true}) }}
select * from {{ ref('days') }}
