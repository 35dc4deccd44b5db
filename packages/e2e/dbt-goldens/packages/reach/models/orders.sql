-- What a package may ask of the project that it is installed in.
{% set settings = builtins.ref.config %}
select
  1 as id,
  '2024-01-01' as ordered_on,
  '{{ settings.project_name }}' as project,
  '{{ settings.version }}' as version,
  '{{ settings.model_paths | join(",") }}' as model_paths,
  '{{ settings.dependencies["calendar"].version }}' as calendar_version,
  '{{ settings.dependencies["calendar"].project_name }}' as calendar_name,
  '{{ settings.dependencies["reach"].version }}' as own_version,
  '{{ "calendar" in settings.dependencies }}' as is_installed
