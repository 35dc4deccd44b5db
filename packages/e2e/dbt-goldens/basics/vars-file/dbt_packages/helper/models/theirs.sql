select '{{ var('mine') }}' as mine, '{{ var('place') }}' as place, {{ var('second') }} as second
