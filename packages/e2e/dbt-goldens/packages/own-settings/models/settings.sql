{% set config = builtins.ref.config %}
{% set tools = config.dependencies['tools'] %}
select
  '{{ tojson(config.vars.to_dict()) | replace("'", "") }}' as own,
  '{{ tojson(config.vars.vars) | replace("'", "") }}' as again,
  {{ config.vars.vars.list | length }} as items,
  '{{ config.vars.to_dict().tools.word }}' as for_package,
  '{{ 'yes' if config.vars else 'no' }}' as has_vars,
  '{{ tojson(tools.vars.to_dict()) }}' as packages_own,
  '{{ tools.version }} {{ tools.macro_paths | join(",") }} {{ tools.project_name }}' as package,
  '{{ tojson(config.cli_vars) }}' as given,
  '{{ tojson(invocation_args_dict.vars.get("size")) }}' as said,
  '{{ tojson(var("size", 7)) }} {{ tojson(var("whole")) }} {{ var("whole") }} {{ tojson(var("more", none)) }}' as numbers
