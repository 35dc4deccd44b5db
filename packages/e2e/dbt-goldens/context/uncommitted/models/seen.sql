select table_schema as place, table_name as name from information_schema.tables
where table_name like 'made_by_%' or table_name like 'from_%' or table_name like 'ren_%' or table_name like 'dropd_%'
union all
select schema_name, 'truncd has ' || (select count(*) from truncd) from information_schema.schemata where schema_name = 'sch_new'
