{% macro label(text) %}{{ return(adapter.dispatch('label', 'tools')(text)) }}{% endmacro %}
{% macro default__label(text) %}default {{ text }}{% endmacro %}
{% macro note(text) %}{% do log('note ' ~ text) %}{% endmacro %}
