"""Makes profiles.json: what pyarrow reads in Apache's Parquet test files, profiled by plain Python.

    python3 profiles.py ../shared/corpus/parquet-testing/data > profiles.json

Of every leaf: values, nulls, NaN, distinct values (NaN is one), and over the rest min, max, mean, the sample standard
deviation, quantiles by linear interpolation (type 7) and the most frequent values. Sums are exact fractions. Times are
whole numbers in the unit of the column, days for dates; bytes are hexadecimal; floats are written with repr. Of a text
longer than 60 characters the first 40 and the length are kept.
"""
import json
import math
import pathlib
import sys
from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa
import pyarrow.parquet as pq

SHARES = [0.05, 0.25, 0.5, 0.75, 0.95]
TOP = 5


def leaves(array):
    """The arrays of all leaves below, in the order of Parquet's columns."""
    kind = array.type
    if isinstance(array, pa.ExtensionArray):
        return leaves(array.storage)
    if pa.types.is_struct(kind):
        return [leaf for part in array.flatten() for leaf in leaves(part)]
    if pa.types.is_map(kind):
        there = array.drop_null()
        inside = pa.ListArray.from_arrays(there.offsets, pa.StructArray.from_arrays(
            [there.keys, there.items], ["key", "value"])).flatten()
        return leaves(inside)
    if pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind):
        return leaves(array.flatten())
    if pa.types.is_dictionary(kind):
        return leaves(array.dictionary_decode())
    return [array]


def plain(array):
    """Python values: numbers, text, bytes; times as numbers."""
    kind = array.type
    if pa.types.is_timestamp(kind) or pa.types.is_time64(kind) or pa.types.is_duration(kind):
        return array.cast(pa.int64()).to_pylist()
    if pa.types.is_time32(kind) or pa.types.is_date32(kind):
        return array.cast(pa.int32()).to_pylist()
    if pa.types.is_date64(kind):
        return [None if v is None else v // 86_400_000 for v in array.cast(pa.int64()).to_pylist()]
    return array.to_pylist()


def text(value):
    whole = whole_text(value)
    return whole if len(whole) <= 60 else f"{whole[:40]}... of {len(whole)}"


def whole_text(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value + 0.0)
    return str(value)


def order(value):
    return value.encode("utf-8") if isinstance(value, str) else value


def profile(array):
    return described(plain(array), str(array.type))


def described(values, kind):
    there = [v for v in values if v is not None]
    nan = [v for v in there if isinstance(v, float) and math.isnan(v)]
    rest = [v + 0.0 if isinstance(v, float) else v for v in there if not (isinstance(v, float) and math.isnan(v))]
    told = {"type": kind, "count": len(values), "nulls": len(values) - len(there), "nan": len(nan)}
    counts = Counter(rest)
    told["distinct"] = len(counts) + (1 if nan else 0)
    if rest:
        ordered = sorted(rest, key=order)
        told["min"], told["max"] = text(ordered[0]), text(ordered[-1])
        told["top"] = [[text(v), n] for v, n in sorted(counts.items(), key=lambda p: (-p[1], order(p[0])))[:TOP]]
        number = isinstance(rest[0], (int, float, Decimal)) and not isinstance(rest[0], bool)
        if number and all(math.isfinite(v) for v in (ordered[0], ordered[-1])):
            mean = sum(map(Fraction, rest)) / len(rest)
            told["mean"] = repr(float(mean))
            if len(rest) > 1:
                square = sum((Fraction(v) - mean) ** 2 for v in rest) / (len(rest) - 1)
                told["std"] = repr(math.sqrt(square))
            told["quantiles"] = {}
            for share in SHARES:
                place = share * (len(ordered) - 1)
                low = Fraction(ordered[math.floor(place)])
                high = Fraction(ordered[math.ceil(place)])
                told["quantiles"][str(share)] = repr(float(low + (high - low) * (Fraction(place) - math.floor(place))))
    return told


# What pyarrow refuses, or what overflows its 64 bits: read by DuckDB 1.5.6, and for Spark's file, which overflows
# there too, the microseconds that the tests of arrow-rs and DataFusion expect.
OTHERS = {
    "incorrect_map_schema.parquet": (1, [
        ("my_map.key_value.key", "string", ["parent", "name"]),
        ("my_map.key_value.value", "string", ["another", "report"])]),
    "int96_from_spark.parquet": (6, [("a", "timestamp[ns]", [v if v is None else v * 1000 for v in (
        1704141296123456, 1704070800000000, 253402225200000000, 1735599600000000, None, 9089380393200000000)])]),
}


def main():
    folder = pathlib.Path(sys.argv[1])
    files = {}
    for path in sorted(folder.rglob("*.parquet*")):
        name = str(path.relative_to(folder))
        if name in OTHERS:
            rows, columns = OTHERS[name]
            files[name] = {"rows": rows, "leaves": [{**described(values, kind), "path": path_in_file}
                                                    for path_in_file, kind, values in columns]}
            continue
        try:
            file = pq.ParquetFile(path, page_checksum_verification=True, coerce_int96_timestamp_unit="us"
                                  if "int96" in name else None, arrow_extensions_enabled=False)
            told = []
            for column in range(len(file.schema_arrow)):
                parts = []
                for group in range(file.num_row_groups):
                    parts.append(file.read_row_group(group).column(column).combine_chunks())
                whole = pa.concat_arrays([c for p in parts for c in (p.chunks if isinstance(p, pa.ChunkedArray)
                                                                     else [p])]) if parts else None
                if whole is not None:
                    told += [profile(leaf) for leaf in leaves(whole)]
            names = [file.schema.column(i).path for i in range(len(file.schema))]
            for path_in_file, one in zip(names, told, strict=True) if told else []:
                one["path"] = path_in_file
            rows = sum(file.metadata.row_group(group).num_rows for group in range(file.num_row_groups))
            files[name] = {"rows": rows, "leaves": told}
        except Exception as problem:  # noqa: BLE001, whatever pyarrow says is noted
            files[name] = {"refused": str(problem).splitlines()[0][:160]}
    print(json.dumps({"tool": f"pyarrow {pa.__version__}, Python {sys.version.split()[0]}", "made": "profiles.py"})[:-1]
          + ', "files": {')
    print(",\n".join(json.dumps(name) + ": " + json.dumps(told) for name, told in files.items()))
    print("}}")


if __name__ == "__main__":
    main()
