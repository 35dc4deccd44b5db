def model(dbt, session):
    dbt.config(materialized="kept")
    days = dbt.ref("days")
    return session.sql(f"select count(*) as days, {dbt.config.get('nothing') is None} as is_plain from days")
