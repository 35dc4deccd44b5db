-- A model's own quoting is kept, and changes nothing.
{{ config(quoting={'identifier': false}) }}
select 1 as id
