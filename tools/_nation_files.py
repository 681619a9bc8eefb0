"""Parquet files with the rows of an invented nation, some people twice."""

from pathlib import Path

import nation_rows
import pyarrow as pa
import pyarrow.parquet as pq

FILES = 8
REPEATED = 1_000
"""People of the first file who are in the last one too."""
DIRT = 0.03


def write_rows(folder: Path, rows: int) -> None:
    """Write the files, in several groups of rows each."""
    folder.mkdir()
    of_a_file = rows // FILES
    first = None
    for number in range(FILES):
        start = number * (of_a_file // nation_rows.BATCH_ROWS + 1)
        table = pa.Table.from_batches(nation_rows.batches(of_a_file, dirt=DIRT, first=start))
        first = table.slice(0, REPEATED) if first is None else first
        if number == FILES - 1:
            table = pa.concat_tables([table, first])
        pq.write_table(table, folder / f"part-{number}.parquet", row_group_size=of_a_file // 4)
