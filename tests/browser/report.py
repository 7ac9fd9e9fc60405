"""Says what a gate found, and nothing else: one line for each fault, with the places where it was seen."""

from collections import defaultdict
from collections.abc import Iterable

import pytest

PLACES = 6
LINES = 30


def none_of(faults: Iterable[str]) -> None:
    """Fail with the faults, each a line ``where: what``, unless there are none."""
    places: dict[str, list[str]] = defaultdict(list)
    for fault in faults:
        where, _, what = fault.partition(": ")
        places[what].append(where)
    lines = [
        f"{what}\n    {len(where)} times: {', '.join(where[:PLACES])}{' …' if len(where) > PLACES else ''}"
        for what, where in places.items()
    ]
    if lines:
        more = [f"… and {len(lines) - LINES} more"] if len(lines) > LINES else []
        pytest.fail("\n".join(lines[:LINES] + more), pytrace=False)
