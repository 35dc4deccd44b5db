select * from {{ ref('pkg_base') }}
