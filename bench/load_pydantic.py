"""The peer of bench/load-peer.mjs: files read by Polars, each row judged by Pydantic, as teams write such a loader by hand."""

import json
import sys
import time
from datetime import datetime
from typing import Literal, Optional

import polars as pl
from pydantic import BaseModel, ValidationError, field_validator

Name = Literal[
    "page_viewed",
    "email_filled_on_popup",
    "product_added_to_cart",
    "checkout_started",
    "checkout_completed",
    "purchase",
]


class Event(BaseModel):
    client_id: str
    page_url: str
    referrer: Optional[str] = None
    timestamp: datetime
    event_name: Name
    event_data: str = "{}"
    user_agent: str

    @field_validator("event_data", mode="before")
    @classmethod
    def is_json(cls, value):
        json.loads(value or "{}")
        return value or "{}"

    @field_validator("page_url")
    @classmethod
    def is_address(cls, value):
        if not value.startswith("http"):
            raise ValueError("page_url")
        return value


def main(path, good_path, bad_path):
    start = time.perf_counter()
    rows = pl.read_csv(path, infer_schema=False)
    good, bad = [], []
    for number, row in enumerate(rows.iter_rows(named=True), start=2):
        try:
            good.append(Event(**row).model_dump())
        except (ValidationError, ValueError) as problem:
            reasons = (
                [str(it["loc"][0]) for it in problem.errors()]
                if isinstance(problem, ValidationError)
                else [str(problem)]
            )
            bad.append({**row, "line_number": number, "error_reason": "|".join(reasons)})
    pl.DataFrame(good).write_parquet(good_path)
    pl.DataFrame(bad).write_csv(bad_path)
    print(json.dumps({"rows": len(rows), "bad": len(bad), "seconds": time.perf_counter() - start}))


main(*sys.argv[1:])
