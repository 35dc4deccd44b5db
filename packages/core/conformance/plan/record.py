#!/usr/bin/env python3
"""Records what dbt itself selects and lists for every line of cases.txt, and the manifest that it worked on.

usage: record.py            run with a Python that has dbt-core 1.12 and dbt-duckdb; needs no network
Writes expected/manifest.json (reduced to what tests need), expected/state.json, expected/selected.json and
expected/listed.json beside this file. The project is copied to a temporary folder first.
"""
import contextlib, copy, io, json, os, pathlib, re, shlex, shutil, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
os.environ["DBT_SEND_ANONYMOUS_USAGE_STATS"] = "false"

# What the project looked like before: file → (text now, text then); None means that the file was not there.
BEFORE = {
    "models/staging/stg_customers.sql": ("amount from", "0 as amount from"),
    "models/marts/core/dim_customers.sql": ("'pii'", "'old'"),
    "models/marts/core/fct_orders.sql": ("unique_key='id'", "unique_key='customer_id'"),
    "models/top_of_pkg.sql": None,
    "macros/cents.sql": ("/ 100", "/ 1000"),
    "seeds/raw_customers.csv": ("2,b,20", "2,b,21"),
    "models/schema.yml": [
        ("data_type: varchar", "data_type: text"),
        ("identifier: app_events", "identifier: old_events"),
        ("access: protected", "access: public"),
        ("severity: WARN", "severity: ERROR"),
    ],
    "dbt_project.yml": ("+schema: fin", "+schema: money"),
}

# How the earlier run is said to have ended.
STATUSES = {"model.rich.fct_orders": "error", "model.rich.stg_customers": "success", "model.rich.revenue": "skipped",
            "test.rich.no_negative": "pass", "seed.rich.raw_orders": "success"}

PLANS = ["build", "run", "test", "seed", "compile", "build --select +fct_orders", "build --select tag:mart",
         "build --select test_type:generic", "build --exclude dim_customers", "build --select stg_customers revenue",
         "build --select raw_orders revenue my_positive", "build --exclude-resource-type test", "run --select staging marts",
         "build --select resource_type:test", "build --exclude stg_orders", "compile --select +uses_prod"]

# Keys of manifest.json that no test of ours reads are left out, and so are macros that no node reaches.
DROPPED = ("semantic_models", "saved_queries", "unit_tests", "metrics", "exposures", "functions")


def main():
    work = pathlib.Path(tempfile.mkdtemp())
    now, before = work / "now", work / "before"
    shutil.copytree(HERE / "project", now)
    shutil.copytree(HERE / "project", before)
    change(before)
    out = HERE / "expected"
    out.mkdir(exist_ok=True)
    for folder in (now, before):
        run(folder, ["deps"])
        run(folder, ["parse"])
    state = now / "state"
    state.mkdir()
    shutil.copy(before / "target/manifest.json", state)
    results = [{"unique_id": key, "status": value, "timing": [], "thread_id": "main", "execution_time": 0,
                "adapter_response": {}, "message": None, "failures": None, "compiled": None, "compiled_code": None,
                "relation_name": None} for key, value in STATUSES.items()]
    metadata = {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json"}
    write(state / "run_results.json", {"metadata": metadata, "results": results, "elapsed_time": 0, "args": {}})
    shutil.copy(state / "run_results.json", out / "state_results.json")
    manifest = json.loads((now / "target/manifest.json").read_text().replace(str(now), "/project"))
    earlier = json.loads((before / "target/manifest.json").read_text().replace(str(before), "/project"))
    write(out / "manifest.json", reduce(manifest))
    write(out / "state_manifest.json", reduce(earlier))
    selected, listed = {}, {}
    parsed = load(now)
    for line in (HERE / "cases.txt").read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        args = shlex.split(line)
        lines = run(now, ["ls", *args, "--output", "json", "--output-keys", "unique_id"], parsed)
        selected[line] = [json.loads(it)["unique_id"] for it in lines]
    for output in ("selector", "name", "path", "json"):
        listed[output] = run(now, ["ls", "--output", output], parsed)
    keys = ["unique_id", "config.materialized", "config.meta.owner", "access", "columns", "nope"]
    listed["keys"] = run(now, ["ls", "--output", "json", "--output-keys", *keys], parsed)
    listed["keys_asked"] = keys
    planned = {line: plan(now, shlex.split(line), parsed) for line in PLANS}
    write(out / "planned.json", planned)
    text = json.dumps({"selected": selected, "listed": listed}, indent=1).replace(str(now), "/project")
    both = json.loads(text)
    write(out / "selected.json", both["selected"])
    write(out / "listed.json", both["listed"])
    shutil.rmtree(work)
    print(f"{len(selected)} selections recorded")


def change(folder):
    for name, edit in BEFORE.items():
        path = folder / name
        if edit is None:
            path.unlink()
            continue
        text = path.read_text()
        for new, old in edit if isinstance(edit, list) else [edit]:
            assert new in text, (name, new)
            text = text.replace(new, old)
        path.write_text(text)


def load(folder):
    """The manifest, parsed once; it is given to every further invocation."""
    from dbt.cli.main import dbtRunner
    with inside(folder):
        result = dbtRunner().invoke(["-q", "parse"])
    return result.result


def run(folder, args, manifest=None):
    from dbt.cli.main import dbtRunner
    with inside(folder), contextlib.redirect_stdout(io.StringIO()):
        result = dbtRunner(manifest=manifest and copy.deepcopy(manifest)).invoke(["-q", *args])
    if result.exception:
        sys.exit(f"{args}: {result.exception}")
    return list(result.result) if args[0] == "ls" else None


def plan(folder, args, manifest):
    """What dbt takes in which order with one thread, and who waits for whom (all pairs, ephemeral models left out)."""
    from dbt.cli.main import dbtRunner
    import networkx as nx
    from dbt.task.runnable import GraphRunnableTask
    queues = []
    original = GraphRunnableTask._runtime_initialize

    def spy(task):
        original(task)
        queues.append(task.job_queue.graph.copy())

    GraphRunnableTask._runtime_initialize = spy
    with inside(folder), contextlib.redirect_stdout(io.StringIO()):
        shutil.rmtree("rich.duckdb", ignore_errors=True)
        result = dbtRunner(manifest=copy.deepcopy(manifest)).invoke(["-q", *args, "--threads", "1"])
    GraphRunnableTask._runtime_initialize = original
    ids = [it.node.unique_id for it in result.result.results]
    if args[0] != "compile":
        ids = [it for it in ids if not it.startswith("operation.")]
    pairs = nx.transitive_closure(queues[0]).edges()
    return {"order": ids, "pairs": sorted([above, below] for above, below in pairs if above in ids and below in ids)}


@contextlib.contextmanager
def inside(folder):
    home = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(home)


def reduce(manifest):
    kept = {key: value for key, value in manifest.items() if key not in DROPPED}
    macros, todo = {}, []
    for node in manifest["nodes"].values():
        todo += node["depends_on"]["macros"]
    todo += [key for key in manifest["macros"] if not key.startswith(("macro.dbt.", "macro.dbt_duckdb."))]
    while todo:
        key = todo.pop()
        if key in macros:
            continue
        macros[key] = manifest["macros"][key]
        todo += macros[key]["depends_on"]["macros"]
    # The macros of dbt are kept without their text, which is not ours; they are the same before and after.
    for key, macro in macros.items():
        if key.startswith(("macro.dbt.", "macro.dbt_duckdb.")):
            macros[key] = {**macro, "macro_sql": ""}
    kept["macros"] = dict(sorted(macros.items()))
    kept["docs"] = {key: doc for key, doc in manifest["docs"].items() if not key.startswith("doc.dbt.")}
    fixed = ("project_name", "adapter_type", "quoting", "dbt_schema_version", "dbt_version")
    kept["metadata"] = {key: manifest["metadata"][key] for key in fixed}
    # Times would make every recording differ.
    return json.loads(re.sub(r'"created_at": [0-9.]+', '"created_at": 0', json.dumps(kept)))


def write(path, value):
    path.write_text(json.dumps(value, indent=1) + "\n")


if __name__ == "__main__":
    main()
