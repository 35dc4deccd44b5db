coalesce(
    nullif(regexp_extract(lower(value), '(c[0-9]{5})([^0-9]|$)', 1), ''),
    nullif(lower(trim(value)), '')
)
