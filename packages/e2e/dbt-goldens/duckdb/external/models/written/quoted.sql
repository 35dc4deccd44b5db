{{ config(location='quoted.csv', options={'quote': '"', 'null': 'nil', 'force_quote': 'region', 'delimiter': "{{ '|' }}"}) }}
select id, case when id > 1 then region end as region from {{ ref('sales') }}
