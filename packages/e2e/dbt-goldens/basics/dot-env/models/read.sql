select
  '{{ env_var("FROM_FILE") }}' as plain, '{{ env_var("FROM_FILE_QUOTED") }}' as quoted, '{{ env_var("FROM_FILE_SINGLE") }}' as single,
  '{{ env_var("FROM_FILE_EXPANDED") }}' as expanded, '{{ env_var("FROM_FILE_COMMENT") }}' as commented, '{{ env_var("FROM_FILE_EMPTY") }}' as empty,
  '{{ env_var("TZ") }}' as zone, '{{ dbt_metadata_envs.TEAM }}' as metadata, {{ flags.FULL_REFRESH }} as is_full
