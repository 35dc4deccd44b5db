"""Loads many small CSV files through dbt-core and dbt-duckdb and writes what came out to seed_goldens.json.

Run with the Python of an environment that has dbt-core 1.12, dbt-duckdb and duckdb:  python make_seed_goldens.py
With random files instead:  python make_seed_goldens.py COUNT START OUTPUT.json  and then, to compare btn with them,
BTN_SEED_GOLDENS=OUTPUT.json npx vitest run packages/adapter-duckdb/src/seed/seed-goldens.test.ts
"""

import base64
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb

HERE = Path(__file__).parent

# One column each: the values of the rows below the header `v`. A second column keeps empty lines from being skipped.
COLUMNS = {
    "integers": ["1", "2", "-3"],
    "integer_plus": ["+1", "2"],
    "integer_zeros": ["007", "01"],
    "integer_zero_and_minus": ["0", "-0"],
    "integer_spaces": [" 1", "2 ", "  3  "],
    "integer_empty": ["1", "", "3"],
    "integer_null_token": ["1", "null", "3"],
    "integer_null_upper": ["1", "NULL", "3"],
    "integer_max": ["2147483647", "-2147483648"],
    "integer_over_32": ["2147483648", "1"],
    "integer_over_64": ["9223372036854775808", "1"],
    "integer_over_128": ["340282366920938463463374607431768211456", "1"],
    "integer_long_zeros": ["0000000000000000000000000000001", "1"],
    "integer_underscore": ["1_000", "2"],
    "integer_group": ['"1,000"', "2"],
    "integer_currency": ["$5", "7"],
    "integer_percent": ["50%", "7"],
    "integer_exponent": ["1e3", "2"],
    "integer_hex": ["0x1F", "2"],
    "integer_point_zero": ["1.0", "2.00"],
    "integer_point": ["1.", "2"],
    "integer_wide_digits": ["١٢", "3"],
    "integer_quoted": ['"1"', '"2"'],
    "integer_then_text": ["1", "2", "x"],
    "integer_then_decimal": ["1", "2", "2.5"],
    "integer_then_date": ["1", "2024-01-01"],
    "integer_then_true": ["1", "true"],
    "decimal": ["1.5", "2.25", "-0.001"],
    "decimal_mixed": ["1", "2.5"],
    "decimal_no_lead": [".5", "-.25"],
    "decimal_exponent": ["1.5e-3", "2E5"],
    "decimal_long": ["0.1234567890123456789012345678901234567890", "1"],
    "decimal_big": ["123456789012345678901234567890.5", "1"],
    "decimal_nan": ["1.5", "nan"],
    "decimal_infinity": ["1.5", "Infinity", "-inf"],
    "decimal_comma": ['"1,5"', '"2,5"'],
    "decimal_currency": ["$1.50", "€2.5"],
    "decimal_percent": ["12.5%", "3%"],
    "decimal_spaces": [" 1.5 ", "2.5"],
    "decimal_null": ["1.5", "null", ""],
    "nan_only": ["nan", "NaN"],
    "infinity_only": ["inf", "-Infinity"],
    "minus_minus": ["--5", "1"],
    "minus_space": ["- 5", "1"],
    "plus_only": ["+", "1"],
    "dates": ["2024-01-31", "1999-12-01"],
    "dates_short": ["2024-1-5", "2024-02-03"],
    "dates_spaces": [" 2024-01-05", "2024-02-03 "],
    "dates_space_day": ["2024-01- 5", "2024-02-03"],
    "dates_null": ["2024-01-31", "", "null"],
    "dates_impossible": ["2023-02-29", "2024-02-29"],
    "dates_year_zero": ["0000-01-01", "2024-02-29"],
    "dates_early": ["0001-01-01", "9999-12-31"],
    "dates_slash": ["2024/01/31", "2024/02/01"],
    "dates_compact": ["20240131", "20240201"],
    "dates_five_digit_year": ["12024-01-31", "2024-02-01"],
    "dates_and_datetimes": ["2024-01-31", "2024-02-01 10:00:00"],
    "datetimes": ["2024-01-31 10:11:12", "1999-12-01 00:00:00"],
    "datetimes_short": ["2024-1-3 1:2:3", "2024-01-01 00:00:00"],
    "datetimes_two_spaces": ["2024-01-31  10:11:12", "2024-01-01 00:00:00"],
    "datetimes_no_seconds": ["2024-01-31 10:11", "2024-01-01 00:00"],
    "datetimes_fraction": ["2024-01-31 10:11:12.5", "2024-01-01 00:00:00.25"],
    "datetimes_zone": ["2024-01-31 10:11:12+02", "2024-01-01 00:00:00+00"],
    "datetimes_utc_word": ["2024-01-31 10:11:12 UTC", "2024-01-01 00:00:00 UTC"],
    "datetimes_leap_second": ["2016-12-31 23:59:60", "2024-01-01 00:00:00"],
    "datetimes_hour_24": ["2016-12-31 24:00:00", "2024-01-01 00:00:00"],
    "datetimes_null": ["2024-01-31 10:11:12", "", "null"],
    "iso": ["2024-01-31T10:11:12", "2024-01-01T00:00:00"],
    "iso_z": ["2024-01-31T10:11:12Z", "2024-01-01T00:00:00Z"],
    "iso_offset": ["2024-01-31T10:11:12+05:30", "2024-01-01T00:00:00-08"],
    "iso_offset_compact": ["2024-01-31T10:11:12+0530", "2024-01-01T00:00:00"],
    "iso_fraction": ["2024-01-31T10:11:12.123456", "2024-01-01T00:00:00.5Z"],
    "iso_fraction_long": ["2024-01-31T10:11:12.123456789", "2024-01-01T00:00:00"],
    "iso_comma": ['"2024-01-31T10:11:12,5"', "2024-01-01T00:00:00"],
    "iso_no_seconds": ["2024-01-31T10:11", "2024-01-01T00:00"],
    "iso_hour": ["2024-01-31T10", "2024-01-01T00"],
    "iso_compact": ["20240131T101112", "20240101T000000"],
    "iso_week": ["2024-W05-3T10:11:12", "2024-01-01T00:00:00"],
    "iso_ordinal": ["2024-031T10:11:12", "2024-01-01T00:00:00"],
    "iso_month": ["2024-01T10:11:12", "2024-01-01T00:00:00"],
    "iso_lower_t": ["2024-01-31t10:11:12", "2024-01-01t00:00:00"],
    "iso_24": ["2024-01-31T24:00:00", "2024-01-01T00:00:00"],
    "iso_and_datetime": ["2024-01-31T10:11:12", "2024-01-01 00:00:00"],
    "iso_and_date": ["2024-01-31T10:11:12", "2024-01-01"],
    "iso_spaces": [" 2024-01-31T10:11:12 ", "2024-01-01T00:00:00"],
    "iso_impossible": ["2023-02-30T10:11:12", "2024-01-01T00:00:00"],
    "times": ["10:11:12", "23:59:59"],
    "booleans": ["true", "false"],
    "booleans_case": ["True", "FALSE", "tRuE"],
    "booleans_null": ["true", "", "null"],
    "booleans_spaces": [" true", "false "],
    "booleans_short": ["t", "f"],
    "booleans_yes": ["yes", "no"],
    "booleans_and_numbers": ["true", "0"],
    "all_empty": ["", ""],
    "all_null_token": ["null", "NULL"],
    "all_null_mixed": ["null", ""],
    "all_spaces": ["  ", " "],
    "spaces_and_integers": ["  ", "1"],
    "spaces_and_text": ["  ", "x"],
    "text": ["abc", "déjà", "日本", "😀"],
    "text_spaces": [" a ", "b "],
    "text_null_token": ["a", "null", "NULL", "Null"],
    "text_empty": ["a", "", '""'],
    "text_none": ["a", "None", "n/a", "."],
    "text_quotes": ['"say ""hi"""', "it's", "'x'"],
    "text_quote_inside": ['5" pipe', "x"],
    "text_newline": ['"two\nlines"', "x"],
    "text_crlf_inside": ['"two\r\nlines"', "x"],
    "text_comma": ['"a,b"', "c"],
    "text_hash": ["#x", "y"],
    "text_backslash": ["a\\b", "\\N", "\\n"],
    "text_single_quoted": ["'a'", "'b'"],
    "text_semicolons": ["a;b", "c;d"],
    "text_tab": ["a\tb", "c"],
    "text_nbsp": ["\u00a0", "x"],
    "integer_nbsp": ["\u00a01", "2"],
    "uuid": ["550e8400-e29b-41d4-a716-446655440000", "x"],
    "json": ['"{""a"": 1}"', '"[1,2]"'],
    "phone": ["+49 30 1234", "030-1234"],
    "zip_plus": ["12345-6789", "12345"],
    "long_text": ["x" * 5000, "y"],
}

# Whole files: name → (bytes or text, seed config).
FILES = {
    "bom": ("\ufeffid,name\n1,a\n", {}),
    "crlf": ("id,name\r\n1,a\r\n2,b\r\n", {}),
    "cr": ("id,name\r1,a\r2,b\r", {}),
    "no_final_newline": ("id,name\n1,a\n2,b", {}),
    "blank_lines": ("id,name\n1,a\n\n2,b\n\n", {}),
    "blank_lines_one_column": ("id\n1\n\n2\n", {}),
    "one_column": ("id\n1\n2\n", {}),
    "header_only": ("id,name\n", {}),
    "header_only_no_newline": ("id,name", {}),
    "empty": ("", {}),
    "duplicate_headers": ("a,a,b,a\n1,2,3,4\n", {}),
    "duplicate_headers_clash": ("a,a_2,a\n1,2,3\n", {}),
    "duplicate_headers_case": ("a,A\n1,2\n", {}),
    "empty_header": ("a,,c\n1,2,3\n", {}),
    "header_spaces": (" id , name \n1,a\n", {}),
    "header_quoted": ('"id","the name","q""q"\n1,a,b\n', {}),
    "header_reserved": ("order,select,group\n1,2,3\n", {}),
    "header_unicode": ("größe,名前\n1,a\n", {}),
    "header_newline": ('"a\nb",c\n1,2\n', {}),
    "header_numbers": ("1,2\na,b\n", {}),
    "short_row": ("a,b,c\n1,2,3\n4,5\n", {}),
    "long_row": ("a,b,c\n1,2,3\n4,5,6,7\n", {}),
    "trailing_comma": ("a,b\n1,2,\n3,4,\n", {}),
    "trailing_comma_header": ("a,b,\n1,2,\n", {}),
    "semicolon": ("a;b\n1;x,y\n", {"delimiter": ";"}),
    "semicolon_unsaid": ("a;b\n1;x\n", {}),
    "pipe": ("a|b\n1|2.5\n", {"delimiter": "|"}),
    "tab": ("a\tb\n1\t2.5\n", {"delimiter": "\t"}),
    "unclosed_quote": ('a,b\n1,"x\n2,y\n', {}),
    "text_after_quote": ('a,b\n1,"x"y\n', {}),
    "comment_lines": ("a,b\n# note,x\n1,y\n", {}),
    "types": ("id,code,amount\n1,007,5\n2,008,6\n", {"column_types": {"code": "varchar", "amount": "decimal(10,2)"}}),
    "types_bigint": ("id\n15000000000\n", {"column_types": {"id": "bigint"}}),
    "types_case": ("Id,code\n1,007\n", {"column_types": {"id": "varchar"}}),
    "types_unknown_column": ("id\n1\n", {"column_types": {"nope": "varchar"}}),
    "types_timestamptz": ("at\n2024-01-31T10:11:12Z\n", {"column_types": {"at": "timestamptz"}}),
    "types_date_bad": ("at\n2024-01-31\nyesterday\n", {"column_types": {"at": "date"}}),
    "types_text_null": ("v,w\nnull,1\n,2\na,3\n", {"column_types": {"v": "text"}}),
    "types_json": ('v\n"{""a"": 1}"\n', {"column_types": {"v": "json"}}),
    "types_list": ('v\n"[1, 2]"\n', {"column_types": {"v": "integer[]"}}),
    "types_boolean": ("v\nyes\n0\nT\n", {"column_types": {"v": "boolean"}}),
    "types_empty_file": ("id,code\n", {"column_types": {"code": "varchar"}}),
    "quote_columns": ("Id,Order\n1,2\n", {"quote_columns": True}),
    "quote_columns_off": ("Id,Amount\n1,2\n", {"quote_columns": False}),
    "many_columns": (",".join(f"c{i}" for i in range(300)) + "\n" + ",".join(str(i) for i in range(300)) + "\n", {}),
    "late_decimal": ("v\n" + "1\n" * 150000 + "1.5\n", {}),
    "late_text": ("v\n" + "1\n" * 150000 + "x\n", {}),
    "late_date_text": ("v\n" + "2024-01-01\n" * 150000 + "2024-01-01 10:00:00\n", {}),
    "late_bool_text": ("v\n" + "true\n" * 150000 + "yes\n", {}),
    "late_timestamp_date": ("v\n" + "2024-01-01 10:00:00\n" * 150000 + "2024-01-01\n", {}),
    "late_integer_in_nulls": ("v,w\n" + ",1\n" * 150000 + "5,1\n", {}),
    "late_date_in_nulls": ("v,w\n" + ",1\n" * 150000 + "2024-01-01,1\n", {}),
}


def cases():
    for name, values in COLUMNS.items():
        rows = "".join(f"{value},{index}\n" for index, value in enumerate(values))
        yield f"v_{name}", ("v,n\n" + rows).encode(), {}
    for name, (content, config) in FILES.items():
        yield f"f_{name}", content.encode() if isinstance(content, str) else content, config


POOLS = [
    ["1", "2", "-3", "0", "+4", "007", " 5", "2147483647"],
    ["1.5", "2.0", "3", "-.5", "1e3", "2.50", "1.", "1E-2"],
    ["2024-01-31", "1999-12-01", "2024-1-5", "2024-02-29"],
    ["2024-01-31 10:11:12", "2024-01-01 00:00:00", "2024-1-1 1:2:3"],
    ["2024-01-31T10:11:12", "2024-01-31T10:11:12Z", "2024-01-31T10:11", "2024-01-31T10:11:12.5+02:00"],
    ["true", "false", "TRUE", "False"],
    ["abc", "x y", " lead", "trail ", "déjà", '"a,b"', '"q""q"', '"two\nlines"', "1a", "#", "n/a", "-", "'t was"],
]
STRANGERS = ["", "", "", "x", "1", "1.5", "true", "2024-01-31", "2024-01-31 00:00:00", "2023-02-30", "0x1", "1_0", "yes", "nan"]


def random_cases(count, start):
    for number in range(start, start + count):
        dice = random.Random(number)
        width, height = dice.randint(1, 5), dice.choice([1, 2, 5, 20])
        columns = []
        for _ in range(width):
            pool = dice.choice(POOLS)
            pick = dice.sample(pool, dice.randint(1, len(pool)))
            odd = dice.choice([0, 0, 0.05, 0.3])
            columns.append([dice.choice(STRANGERS if dice.random() < odd else pick) for _ in range(height)])
        header = ",".join(f"c{index}" for index in range(width))
        end = dice.choice(["\n", "\n", "\r\n"])
        rows = [",".join(row) for row in zip(*columns)]
        text = end.join([header, *rows]) + dice.choice(["", end])
        yield f"r_{number}", text.encode(), {}


def seed_all(root: Path, everything):
    (root / "seeds").mkdir()
    configs = {name: {f"+{key}": value for key, value in config.items()} for name, _, config in everything}
    for name, content, _ in everything:
        (root / "seeds" / f"{name}.csv").write_bytes(content)
    project = {"name": "goldens", "version": "1.0", "profile": "goldens", "seeds": {"goldens": configs}}
    (root / "dbt_project.yml").write_text(json.dumps(project))
    output = {"type": "duckdb", "path": "goldens.duckdb", "threads": 1}
    (root / "profiles.yml").write_text(json.dumps({"goldens": {"target": "dev", "outputs": {"dev": output}}}))
    dbt = Path(sys.executable).with_name("dbt")
    environment = {**os.environ, "DO_NOT_TRACK": "1", "TZ": "UTC"}
    subprocess.run([dbt, "seed", "--profiles-dir", "."], cwd=root, env=environment, stdout=subprocess.DEVNULL)
    results = json.loads((root / "target" / "run_results.json").read_text())["results"]
    return {result["unique_id"].split(".")[-1]: result for result in results}


def read_table(connection, name):
    columns = [list(row[:2]) for row in connection.execute(f'describe "{name}"').fetchall()]
    picks = ", ".join(f'"{column}"::varchar' for column in quote_all(columns))
    rows = [list(row) for row in connection.execute(f'select {picks} from "{name}"').fetchall()]
    return {"columns": columns, "rows": rows if len(rows) <= 10 else [*rows[:2], *rows[-2:]], "count": len(rows)}


def quote_all(columns):
    return [column.replace('"', '""') for column, _ in columns]


def main():
    arguments = sys.argv[1:]
    everything = list(random_cases(*map(int, arguments[:2])) if arguments else cases())
    output = Path(arguments[2]) if arguments else HERE / "seed_goldens.json"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        results = seed_all(root, everything)
        connection = duckdb.connect(str(root / "goldens.duckdb"))
        connection.execute("set timezone = 'UTC'")
        goldens = []
        for name, content, config in everything:
            result = results.get(name)
            golden = {"name": name, "content": base64.b64encode(content).decode(), "config": config}
            if len(content) > 20000:
                del golden["content"]
                golden["repeat"] = squeeze(content.decode())
            if result and result["status"] == "success":
                golden["table"] = read_table(connection, name)
            else:
                message = (result or {}).get("message") or "no result"
                golden["error"] = message.replace(str(root), "").strip().splitlines()[:3]
            goldens.append(golden)
    text = ",\n".join(json.dumps(golden, ensure_ascii=False) for golden in goldens)
    output.write_text(f"[\n{text}\n]\n")


def squeeze(text):
    """A long file of equal lines: header, the line, how often, and the last one."""
    header, line, *rest = text.rstrip("\n").split("\n")
    return {"header": header, "line": line, "count": len(rest), "last": rest[-1]}


main()
