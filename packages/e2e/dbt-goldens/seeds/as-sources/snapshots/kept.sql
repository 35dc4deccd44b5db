{% snapshot kept %}
{{ config(unique_key='id', strategy='timestamp', updated_at='at') }}
select * from {{ source('raw', 'returns') }}
{% endsnapshot %}
