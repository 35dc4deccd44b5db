{# A version begins when the amount has grown. #}
{% macro snapshot_growth_strategy(node, snapshotted_rel, current_rel, model_config, target_exists) %}
  {% do return({
    'unique_key': 'id',
    'updated_at': 'changed_at',
    'row_changed': snapshotted_rel ~ '.id + 1 < ' ~ current_rel ~ '.' ~ config.get('grows'),
    'scd_id': snapshot_hash_arguments(['id', 'changed_at', "'growth'"]),
    'hard_deletes': 'ignore',
    'invalidate_hard_deletes': false
  }) %}
{% endmacro %}
