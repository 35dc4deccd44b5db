{# Warns of people who were matched by position, which is a guess. #}
{% test matched_by_seed(model) %}
{{ config(severity='warn') }}
select user_uuid, email from {{ model }} where matched_by <> 'seed'
{% endtest %}
