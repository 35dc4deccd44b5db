{% macro shout(text) %}{{ return(adapter.dispatch('shout', 'alpha')(text)) }}{% endmacro %}
{% macro default__shout(text) %}'{{ text }}!'{% endmacro %}
{% macro whisper(text) %}{{ return(adapter.dispatch('whisper', 'alpha')(text)) }}{% endmacro %}
{% macro default__whisper(text) %}'({{ text }})'{% endmacro %}
{% macro common() %}'alpha'{% endmacro %}
{% macro calls_common() %}{{ common() }}{% endmacro %}
