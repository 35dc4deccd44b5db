import rates


def model(dbt, session):
    dbt.config(materialized="table", tags=["daily"])
    print(f"prices into {dbt.this}")
    days = dbt.ref("days")
    return session.sql(f"select *, amount * {rates.RATE} as price, current_setting('TimeZone') as zone from days")
