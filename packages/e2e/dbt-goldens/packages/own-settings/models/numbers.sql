-- Enabled by what the project's variables say as the file is read.
{{ config(tags=[builtins.ref.config.vars.to_dict().word], meta={'given': builtins.ref.config.cli_vars.get('word', 'none')}) }}
select 1 as id
