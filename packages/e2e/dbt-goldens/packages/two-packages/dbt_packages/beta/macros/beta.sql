{% macro default__whisper(text) %}'<{{ text }}>'{% endmacro %}
{% macro common() %}'beta'{% endmacro %}
