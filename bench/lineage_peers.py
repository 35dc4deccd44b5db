"""lineage_peers.py sqlglot|sqlmesh < question.json > answer.json

Column lineage of compiled models as SQLGlot, or SQLMesh, tells it. The question has the models and the columns of every table;
the answer has, per model, the columns in order, each with the [table, column] pairs that it comes from, or the error, and the seconds of CPU.
"""

import json
import logging
import sys
import time
from types import SimpleNamespace

import sqlglot
from sqlglot import MappingSchema, exp

logging.disable(logging.CRITICAL)


def build_schema(tables):
    schema = {}
    for table in tables:
        columns = {column["name"]: build_type(column["type"]) for column in table["columns"]}
        schema.setdefault(table["catalog"], {}).setdefault(table["schema"], {})[table["name"]] = columns
    return MappingSchema(schema, dialect="duckdb")


def build_type(text):
    """A type that SQLGlot cannot read becomes text: only names matter here."""
    try:
        return exp.DataType.build(text, dialect="duckdb")
    except Exception:
        return exp.DataType.build("VARCHAR")


def full_name(table):
    return ".".join(part.name for part in table.parts).lower()


def leaves(node):
    """The columns of tables at the ends of a lineage; what could not be followed to a table is left out."""
    found = set()
    for step in node.walk():
        if step.downstream:
            continue
        if isinstance(step.expression, exp.Table):
            column = "*" if step.name == "*" else exp.to_column(step.name).name
            found.add((full_name(step.expression), column.lower()))
    return sorted(found)


def with_sqlglot(model, schema):
    from sqlglot.lineage import lineage

    nodes = lineage(None, model["sql"], schema=schema, dialect="duckdb")
    return [{"name": name, "from": leaves(node)} for name, node in nodes.items()]


def with_sqlmesh(model, schema):
    from sqlmesh.core.dialect import parse
    from sqlmesh.core.lineage import column_dependencies
    from sqlmesh.core.model import load_sql_based_model

    name = f'"peer"."peer"."m{abs(hash(model["id"]))}"'
    text = f"MODEL (name {name}, dialect duckdb);\n{model['sql']}"
    loaded = load_sql_based_model(parse(text, default_dialect="duckdb"), dialect="duckdb")
    loaded.update_schema(schema)
    context = SimpleNamespace(get_model=lambda _: loaded, default_catalog=None)
    columns = list(loaded.columns_to_types_or_raise)
    answer = []
    for name in columns:
        parents = column_dependencies(context, loaded.name, exp.column(name, quoted=True))
        pairs = {(table.replace('"', "").lower(), column.lower()) for table, found in parents.items() for column in found}
        answer.append({"name": name, "from": sorted(pairs)})
    return answer


def main():
    question = json.load(sys.stdin)
    schema = build_schema(question["tables"])
    ask = {"sqlglot": with_sqlglot, "sqlmesh": with_sqlmesh}[sys.argv[1]]
    version = sqlglot.__version__
    if sys.argv[1] == "sqlmesh":
        import sqlmesh

        version = f"{sqlmesh.__version__} (SQLGlot {sqlglot.__version__})"
    if question["models"]:
        try:
            ask(question["models"][0], schema)  # imports and caches are not the model's time
        except Exception:
            pass
    answers = {}
    for model in question["models"]:
        start = time.process_time()
        try:
            answer = {"columns": ask(model, schema)}
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"[:300]}
        answers[model["id"]] = {**answer, "seconds": time.process_time() - start}
    json.dump({"version": version, "models": answers}, sys.stdout)


main()
