{% snapshot shot %}{{ config(unique_key='id', strategy='timestamp', updated_at='seen_at') }} select *, timestamp '2026-01-01' as seen_at from {{ ref('few') }}{% endsnapshot %}
