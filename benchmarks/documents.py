"""Read and write documents of workers, beside other libraries with the same fields.

A ratio is the time of psm_core divided by the time of the other: below 1, psm_core is faster.
"""

import json
from functools import partial

from contenders import (
    CONTENDERS,
    IDIOMATIC,
    LEANEST,
    OURS,
    SAME_RULES,
    TUNED,
    Contender,
    check,
    rejects,
)
from measure import Frame, Work, compare
from report import Table, options, show
from samples import BROKEN, UNUSUAL, broken, unusual, worker_texts

from psm_core import Worker

ALL_RULES = (OURS, SAME_RULES, TUNED, IDIOMATIC)
"""Contenders that reject every broken document."""
WITH_PYDANTIC = (OURS, SAME_RULES, IDIOMATIC, LEANEST)

Contenders = dict[str, Contender]


def chosen() -> Contenders:
    """Return all contenders, after a check that they agree."""
    contenders = {name: make(Worker) for name, make in CONTENDERS.items()}
    texts = worker_texts(20)
    for name, contender in contenders.items():
        wrong = [text for kind in BROKEN for text in broken(texts, kind)]
        check(name, contender, texts, wrong if name in ALL_RULES else [])
    return contenders


def tasks(contenders: Contenders, texts: list[str], rounds: int) -> Table:
    """Return the ratios of reading and writing."""
    data = [json.loads(text)["data"] for text in texts]
    works = {
        "read JSON": {name: Work(one.read_json, texts) for name, one in contenders.items()},
        "read builtins": {name: Work(one.read_builtins, data) for name, one in contenders.items()},
        "write JSON": {
            name: Work(one.write_json, [one.read_json(text) for text in texts])
            for name, one in contenders.items()
        },
    }
    return by_row({task: compare(each, OURS, rounds) for task, each in works.items()})


def frames(contenders: Contenders, texts: list[str], rounds: int) -> Table:
    """Return the ratios of reading JSON, by what happens to the records."""
    works = {name: Work(one.read_json, texts) for name, one in contenders.items()}
    return by_row({frame.value: compare(works, OURS, rounds, frame) for frame in Frame})


def invalid(contenders: Contenders, texts: list[str], rounds: int) -> Table:
    """Return the ratios of reading documents with issues."""
    return {
        kind: compare(
            {
                name: Work(partial(rejects, contenders[name]), broken(texts, kind))
                for name in WITH_PYDANTIC
            },
            OURS,
            rounds,
        )
        for kind in BROKEN
    }


def other_forms(contenders: Contenders, texts: list[str], rounds: int) -> Table:
    """Return the ratios of reading texts that differ from those that we write.

    The leanest models have no custom fields.
    """
    table = {}
    for form in UNUSUAL:
        changed = unusual(texts, form)
        works = {
            name: Work(contenders[name].read_json, changed)
            for name in WITH_PYDANTIC
            if not rejects(contenders[name], changed[0])
        }
        table[form] = compare(works, OURS, rounds)
    return table


def by_row(columns: Table) -> Table:
    """Return a table with rows and columns swapped."""
    rows = list(next(iter(columns.values())))
    return {row: {name: column[row] for name, column in columns.items()} for row in rows}


def main() -> None:
    """Print all tables."""
    given = options(__doc__, count=2000, rounds=9).parse_args()
    contenders, texts = chosen(), worker_texts(given.count)
    some = texts[: max(given.count // 4, 1)]
    tables = {
        "task": tasks(contenders, texts, given.rounds),
        "records": frames(contenders, texts, given.rounds),
        "issue": invalid(contenders, some, given.rounds),
        "form": other_forms(contenders, some, given.rounds),
    }
    show(tables, as_json=given.json)


if __name__ == "__main__":
    main()
