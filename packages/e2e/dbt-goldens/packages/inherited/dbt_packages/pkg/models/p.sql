select {{ var('size') }} as size, '{{ var('color') }}' as color
