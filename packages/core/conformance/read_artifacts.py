#!/usr/bin/env python3
"""Reads the artifacts of a target folder with dbt's own classes and against its own JSON Schemas.

usage: read_artifacts.py TARGET_FOLDER     run with a Python that has dbt-core 1.12
Exit code 1, and every problem, if dbt could not read what btn wrote.
"""
import json, os, pathlib, sys

os.environ["DBT_SEND_ANONYMOUS_USAGE_STATS"] = "false"
from dbt.artifacts.schemas.catalog import CatalogArtifact
from dbt.artifacts.schemas.freshness import FreshnessExecutionResultArtifact
from dbt.artifacts.schemas.manifest import WritableManifest
from dbt.artifacts.schemas.run import RunResultsArtifact
from dbt.contracts.graph.manifest import Manifest
import jsonschema

folder = pathlib.Path(sys.argv[1])
problems = []


def check(name, artifact):
    path = folder / name
    if not path.exists():
        print(f"{name}: not there")
        return None
    data = json.loads(path.read_text())
    try:
        read = artifact.read_and_check_versions(str(path))
    except Exception as problem:
        problems.append(f"{name}: {type(problem).__name__}: {problem}")
        return None
    validator = jsonschema.Draft202012Validator(artifact.json_schema())
    for error in list(validator.iter_errors(data))[:20]:
        where = "/".join(map(str, error.absolute_path))
        if "additionalProperties" == error.validator and "btn_version" in error.message:
            continue
        problems.append(f"{name}: {where}: {error.message[:300]}")
    return data, read


def compare(section, written, read):
    for key, value in written.items():
        other = read[key]
        if not isinstance(value, dict):
            if value != other:
                problems.append(f"{section}/{key}: {value!r} is read as {other!r}"[:400])
            continue
        for name in sorted(set(value) | set(other)):
            if name == "deprecation_date":
                continue
            if value.get(name, "absent") != other.get(name, "absent"):
                problems.append(f"{section}/{key}/{name}: {value.get(name, 'absent')!r} is read as {other.get(name, 'absent')!r}"[:400])


found = check("manifest.json", WritableManifest)
if found:
    data, manifest = found
    back = Manifest.from_writable_manifest(manifest)
    print(f"manifest.json: {len(back.nodes)} nodes, {len(back.sources)} sources, {len(back.macros)} macros")
    # What dbt would write of what it read: every value must survive.
    again = manifest.to_dict(omit_none=False, context={"artifact": True})
    for section in sorted(set(data) - {"metadata", "disabled"}):
        compare(section, data[section], again[section])
    for key, values in data["disabled"].items():
        for at, value in enumerate(values):
            compare("disabled", {f"{key}/{at}": value}, {f"{key}/{at}": again["disabled"][key][at]})
found = check("run_results.json", RunResultsArtifact)
if found:
    data, results = found
    print(f"run_results.json: {len(results.results)} results")
    again = results.to_dict(omit_none=False)
    for value, other in zip(data["results"], again["results"]):
        for name in sorted(set(value) | set(other)):
            if name != "timing" and value.get(name, "absent") != other.get(name, "absent"):
                problems.append(f"results/{value['unique_id']}/{name}: {value.get(name)!r} is read as {other.get(name)!r}"[:400])

for name, artifact in (("catalog.json", CatalogArtifact), ("sources.json", FreshnessExecutionResultArtifact)):
    if check(name, artifact):
        print(f"{name}: read")

print("\n".join(problems) or "dbt reads them as they are")
sys.exit(1 if problems else 0)
