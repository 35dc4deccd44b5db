{# What packages ask of the project's settings: options in capitals, and nothing for other names. #}
{% set settings = builtins.ref.config %}
select
  '{{ settings.args.FULL_REFRESH }}' as full_refresh,
  '{{ settings.args.WHICH }}' as which,
  '{{ settings.args.select is defined }}' as lower_case,
  '{{ settings.args.require_explicit_package_overrides_for_builtin_materializations is false }}' as flag,
  '{{ settings.cli_vars }}' as vars
