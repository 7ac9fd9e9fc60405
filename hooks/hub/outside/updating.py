"""How the ledger follows what was found: which addresses are asked next, and what their results change."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from .asking import Result
from .ledger import Change, Ledger, LinkState, Quarantine, Status

REMEMBERED = 12
"""How many changes of status an address keeps."""
_OF_THE_NETWORK = frozenset({Status.NO_HOST, Status.UNREACHABLE, Status.TIMEOUT})
_ENOUGH_TO_JUDGE = 10


def in_turn(addresses: Iterable[str], ledger: Ledger) -> list[str]:
    """Return the addresses in the order to ask them: longest unasked first, and no server twice in a row if it can be."""
    earlier: Counter[tuple[dt.date, str]] = Counter()
    order: list[tuple[dt.date, int, str]] = []
    for address in sorted(addresses):
        state = ledger.get(address)
        day = state.checked if state and state.checked else dt.date.min
        host = urlsplit(address).hostname or ""
        order.append((day, earlier[day, host], address))
        earlier[day, host] += 1
    return [address for _, _, address in sorted(order)]


def looks_offline(results: Mapping[str, Result]) -> bool:
    """Tell whether so many addresses could not be reached at all that this machine's own network must be at fault."""
    unreached = sum(result.status in _OF_THE_NETWORK for result in results.values())
    return len(results) >= _ENOUGH_TO_JUDGE and unreached * 2 > len(results)


def update(ledger: Ledger, addresses: Iterable[str], results: Mapping[str, Result], today: dt.date) -> Ledger:
    """Return the ledger after a run: what was asked is recorded, what the hub no longer links to is left out.

    A second run on the same day replaces the first one's result, so that running often makes no address die sooner.
    """
    kept: dict[str, LinkState] = {}
    for address in sorted(set(addresses)):
        before = ledger.get(address, LinkState())
        result = results.get(address)
        after = before if result is None else _asked(before, result.status, today)
        if after != LinkState():
            kept[address] = after
    return kept


def _asked(state: LinkState, status: Status, today: dt.date) -> LinkState:
    history = list(state.history)
    if history and state.checked == today:
        last = history.pop()
        if last.days > 1:
            history.append(last._replace(days=last.days - 1))
    if history and history[-1].status is status:
        history[-1] = history[-1]._replace(days=history[-1].days + 1)
    else:
        history.append(Change(today, status, 1))
    good = today if status is Status.OK else state.good
    return LinkState(checked=today, good=good, history=tuple(history[-REMEMBERED:]), quarantine=state.quarantine)


def quarantined(ledger: Ledger, address: str, quarantine: Quarantine | None) -> Ledger:
    """Return the ledger with an address in quarantine, or taken out of it by None."""
    state = ledger.get(address, LinkState()).model_copy(update={"quarantine": quarantine})
    rest = {known: each for known, each in ledger.items() if known != address}
    return rest if state == LinkState() else {**rest, address: state}
