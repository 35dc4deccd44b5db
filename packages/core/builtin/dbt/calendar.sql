{# Dates in templates. #}

{%- macro convert_datetime(date_str, date_fmt) -%}
  {%- set problem = "The partition date '" ~ date_str ~ "' is not of the form '" ~ date_fmt ~ "'" -%}
  {{ return(try_or_compiler_error(problem, modules.datetime.datetime.strptime, date_str.strip(), date_fmt)) }}
{%- endmacro -%}

{# A list of days, both ends included: text in `out_fmt`, or datetimes when that is empty. #}
{%- macro dates_in_range(start_date_str, end_date_str=none, in_fmt='%Y%m%d', out_fmt='%Y%m%d') -%}
  {%- set first = convert_datetime(start_date_str, in_fmt) -%}
  {%- set last = first if end_date_str is none else convert_datetime(end_date_str, in_fmt) -%}
  {%- set day_count = (last - first).days -%}
  {%- if day_count < 0 -%}
    {% do exceptions.raise_compiler_error('The partition range starts (' ~ first ~ ') after its end (' ~ last ~ ')', model) %}
  {%- endif -%}
  {%- set dates = [] -%}
  {%- for day in range(day_count + 1) -%}
    {%- set date = first + modules.datetime.timedelta(days=day) -%}
    {% do dates.append(date.strftime(out_fmt) if out_fmt else date) %}
  {%- endfor -%}
  {{ return(dates) }}
{%- endmacro -%}

{# `20240101` or `20240101,20240131`. #}
{%- macro partition_range(raw_partition_date, date_fmt='%Y%m%d') -%}
  {%- set ends = (raw_partition_date | string).split(',') -%}
  {%- if ends | length > 2 -%}
    {% do exceptions.raise_compiler_error('A partition range is "<first>" or "<first>,<last>", not "' ~ raw_partition_date ~ '"') %}
  {%- endif -%}
  {{ return(dates_in_range(ends[0], ends[1] if ends | length == 2 else none, in_fmt=date_fmt)) }}
{%- endmacro -%}

{%- macro py_current_timestring() -%}
  {{ return(modules.datetime.datetime.now().strftime('%Y%m%d%H%M%S%f')) }}
{%- endmacro -%}
