"""Read and write documents of every class, and documents of 1 to 100 kB, beside pydantic.

The pydantic models have our fields, terms and lengths. Only those of a worker have our rules across
fields; for other classes psm_core checks more.
"""

from functools import cache
from types import ModuleType

from contenders import OURS, SAME_RULES, check, psm_core, pydantic_in
from contenders.pydantic_models import PydanticModels
from measure import Ratio, Work, compare
from report import Table, options, show
from samples import GROWING, fullest, sized

from psm_core.wire.versions import NAMES

SIZES = (1_000, 10_000, 100_000)
"""In bytes."""


@cache
def models() -> ModuleType:
    """Return the models of all classes."""
    return PydanticModels().load(NAMES)


def ratios(cls: type, text: str, count: int, rounds: int) -> dict[str, Ratio]:
    """Return the ratios of reading and writing one document many times."""
    contenders = {OURS: psm_core(cls), SAME_RULES: pydantic_in(models(), cls)}
    for name, contender in contenders.items():
        check(name, contender, [text], [])
    works = {
        "read JSON": {
            name: Work(one.read_json, [text] * count) for name, one in contenders.items()
        },
        "write JSON": {
            name: Work(one.write_json, [one.read_json(text)] * count)
            for name, one in contenders.items()
        },
    }
    return {task: compare(each, OURS, rounds)[SAME_RULES] for task, each in works.items()}


def by_class(count: int, rounds: int) -> Table:
    """Return the ratios of each class, for a document with many of its fields."""
    return {name: ratios(cls, fullest(cls), count, rounds) for cls, name in NAMES.items()}


def by_size(count: int, rounds: int) -> Table:
    """Return the ratios of documents with few and with many items."""
    return {
        f"{NAMES[cls]}, {size // 1000} kB": ratios(
            cls, sized(cls, size), max(count * SIZES[0] // size, 1), rounds
        )
        for cls in GROWING
        for size in SIZES
    }


def main() -> None:
    """Print both tables."""
    given = options(__doc__, count=1000, rounds=9).parse_args()
    tables = {
        "class": by_class(given.count, given.rounds),
        "size": by_size(given.count, given.rounds),
    }
    show(tables, as_json=given.json)


if __name__ == "__main__":
    main()
