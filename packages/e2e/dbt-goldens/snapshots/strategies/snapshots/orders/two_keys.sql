{% snapshot two_keys %}
  {{ config(strategy='check', check_cols='all', hard_deletes='invalidate') }}
  select * from {{ ref('orders') }}
{% endsnapshot %}

{% snapshot two_keys_ending %}
  {{ config(
    strategy='check',
    unique_key=['id', 'region'],
    check_cols=['STATE', 'region'],
    updated_at='changed_at',
    hard_deletes='new_record',
    dbt_valid_to_current="timestamp '9999-12-31'"
  ) }}
  select * from {{ ref('orders') }}
{% endsnapshot %}
