{% if execute %}{% set found = late() %}{{ exceptions.raise_compiler_error('late, and broken') }}{% endif %}
select 1 as id
