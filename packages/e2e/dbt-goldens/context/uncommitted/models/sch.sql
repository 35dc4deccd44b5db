{% if execute %}{% do adapter.create_schema(api.Relation.create(database='uncommitted', schema='sch_new')) %}{% endif %} select nocol
