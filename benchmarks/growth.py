"""Whether a document takes as long among a million as among a thousand. All records are kept.

A ratio is the time a document, divided by the time a document of the smallest number. With the
collector on, more records take longer, because the collector visits those that are kept.
"""

from itertools import cycle, islice

from contenders import CONTENDERS, OURS, SAME_RULES
from measure import Frame, Ratio, Work, seconds
from report import options, show
from samples import worker_texts

from psm_core import Worker

FIRST, STEP = 1_000, 10
DISTINCT = 5_000


def numbers(largest: int) -> list[int]:
    """Return how many documents are read: each number is ten times the one before."""
    return [FIRST * STEP**power for power in range(10) if FIRST * STEP**power <= largest]


def main() -> None:
    """Print the growth of this package and of pydantic."""
    parser = options(__doc__, count=100_000, rounds=3)
    given = parser.parse_args()
    texts = worker_texts(min(given.count, DISTINCT))
    sizes = numbers(given.count) or [given.count]
    table: dict[str, dict[str, Ratio]] = {f"{size:,}": {} for size in sizes}
    for name in (OURS, SAME_RULES):
        read = CONTENDERS[name](Worker).read_json
        works = {size: Work(read, list(islice(cycle(texts), size))) for size in sizes}
        seconds(works[sizes[0]])  # what is compiled on first use is compiled now
        for frame in (Frame.KEPT, Frame.KEPT_WITH_COLLECTOR):
            turns = [
                {size: seconds(work, frame) / size for size, work in works.items()}
                for _ in range(given.rounds)
            ]
            for size in sizes:
                ratio = Ratio.of([turn[size] / turn[sizes[0]] for turn in turns])
                table[f"{size:,}"][f"{name}, {frame.value}"] = ratio
    show({"documents": table}, as_json=given.json)


if __name__ == "__main__":
    main()
