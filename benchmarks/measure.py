"""Compare contenders by the time of the processor, in turns, so that a busy minute falls on each."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple


class Frame(Enum):
    """What happens to the results while the time is measured."""

    KEPT = "kept, collector off"
    KEPT_WITH_COLLECTOR = "kept, collector on"
    DROPPED = "dropped at once, collector off"


class Ratio(NamedTuple):
    """How many times as long one contender takes as another: the median and extremes of all rounds."""

    median: float
    lowest: float
    highest: float

    @classmethod
    def of(cls, ratios: Sequence[float]) -> "Ratio":
        """Return the ratio of these rounds."""
        return cls(statistics.median(ratios), min(ratios), max(ratios))

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.lowest:.2f}–{self.highest:.2f})"


class Work(NamedTuple):
    """A function, and what it is called with, one after the other."""

    function: Callable[[Any], object]
    inputs: Sequence[object]


def seconds(work: Work, frame: Frame = Frame.KEPT) -> float:
    """Return how long the processor takes for all inputs."""
    function, inputs = work
    if frame is Frame.KEPT_WITH_COLLECTOR:
        gc.collect()
    else:
        gc.disable()
    try:
        start = time.process_time()
        if frame is Frame.DROPPED:
            for one in inputs:
                function(one)
        else:
            kept = [function(one) for one in inputs]
        taken = time.process_time() - start
    finally:
        gc.enable()
    if frame is not Frame.DROPPED:
        del kept
    return taken


def compare(
    works: Mapping[str, Work], ours: str, rounds: int, frame: Frame = Frame.KEPT
) -> dict[str, Ratio]:
    """Return contender → how many times as long `ours` takes as it does."""
    for function, inputs in works.values():
        for one in inputs[:20]:
            function(one)  # what is compiled on first use is compiled now
    names = list(works)
    taken: list[dict[str, float]] = []
    for turn in range(rounds):
        gc.collect()
        first = turn % len(names)  # each is the first in turn, because caches are cold then
        order = names[first:] + names[:first]
        taken.append({name: seconds(works[name], frame) for name in order})
    return {
        name: Ratio.of([turn[ours] / max(turn[name], 1e-9) for turn in taken])
        for name in works
        if name != ours
    }
