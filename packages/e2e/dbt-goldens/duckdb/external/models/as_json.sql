{{ config(location="{{ adapter.external_root() }}/days.json") }}
select * from {{ ref('days') }}
