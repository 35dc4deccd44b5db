{# Statements before and after a model. #}

{%- macro run_hooks(hooks, inside_transaction=true) -%}
  {%- for hook in hooks if hook.get('transaction') == inside_transaction -%}
    {%- if loop.first and not inside_transaction -%}
      {%- call statement(auto_begin=inside_transaction) -%} commit; {%- endcall -%}
    {%- endif -%}
    {%- set body = render(hook.get('sql')) | trim -%}
    {%- if body -%}
      {%- call statement(auto_begin=inside_transaction) -%} {{ body }} {%- endcall -%}
    {%- endif -%}
  {%- endfor -%}
{%- endmacro -%}

{%- macro make_hook_config(sql, inside_transaction) -%}
  {{ tojson({'sql': sql, 'transaction': inside_transaction}) }}
{%- endmacro -%}

{%- macro before_begin(sql) -%}
  {{ make_hook_config(sql, inside_transaction=false) }}
{%- endmacro -%}

{%- macro in_transaction(sql) -%}
  {{ make_hook_config(sql, inside_transaction=true) }}
{%- endmacro -%}

{%- macro after_commit(sql) -%}
  {{ make_hook_config(sql, inside_transaction=false) }}
{%- endmacro -%}
