-- depends_on: {{ ref('base') }} {{ ref('people') }}
{% if execute %}
{{ say(get_drop_sql(base())) }}
{{ say(drop_table(base())) }}
{{ say(drop_view(base())) }}
{{ say(drop_materialized_view(base())) }}
{{ say(make_temp_relation(base()).type) }}
{{ say(make_temp_relation(base()).schema) }}
{{ say(make_intermediate_relation(base())) }}
{{ say(make_backup_relation(base(),'table')) }}
{{ say(make_backup_relation(base(),'view').type) }}
{{ say(load_relation(base())) }}
{{ say(load_cached_relation(base()).type) }}
{{ say(get_or_create_relation(target.database,'main','zz','table')) }}
{{ say(get_or_create_relation(target.database,'main','base','table')) }}
{{ say(should_full_refresh()) }}
{{ say(make_hook_config('select 1',true)) }}
{{ say(before_begin('x')) }}
{{ say(in_transaction('x')) }}
{{ say(get_incremental_append_sql(args())) }}
{{ say(get_incremental_merge_sql(args())) }}
{{ say(get_delete_insert_merge_sql(base(),'src',['id','name'],cols(),['1=1'])) }}
{{ say(get_insert_into_sql(base(),'src',cols())) }}
{{ say(get_merge_update_columns(none,none,cols())) }}
{{ say(get_merge_update_columns(['name'],none,cols())) }}
{{ say(get_merge_update_columns(none,['name'],cols())) }}
{{ say(get_quoted_csv(['a','b c'])) }}
{{ say(diff_column_data_types(cols(),cols())) }}
{{ say(incremental_validate_on_schema_change('nope')) }}
{{ say(incremental_validate_on_schema_change('fail')) }}
{{ say(snapshot_string_as_time('2024-01-01')) }}
{{ say(get_snapshot_table_column_names()) }}
{{ say(get_dbt_valid_to_current(strat(),colnames())) }}
{{ say(unique_key_fields('id')) }}
{{ say(unique_key_join_on('id','a','b')) }}
{{ say(unique_key_join_on(['id','name'],'a','b')) }}
{{ say(unique_key_is_null('id','a')) }}
{{ say(unique_key_is_not_null(['id','name'],'a')) }}
{{ say(get_batch_size()) }}
{{ say(get_binding_char()) }}
{{ say(get_test_sql('select 1','count(*)','!= 0','!= 0',none)) }}
{{ say(get_test_sql('select 1','count(*)','> 1','> 5',10)) }}
{{ say(get_where_subquery(base())) }}
{{ say(get_show_sql('select 1','',5)) }}
{{ say(get_limit_subquery_sql('select 1',5)) }}
{{ say(alter_column_comment(base(),{'id':{'name':'id','description':"it's"}})) }}
{{ say(alter_relation_comment(base(),"it's")) }}
{{ say(validate_doc_columns(base(),{'id':{'name':'id'},'zz':{'name':'zz'}},['id'])) }}
{{ say(information_schema_name('db')) }}
{{ say(get_empty_subquery_sql('select 1 as a')) }}
{{ say(get_empty_schema_sql({'a':{'name':'a','data_type':'int','quote':true},'b':{'name':'b','data_type':'text'}})) }}
{{ say(get_column_schema_from_query('select 1 as a')|map(attribute='data_type')|list) }}
{{ say(check_schema_exists(base().information_schema(),'main').rows[0][0]) }}
{{ say(get_columns_in_relation(base())|map(attribute='name')|list) }}
{{ say(get_show_grant_sql(base())) }}
{{ say(get_grant_sql(base(),'select',['a'])) }}
{{ say(get_revoke_sql(base(),'select',['a'])) }}
{{ say(get_dcl_statement_list(base(),{'select':['a','b']},get_grant_sql)) }}
{{ say(copy_grants()) }}
{{ say(should_revoke(base(),true)) }}
{{ say(should_revoke(none,true)) }}
{{ say(support_multiple_grantees_per_dcl_statement()) }}
{{ say(can_clone_table()) }}
{{ say(create_or_replace_clone(base(),base())) }}
{{ say(table_columns_and_constraints()) }}
{{ say(get_table_columns_and_constraints()) }}
{{ say(get_select_subquery('select 1 as a')) }}
{{ say(is_incremental()) }}
{{ say(run_hooks([])) }}
{% endif %}
select 1 as id
