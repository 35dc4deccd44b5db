select * from {{ ref('pkg_top') }}
