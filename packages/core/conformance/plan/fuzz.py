#!/usr/bin/env python3
"""Random selections, and what dbt itself lists for them.

usage: fuzz.py SEED NUMBER OUT.json     run with a Python that has dbt-core 1.12 and dbt-duckdb; needs no network
Then compare:  BTN_SELECTIONS=OUT.json npx vitest run packages/core/conformance/plan/select.test.ts
"""
import json, pathlib, random, shutil, sys, tempfile
from record import HERE, load, run

NAMES = ["rich", "local_pkg", "staging", "marts", "marts.core", "versions", "*", "*orders", "stg_*", "*.*", "rich.*", "prod.v2",
         "prod_v1", "[rs]*", "?*", "pkg_*", "*customers*", "rich.staging.*", "local_pkg.*", "*_id"]
VALUES = {
    "tag": ["mart", "staging", "core", "*", "n*", "src_tag", "tt", "raw", "pkg", "c", "v2tag", "sing*"],
    "path": ["models", "models/staging", "models/marts", "seeds", "tests", "models/*", "models/schema.yml", "models/**/*.sql", "*/marts"],
    "file": ["*.csv", "fct_orders", "schema.yml", "stg_*", "*.sql", "s.yml"],
    "source": ["*", "app", "app.*", "*.events", "rich.app.events", "other", "a*"],
    "config.materialized": ["view", "table", "ephemeral", "incremental", "seed", "test"],
    "test_name": ["unique", "not_null", "*", "rel*", "even", "positive"],
    "test_type": ["generic", "singular", "data", "unit"],
    "resource_type": ["model", "test", "seed", "source", "analysis", "operation"],
    "package": ["this", "rich", "local_pkg", "*", "dbt"],
    "group": ["finance", "*", "f*"],
    "access": ["public", "protected", "private"],
    "version": ["latest", "old", "prerelease", "none"],
    "selector": ["simple", "uni", "inh", "excl_tests", "deep", "*", "full", "buildable", "cautious_union", "b*"],
    "config.severity": ["warn", "ERROR", "error"],
    "config.tags": ["mart", "core", "raw"],
}


def term(names):
    before = random.choice([""] * 6 + ["+", "+", "1+", "2+", "@", "3+"])
    after = "" if before == "@" else random.choice([""] * 6 + ["+", "+1", "+2", "+"])
    if random.random() < 0.45:
        return before + random.choice(names) + after
    method = random.choice(list(VALUES))
    return f"{before}{method}:{random.choice(VALUES[method])}{after}"


def expression(names):
    return ",".join(term(names) for _ in range(random.choice([1, 1, 1, 2, 2, 3])))


def line(names):
    words = []
    if random.random() < 0.9:
        words += ["--select"] + [expression(names) for _ in range(random.choice([1, 1, 2, 3]))]
    if random.random() < 0.5:
        words += ["--exclude"] + [expression(names) for _ in range(random.choice([1, 1, 2]))]
    if random.random() < 0.6:
        words += ["--indirect-selection", random.choice(["eager", "cautious", "buildable", "empty"])]
    if random.random() < 0.2:
        words += ["--resource-type", random.choice(["model", "test", "seed", "all", "default", "source"])]
    if random.random() < 0.1:
        words += ["--exclude-resource-type", random.choice(["model", "test", "seed"])]
    return words


def main():
    seed, number, out = sys.argv[1:]
    random.seed(int(seed))
    work = pathlib.Path(tempfile.mkdtemp())
    project = work / "now"
    shutil.copytree(HERE / "project", project)
    run(project, ["deps"])
    parsed = load(project)
    names = NAMES + [node.name for node in parsed.nodes.values()]
    found = {}
    while len(found) < int(number):
        words = line(names)
        lines = run(project, ["ls", *words, "--output", "json", "--output-keys", "unique_id"], parsed)
        found[" ".join(words)] = [json.loads(it)["unique_id"] for it in lines]
    pathlib.Path(out).write_text(json.dumps(found, indent=1) + "\n")
    shutil.rmtree(work)


main()
