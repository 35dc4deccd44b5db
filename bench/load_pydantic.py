"""The peer of bench/load-peer.mjs: what the Puffy page asks of a gatekeeper, as teams write it by hand. Polars reads the file, Pydantic judges each
row, a row that breaks rules goes to a CSV file with its line and all its reasons, the others into DuckDB, with a row in pipeline_logs."""

import hashlib
import json
import sys
import time
from collections import Counter
from datetime import datetime, timezone
from pathlib import Path
from typing import Literal, Optional

import duckdb
import polars as pl
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

Name = Literal[
    "page_viewed",
    "email_filled_on_popup",
    "product_added_to_cart",
    "checkout_started",
    "checkout_completed",
    "purchase",
]


class Event(BaseModel):
    model_config = ConfigDict(str_strip_whitespace=True, str_min_length=1)

    client_id: str
    page_url: str
    referrer: Optional[str] = None
    timestamp: datetime
    event_name: Name
    event_data: str
    user_agent: str

    @field_validator("event_data")
    @classmethod
    def is_json(cls, value):
        json.loads(value)
        return value

    @field_validator("page_url")
    @classmethod
    def is_address(cls, value):
        if not value.startswith("http"):
            raise ValueError("not an address")
        return value


TABLES = """
    create table if not exists events (client_id varchar, page_url varchar, referrer varchar, timestamp timestamp,
        event_name varchar, event_data varchar, user_agent varchar);
    create table if not exists pipeline_logs (file_name varchar, rows_read bigint, rows_loaded bigint, rows_rejected bigint,
        error_rate double, reasons varchar, checksum varchar, duration_ms double, loaded_at timestamptz);
"""


def checksum_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def judge(rows):
    good, bad, reasons = [], [], Counter()
    for number, row in enumerate(rows.iter_rows(named=True), start=2):
        try:
            good.append(Event.model_validate(row).model_dump())
        except ValidationError as problem:
            broken = [str(it["loc"][0]) for it in problem.errors(include_url=False)]
            reasons.update(broken)
            bad.append({**row, "line_number": number, "error_reason": "|".join(broken)})
    return good, bad, reasons


def main(path, database, quarantine):
    start = time.perf_counter()
    connection = duckdb.connect(database)
    connection.execute(TABLES)
    checksum = checksum_of(path)
    known = connection.execute("select 1 from pipeline_logs where checksum = ?", [checksum]).fetchone()
    if known:
        return
    rows = pl.read_csv(path, infer_schema=False)
    good, bad, reasons = judge(rows)
    if bad:
        pl.DataFrame(bad).write_csv(quarantine)
    frame = pl.DataFrame(good)
    connection.execute("begin")
    connection.execute("insert into events by name select * from frame")
    log = [Path(path).name, len(rows), len(good), len(bad), len(bad) / len(rows), json.dumps(reasons), checksum]
    duration = 1000 * (time.perf_counter() - start)
    connection.execute(
        "insert into pipeline_logs values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*log, duration, datetime.now(timezone.utc)],
    )
    connection.execute("commit")
    connection.close()
    print(json.dumps({"rows": len(rows), "loaded": len(good), "rejected": len(bad)}))


main(*sys.argv[1:])
