{# What is put behind the text of a Python model: the object `dbt` that its function is given. #}

{%- macro build_ref_function(model) -%}
  {%- set names = {} -%}
  {%- for call in model.refs -%}
    {%- set parts = [call['package'], call['name']] if call.get('package') else [call['name']] -%}
    {%- set relation = ref(*parts, v=call.get('version')) -%}
    {#- A project's own `ref` may give text; a relation's render() leaves out what --empty and --sample would add. -#}
    {%- if relation.render is defined and relation.render is callable -%}
      {%- set relation = relation.render() -%}
    {%- endif -%}
    {%- set key = (parts + ['v' ~ call['version']] if call.get('version') else parts) | join('.') -%}
    {% do names.update({key: resolve_model_name(relation)}) %}
  {%- endfor -%}
def ref(*args, **kwargs):
    names = {{ names | tojson }}
    version = kwargs.get("v") or kwargs.get("version")
    key = ".".join(args) + (f".v{version}" if version else "")
    return kwargs["dbt_load_df_function"](names[key])
{% endmacro -%}

{%- macro build_source_function(model) -%}
  {%- set names = {} -%}
  {%- for call in model.sources -%}
    {% do names.update({call | join('.'): resolve_model_name(source(*call))}) %}
  {%- endfor -%}
def source(*args, dbt_load_df_function):
    names = {{ names | tojson }}
    return dbt_load_df_function(names[".".join(args)])
{% endmacro -%}

{#- The settings that the model reads; the defaults are those that it names itself. -#}
{%- macro build_config_dict(model) -%}
  {%- set settings = {} -%}
  {%- for key, default in zip(model.config.config_keys_used or [], model.config.config_keys_defaults or []) -%}
    {% do settings.update({key: model.config.get(key, default)}) %}
  {%- endfor -%}
  {%- set meta = {} -%}
  {%- for key, default in zip(model.config.meta_keys_used or [], model.config.meta_keys_defaults or []) -%}
    {% do meta.update({key: (model.config.meta or {}).get(key, default)}) %}
  {%- endfor -%}
config_dict = {{ settings }}
meta_dict = {{ meta }}
{% endmacro -%}

{%- macro py_script_postfix(model) -%}
# Above: the model as it was written. Below: what `dbt` is inside of it.
# COMMAND ----------

{{ build_ref_function(model) }}

{{ build_source_function(model) }}

{{ build_config_dict(model) }}

class config:
    def __init__(self, *args, **kwargs):
        """Settings are read when the project is parsed; the call itself does nothing."""

    @staticmethod
    def get(key, default=None):
        return config_dict.get(key, default)

    @staticmethod
    def meta_get(key, default=None):
        return meta_dict.get(key, default)


class this:
    """The relation that the model makes: prints as its name."""

    database = "{{ this.database }}"
    schema = "{{ this.schema }}"
    identifier = "{{ this.identifier }}"
    {% set name = resolve_model_name(this) %}

    def __repr__(self):
        return '{{ name }}'


class dbtObj:
    def __init__(self, load_df_function) -> None:
        self.source = lambda *args: source(*args, dbt_load_df_function=load_df_function)
        self.ref = lambda *args, **kwargs: ref(*args, **kwargs, dbt_load_df_function=load_df_function)
        self.config = config
        self.this = this()
        self.is_incremental = {{ is_incremental() }}

# COMMAND ----------
{{ py_script_comment() }}
{%- endmacro -%}

{#- A place for notes on how to run the compiled file by hand. -#}
{%- macro py_script_comment() -%}
{%- endmacro -%}
