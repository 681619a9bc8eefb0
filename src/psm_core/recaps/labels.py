"""Names for rows and columns that are distinct within a table."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeVar

from ..regions import Region
from ..values.region_code import RegionCode

K = TypeVar("K")


def region_labels(regions: Iterable[Region]) -> dict[RegionCode, str]:
    """Return code → full name. The code is added where two regions share a name."""
    return distinct_labels({one.code: (one.full_name, str(one.code)) for one in regions})


def distinct_labels(named: Mapping[K, tuple[str, str]]) -> dict[K, str]:
    """Return key → label, from key → (name, suffix). The suffix is added to a repeated name."""
    uses = Counter(name for name, _ in named.values())
    labels: dict[K, str] = {}
    used: set[str] = set()
    for key, (name, suffix) in named.items():
        label = name if uses[name] == 1 else f"{name} ({suffix})"
        while label in used:
            label += "*"
        used.add(label)
        labels[key] = label
    return labels
