"""Makes profiles-others.json: what other programs read in the files that were written for Cotejo's corpus.

    python3 profiles_others.py ../shared/corpus/datasets > profiles-others.json

Parquet, Arrow and JSON Lines by pyarrow, Avro by fastavro, arrays by NumPy, delimited text by DuckDB's sniffer. Counted
as in profiles.py.
"""
import io
import json
import pathlib
import sys
import tempfile
import uuid

import duckdb
import fastavro
import numpy as np
import pyarrow as pa
import pyarrow.json
import pyarrow.parquet as pq

from profiles import described, leaves, profile


# As the files of rows declare themselves.
ROWS = pa.schema([("id", pa.int64()), ("name", pa.string()), ("score", pa.float64()), ("tags", pa.list_(pa.string())),
                  ("attr", pa.map_(pa.string(), pa.int32())), ("when", pa.timestamp("ms", "UTC")),
                  ("price", pa.decimal128(10, 2)), ("color", pa.string())])


# What DuckDB's sniffer takes for something else.
SIGNS = {"comments.csv": {"comment": "#", "delimiter": ",", "header": True},
         "semicolon_decimal_comma.csv": {"decimal": ",", "delimiter": ";"}}
# What DuckDB does not know to be encoded so.
ENCODED = {"cp1250.csv": "cp1250", "latin1.csv": "latin-1", "utf16le_bom.csv": "utf-16"}
REFUSED = {"bools_dates.csv": "DuckDB takes yes and no for truth", "empty.csv": "DuckDB names a column",
           "late_type_change.csv": "DuckDB takes the column for text; here it stays numbers, and one is an oddity",
           "ragged.csv": "DuckDB reads other columns"}


def tabled(path):
    """The file as a table of Arrow."""
    name = path.name
    if name.endswith(".parquet"):
        return pq.ParquetFile(path, page_checksum_verification=True, arrow_extensions_enabled=False).read()
    if name.endswith((".feather", ".arrow")):
        return pa.ipc.open_file(path).read_all()
    if name.endswith(".arrows"):
        return pa.ipc.open_stream(path).read_all()
    if name.endswith(".avro"):
        with path.open("rb") as file:
            rows = [{**row, "attr": list(row["attr"].items())} for row in fastavro.reader(file)]
        return pa.Table.from_pylist(rows, ROWS)
    if name == "rows.jsonl":
        # Lists of numbers and objects, which DuckDB keeps as JSON.
        return duckdb.connect().read_json(str(path)).to_arrow_table()
    if name.endswith(".jsonl"):
        return pyarrow.json.read_json(path)
    if name.endswith(".json"):
        lines = "\n".join(json.dumps(row) for row in json.loads(path.read_text()))
        return pyarrow.json.read_json(io.BytesIO(lines.encode()))
    if name.endswith((".npy", ".npz")):
        array = np.load(path, allow_pickle=False)
        array = array[array.files[0]] if name.endswith(".npz") else array
        if array.dtype.names:
            parts = {key: np.atleast_1d(array[key]) for key in array.dtype.names}
            return pa.table({key: np.char.decode(part) if part.dtype.kind == "S" else part
                             for key, part in parts.items()})
        if array.ndim == 1:
            return pa.table({"0": array})
        return pa.table({str(i): np.ascontiguousarray(array[:, i]) for i in range(array.shape[1])})
    if name in ENCODED:
        with tempfile.TemporaryDirectory() as folder:
            decoded = pathlib.Path(folder, name)
            decoded.write_text(path.read_bytes().decode(ENCODED[name]), encoding="utf-8", newline="")
            return duckdb.connect().read_csv(str(decoded)).to_arrow_table()
    return duckdb.connect().read_csv(str(path), **SIGNS.get(name, {})).to_arrow_table()


def told(path):
    table = tabled(path)
    found = []
    for name in table.column_names:
        column = table.column(name).combine_chunks()
        column = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
        for leaf in leaves(column):
            one = profile(leaf)
            if path.name == "by_duckdb.parquet" and name == "u":
                one = described([v if v is None else str(uuid.UUID(bytes=v)) for v in leaf.to_pylist()], "uuid")
            found.append({**one, "path": name})
    return {"rows": table.num_rows, "leaves": found}


def main():
    folder = pathlib.Path(sys.argv[1])
    files = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.parent != folder):
        name = str(path.relative_to(folder))
        if path.name in REFUSED:
            files[name] = {"refused": REFUSED[path.name]}
            continue
        try:
            files[name] = told(path)
        except Exception as problem:  # noqa: BLE001, whatever is said is noted
            files[name] = {"refused": (str(problem).splitlines() or [type(problem).__name__])[0][:160]}
    print(json.dumps({"tool": f"pyarrow {pa.__version__}, fastavro {fastavro.__version__}, numpy {np.__version__}, "
                      f"DuckDB {duckdb.__version__}", "made": "profiles_others.py"})[:-1] + ', "files": {')
    print(",\n".join(json.dumps(name) + ": " + json.dumps(told) for name, told in files.items()))
    print("}}")


main()
