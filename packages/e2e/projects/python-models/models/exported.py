def model(dbt, session):
    dbt.config(materialized="external", location="target/exported.csv", format="csv")
    dbt.ref("history")
    return session.sql("select count(*) as n from main.history")
