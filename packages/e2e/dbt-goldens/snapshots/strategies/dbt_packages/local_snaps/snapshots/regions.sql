{% snapshot region_bosses %}
{{ config(unique_key='region', strategy='check', check_cols=['boss'], alias='bosses', schema='people') }}
select * from {{ ref('regions') }}
{% endsnapshot %}
