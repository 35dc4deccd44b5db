select {{ adapter.is_ducklake(api.Relation.create(database='other', schema='main', identifier='x')) }} as is_lake
