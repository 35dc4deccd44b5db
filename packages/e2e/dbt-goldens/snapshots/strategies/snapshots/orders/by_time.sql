{% snapshot by_time %}
  {{ config(strategy='timestamp', updated_at='changed_at', tags=['history']) }}
  select * from {{ ref('orders') }} -- as it is
{% endsnapshot %}

{% snapshot by_time_invalidating %}
  {{ config(strategy='timestamp', updated_at='changed_at', invalidate_hard_deletes=true, target_schema='kept') }}
  select * from {{ ref('orders') }}
{% endsnapshot %}

{% snapshot with_own_strategy %}
  {{ config(strategy='growth', grows='length(state)') }}
  select * from {{ ref('orders') }}
{% endsnapshot %}

{% snapshot left_out %}
  {{ config(strategy='check', check_cols='all', enabled=false) }}
  select * from {{ ref('orders') }}
{% endsnapshot %}
