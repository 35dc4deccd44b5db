{# What is run for a Python model: its text, and a function that makes a table of what it returns. #}

{%- macro py_write_table(temporary, relation, compiled_code, partitioned_by=none, sorted_by=none) -%}
{%- set has_layout = partitioned_by or sorted_by -%}
{{ compiled_code }}

def materialize(df, con):
    rows = '__dbt_python_model_df_{{ relation.identifier }}'
    con.register(rows, df)
    con.execute('create table {{ relation }} as select * from ' + rows{{ " + ' limit 0'" if has_layout }})
    {%- if partitioned_by %}
    con.execute('alter table {{ relation }} set partitioned by ({{ partitioned_by }})')
    {%- endif %}
    {%- if sorted_by %}
    con.execute('alter table {{ relation }} set sorted by ({{ sorted_by }})')
    {%- endif %}
    {%- if has_layout %}
    con.execute('insert into {{ relation }} select * from ' + rows)
    {%- endif %}
    con.unregister(rows)
{% endmacro -%}
