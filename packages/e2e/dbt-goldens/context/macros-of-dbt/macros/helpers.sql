{% macro base() %}{{ return(ref('base').incorporate(type='table')) }}{% endmacro %}
{% macro cols() %}{{ return([api.Column('id','integer'), api.Column('name','varchar')]) }}{% endmacro %}
{% macro args() %}{{ return({'target_relation': base(), 'temp_relation': api.Relation.create(identifier='tmp'), 'unique_key': 'id', 'dest_columns': cols(), 'incremental_predicates': none}) }}{% endmacro %}
{% macro colnames() %}{{ return({'dbt_valid_to':'dbt_valid_to','dbt_valid_from':'dbt_valid_from','dbt_scd_id':'dbt_scd_id','dbt_updated_at':'dbt_updated_at','dbt_is_deleted':'dbt_is_deleted'}) }}{% endmacro %}
{% macro strat() %}{{ return({'unique_key':'id','updated_at':'at','row_changed':'x','scd_id':'md5(id)','invalidate_hard_deletes':false,'hard_deletes':'ignore'}) }}{% endmacro %}
