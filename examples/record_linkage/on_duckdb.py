"""Find the people who are twice in a Parquet file, with Splink on DuckDB.

    python on_duckdb.py people.parquet pairs.parquet

The pairs have the ids of two rows, the probability, and the weight of each fact in bits.
"""

import sys

import pyarrow.parquet as pq
from model import trained
from person_facts import facts
from splink import DuckDBAPI


def find(source: str, target: str, *, compared: float = 1e7, min_score: float = 0.5) -> None:
    """Write the pairs whose probability is `min_score` or more."""
    people = DuckDBAPI().register(facts(pq.read_table(source)))
    linker = trained(people, compared)
    pairs = linker.inference.predict(threshold_match_probability=min_score)
    pairs.as_duckdbpyrelation().write_parquet(target)


if __name__ == "__main__":
    find(*sys.argv[1:])
