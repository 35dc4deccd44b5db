{{ config(format='csv', delimiter=';', csv_read_options={'delim': ';', 'header': true, 'auto_detect': true}) }}
select id, amount, sold_on from {{ ref('sales') }}
