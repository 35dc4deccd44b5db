/**
 * What Python runs, beside btn: it makes a DuckDB connection of its own in which a model finds the relations that it names, and hands
 * back the tables that the model's `materialize` made there. Questions go out through file descriptor 3, answers come through
 * standard input, one line of JSON each; a Python without the package duckdb says so and stops.
 */
export const RUNNER = String.raw`
import json, linecache, os, sys, threading, traceback, types

questions = os.fdopen(3, "w", encoding="utf-8")
answers = os.fdopen(os.dup(0), encoding="utf-8")
job = json.loads(answers.readline())
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
one_at_a_time = threading.Lock()


def ask(**question):
    with one_at_a_time:
        questions.write(json.dumps(question) + "\n")
        questions.flush()
        return json.loads(answers.readline())


def fail(error, text=None):
    frames = traceback.extract_tb(error.__traceback__)
    own = [index for index, frame in enumerate(frames) if frame.filename == job["path"]]
    shown = frames[own[0]:] if own else frames
    line = error.lineno if isinstance(error, SyntaxError) and error.filename == job["path"] else None
    if line is None and own:
        line = frames[own[-1]].lineno
    lines = ["Traceback (most recent call last):\n", *traceback.format_list(shown)] if shown else []
    lines += traceback.format_exception_only(type(error), error)
    missing = error.name if isinstance(error, ModuleNotFoundError) else None
    ask(failed={"text": "".join(lines).rstrip(), "line": line, "missing": missing})
    sys.exit(1)


try:
    import duckdb
except ImportError as error:
    ask(failed={"text": str(error), "line": None, "missing": "duckdb"})
    sys.exit(1)

sys.path[:] = [path for path in sys.path if path != ""] + job["modulePaths"]


def connect():
    con = duckdb.connect(":memory:")
    con.execute("set enable_progress_bar = false")
    for sql in job["extensions"]:
        try:
            con.execute(sql)
        except duckdb.Error as error:
            # Most models do without what SQL elsewhere needs; one that does not fails with a message of its own.
            print(error, file=sys.stderr)
    for sql in job["setup"]:
        con.execute(sql)
    return con


def run(con):
    loaded = set()

    def load(name, optional=True):
        if name not in loaded:
            loaded.add(name)
            for sql in ask(load=name, optional=optional)["statements"]:
                con.execute(sql)

    def load_df(name):
        load(name, optional=False)
        return con.query(f"select * from {name}")

    text = job["text"]
    linecache.cache[job["path"]] = (len(text), None, text.splitlines(True), job["path"])
    module = types.ModuleType(job["name"])
    module.__file__ = job["path"]
    sys.modules[job["name"]] = module
    exec(compile(text, job["path"], "exec"), module.__dict__)

    plain_name = module.this.__repr__

    def name_of_this(self):
        name = plain_name(self)
        load(name)
        return name

    module.this.__repr__ = name_of_this
    for name in job["names"]:
        load(name)
    result = module.model(module.dbtObj(load_df), con)
    if isinstance(result, duckdb.DuckDBPyRelation):
        module.materialize(result, con)
    else:
        # What reads the rows may go on reading while they are written, so it cannot share a connection.
        writer = con.cursor()
        for sql in job["cursorSetup"]:
            writer.execute(sql)
        module.materialize(result, writer)


MADE = """
select database_name, schema_name, table_name from duckdb_tables()
where not internal and not temporary order by table_oid
"""


def hand_over(con):
    for database, schema, name in con.execute(MADE).fetchall():
        table = ".".join('"' + part.replace('"', '""') + '"' for part in (database, schema, name))
        columns = [row[:2] for row in con.execute(f"describe {table}").fetchall()]
        for sql in ask(made={"database": database, "schema": schema, "name": name, "columns": columns})["statements"]:
            con.execute(sql)
    ask(done=True)


try:
    con = connect()
    run(con)
    hand_over(con)
except BaseException as error:
    fail(error)
`
