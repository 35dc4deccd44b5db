{{ config(access='private', group='finance') }} select 1 as id
