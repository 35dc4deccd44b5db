{% snapshot kept %}
{{ config(unique_key='id', strategy='timestamp', updated_at='seen') }}
select id, cast('2026-01-02' as timestamp) as seen
from {{ ref('plain') }}
{% endsnapshot %}
