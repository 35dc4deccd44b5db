-- {{ function('area') }}
select 1 as id
