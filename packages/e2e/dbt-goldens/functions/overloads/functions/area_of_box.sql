width * height + {{ function('nothing') }}() + (select count(*) from {{ ref('boxes') }})
