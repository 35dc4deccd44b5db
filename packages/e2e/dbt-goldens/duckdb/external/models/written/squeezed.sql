{{ config(location='squeezed.csv.gz', options={'header': true}) }}
select id, region from {{ ref('sales') }}
