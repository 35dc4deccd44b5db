"""Writes goldens.json: what PyYAML, which dbt reads YAML with, makes of each text.

    python generate.py            (needs PyYAML; at test time only)

Where btn differs on purpose, no text says so: keys stay as they are written (`yes:` is no boolean), and `=` is text.
Texts come from texts.json. Every golden is [text, data] or [text, null, "error"].
"""

import datetime
import json
import math
import pathlib

import yaml

FOLDER = pathlib.Path(__file__).parent
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def plain(value):
    """Python's values in the form that btn has in JSON."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) and value % 1 else {"$float": repr(value)}
    if isinstance(value, int) and abs(value) > 2**53 - 1:
        return {"$int": str(value)}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def golden(text):
    try:
        return [text, plain(yaml.load(text, Loader=Loader))]
    except (yaml.YAMLError, ValueError):
        return [text, None, "error"]


texts = json.loads((FOLDER / "texts.json").read_text())
lines = ",\n".join(json.dumps(golden(text), ensure_ascii=False) for text in texts)
(FOLDER / "goldens.json").write_text(f"[\n{lines}\n]\n")
