import pandas


def model(dbt, session):
	dbt.config(materialized="table"); frame = pandas.DataFrame({"id": [1]}); return frame
