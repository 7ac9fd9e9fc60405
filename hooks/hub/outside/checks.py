"""What editors must mend about outside links: closed addresses, dead ones, and quarantines that have ended."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..model import Library
from ..problem import Problem
from .addresses import Use, addresses
from .ledger import NAME, ledger_line
from .public import why_closed


def check(library: Library, content: Path) -> Iterator[Problem]:
    """Yield the Problems of every outside address, at each line that uses it."""
    found = addresses(library)
    yield from _closed(found)
    today, ledger = library.settings.today, library.ledger
    for address, state in ledger.items():
        uses = found.get(address, ())
        if state.told_dead(today) and state.status is not None:
            seen = f"last seen {state.good}" if state.good else "never seen to answer"
            message = (
                f"'{address}' no longer answers ({state.status.label['en']}; {seen}); "
                "write its new address here, or that of an archived copy"
            )
            yield from (Problem(use.path, use.line, "dead-link", message, notice=True) for use in uses)
        if uses and state.quarantine and state.quarantine.until < today:
            reason, _ = state.quarantine.reason.said(library.settings.first_language)
            message = (
                f"the quarantine of '{address}' ended on {state.quarantine.until} ({reason}); "
                "look at the address, then write 'hub links quarantine' with a new date, or with --lift"
            )
            yield Problem(NAME, ledger_line(content, address), "quarantine-over", message, notice=True)


def _closed(found: Mapping[str, tuple[Use, ...]]) -> Iterator[Problem]:
    for address, uses in found.items():
        why = why_closed(address)
        for use in uses if why else ():
            message = f"'{address}' is no public address: {why}; write one that every reader can open"
            yield Problem(use.path, use.line, "closed-address", message)
