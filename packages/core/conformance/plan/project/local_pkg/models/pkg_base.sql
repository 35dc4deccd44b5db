select 1 as id, {{ pkg_macro() }} as x
