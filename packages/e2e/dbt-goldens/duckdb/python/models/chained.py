"""What stands here is no call: dbt.ref('nothing')"""
import math as m
from datetime import date


@staticmethod
def helper(x: int = 1, *rest, **more) -> int:
    return x if rest else -x  # dbt.ref('nothing')


def model(dbt, session):
    dbt.config(tags=["daily", 'py' "thon"], meta={"n": -1.5, 'deep': {"x": [1, None, True]}})
    first = dbt.ref("prices", v=1).join(dbt.ref("things"), "id").filter(f"id > {m.floor(1.)}")
    both = [dbt.ref("python", "prices", version=2), dbt.source('raw', "things")]
    named = dict(a=dbt.ref("by_file"), b=(dbt.ref("prices"),))
    limit = dbt.config.get("limit", 10)
    owner = dbt.config.meta_get("owner")
    text = f"select * from {dbt.ref('by_folder')} where n = '{limit!r:>{10}}'"
    return session.sql(
        text
        + "limit 1"
    )
