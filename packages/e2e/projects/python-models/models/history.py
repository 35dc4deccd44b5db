def model(dbt, session):
    dbt.config(materialized="incremental", unique_key="day")
    days = dbt.ref("days").project("day, amount")
    if dbt.is_incremental:
        last = session.sql(f"select max(day) from {dbt.this}").fetchone()[0]
        days = days.filter(f"day >= {last}")
    return days
