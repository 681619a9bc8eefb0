"""Find planted doubles with the model of examples/record_linkage, beside `same_person`.

The doubles are those of benchmarks/doubles.py. Splink runs in a new process, on DuckDB or on Spark,
and its output and its pairs are searched for numbers of people. `make splink` runs it.
"""

import argparse
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / name) for name in ("src", "examples/record_linkage", "benchmarks")]

import doubles as planting  # noqa: E402

from psm_core import Person, columns, population  # noqa: E402
from psm_core.matching import CandidatePair, same_person  # noqa: E402

FIELDS = ["nik", "kk", "name", "sex", "birth_date", "domicile", "ktp_address", "phone"]
SHARE = 50
"""Among so many people one double is planted."""
SMALL = 3_000
MIN_SCORE = 0.5
NIK = re.compile(rb"(?<![0-9.])99[0-9]{14}")
"""Of an invented person. The digits of a probability come after a point."""


def rows_of(people: list[Person]) -> pa.Table:
    """Return people as the rows of a list, with their positions as ids."""
    rows = columns.record_table(people, Person, columns=FIELDS)
    regions = [pc.struct_field(rows[name], "region") for name in ("domicile", "ktp_address")]
    ids = pa.array(map(str, range(len(people))), pa.string())
    return rows.append_column("village", pc.coalesce(*regions)).append_column("id", ids)


def with_duckdb(source: str, target: str, compared: float) -> None:
    import on_duckdb  # noqa: PLC0415 - only the process that runs Splink imports it

    on_duckdb.find(source, target, compared=compared, min_score=MIN_SCORE)


def with_spark(source: str, target: str, compared: float) -> None:
    import on_spark  # noqa: PLC0415
    from pyspark.sql import SparkSession  # noqa: PLC0415
    from splink.backends.spark import similarity_jar_location  # noqa: PLC0415

    settings = {
        **on_spark.SETTINGS,
        "spark.jars": similarity_jar_location(),
        "spark.sql.shuffle.partitions": "4",
    }
    spark = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    on_spark.find(spark, source, target, compared=compared, min_score=MIN_SCORE)
    spark.stop()


ENGINES = {"duckdb": with_duckdb, "spark": with_spark}


def memory() -> int:
    """Return the most memory that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def run_engine(folder: Path, engine: str, compared: float) -> list[CandidatePair]:
    """Run Splink in a new process; return its pairs, without their reasons."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[:3])}
    if engine == "spark":
        import _java  # noqa: PLC0415

        environment["JAVA_HOME"] = str(_java.java_home(folder / "java"))
        environment |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    command = [sys.executable, __file__, "--job", str(folder), "--engine", engine]
    started, used = time.perf_counter(), children()
    done = subprocess.run(
        [*command, "--compared", str(compared)], env=environment, capture_output=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr.decode("utf-8", "replace"))
    written = pq.read_table(folder / "pairs.parquet")
    contents = (str(one).encode() for one in (written.column_names, *written.columns))
    if NIK.search(b"\n".join((done.stdout, done.stderr, *contents))):
        sys.exit("a NIK is in the output of Splink")
    print(f"Splink on {engine}: {children() - used:.1f} s of processor time,", end=" ")
    print(f"{time.perf_counter() - started:.1f} s in all, {done.stdout.decode()}", end="")
    return [pair_of(row) for row in written.to_pylist()]


def children() -> float:
    """Return the processor time of all processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def pair_of(row: dict[str, Any]) -> CandidatePair:
    first, second = sorted((int(row["id_l"]), int(row["id_r"])))
    return CandidatePair(first, second, row["match_probability"], ())


def prove(folder: Path, options: argparse.Namespace) -> None:
    villages = population.villages(people=options.people, seed=1, as_of=planting.DAY)
    people = [person for village in villages for person in village.people]
    doubles = planting.planted(people, options.people // SHARE, seed=1)
    print(f"{len(people):,} people, {len(doubles):,} of them doubles")
    pq.write_table(rows_of(people), folder / "rows.parquet")
    planting.print_results(run_engine(folder, options.engine, options.compared), doubles)
    if options.compare:
        started = time.process_time()
        found = same_person(people, min_score=MIN_SCORE)
        seconds = time.process_time() - started
        print(f"same_person: {seconds:.1f} s of processor time, {memory()} MB with the people")
        planting.print_results(found, doubles)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("people", type=int, nargs="?", default=100_000)
    parser.add_argument("--engine", choices=ENGINES, default="duckdb")
    parser.add_argument("--compared", type=float, default=1e7, help="pairs of the training")
    parser.add_argument("--compare", action="store_true", help="run same_person too")
    parser.add_argument("--small", action="store_true", help=f"{SMALL} people, on both engines")
    parser.add_argument("--job", type=Path, help="only run Splink, in this folder")
    options = parser.parse_args()
    if options.job:
        source, target = (str(options.job / f"{name}.parquet") for name in ("rows", "pairs"))
        ENGINES[options.engine](source, target, options.compared)
        print(f"{memory()} MB of the process of Python")
        return
    if options.small:
        options.people, options.compared = SMALL, 1e5
    for engine in ENGINES if options.small else [options.engine]:
        options.engine = engine
        with TemporaryDirectory(prefix="splink-proof-") as name:
            prove(Path(name), options)


if __name__ == "__main__":
    main()
