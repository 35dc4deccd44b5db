select clicked_at::date as day, count(*) as n from {{ ref('visits') }} group by 1
