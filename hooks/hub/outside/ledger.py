"""The ledger of outside addresses: what was found when each was last asked, as a file that merges line by line."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, TypeAdapter, ValidationError

from ..files import read_text
from ..problem import Problem
from ..vocabulary import Choice, Text, Value, words

NAME = "ledger/links.json"
"""Where the ledger lies, beside the content folder."""
LIMIT = 5_000_000
"""The largest ledger in bytes: some 20,000 addresses."""
DEAD_AFTER_CHECKS, DEAD_AFTER = 3, dt.timedelta(days=7)
"""An address is dead when this many checks in a row failed, the first of them at least this long before the last."""
GONE_TWICE = 2
"""… or when the server said on this many days in a row that the page is gone."""


class Status(Choice):
    """What came of asking an address once."""

    OK = "ok", words(da="svarer", en="answers")
    REFUSED = "refused", words(da="afviser robotter", en="turns robots away")
    GONE = "gone", words(da="siden findes ikke", en="the page does not exist")
    NO_HOST = "no-host", words(da="servernavnet findes ikke", en="the server name does not exist")
    UNREACHABLE = "unreachable", words(da="serveren svarer ikke", en="the server does not answer")
    TIMEOUT = "timeout", words(da="svarer ikke i tide", en="does not answer in time")
    CERTIFICATE = "certificate", words(da="certifikatet er ikke gyldigt", en="the certificate is not valid")
    ERROR = "error", words(da="serveren melder fejl", en="the server reports an error")
    LOOP = "loop", words(da="omdirigerer i ring", en="redirects in a circle")
    CLOSED = "closed", words(da="fører til et lukket netværk", en="leads to a closed network")

    @property
    def failed(self) -> bool:
        """Tell whether it speaks against the address; a server that turns robots away may well serve people."""
        return self not in {Status.OK, Status.REFUSED}


class Change(NamedTuple):
    """From which day on an address had a status, and on how many days in a row it was asked and had it."""

    date: dt.date
    status: Status
    days: Annotated[int, Field(ge=1)]


class Quarantine(Value):
    """Until when nobody is told that an address fails, and why."""

    until: dt.date
    reason: Text


class LinkState(Value):
    """What is known of one address."""

    checked: dt.date | None = None
    good: dt.date | None = None
    """The last day it answered."""
    history: tuple[Change, ...] = ()
    """The changes of its status, oldest first."""
    quarantine: Quarantine | None = None

    @property
    def status(self) -> Status | None:
        """Return the latest status, None when it was never asked."""
        return self.history[-1].status if self.history else None

    @property
    def dead(self) -> bool:
        """Tell whether it has failed so often, and for so long, that readers must be told."""
        failing: list[Change] = []
        for change in reversed(self.history):
            if not change.status.failed:
                break
            failing.append(change)
        if not failing or self.checked is None:
            return False
        if failing[0].status is Status.GONE and failing[0].days >= GONE_TWICE:
            return True
        often = sum(change.days for change in failing) >= DEAD_AFTER_CHECKS
        return often and self.checked - failing[-1].date >= DEAD_AFTER

    def told_dead(self, today: dt.date) -> bool:
        """Tell whether it is dead and not in quarantine on that day."""
        return self.dead and not (self.quarantine and today <= self.quarantine.until)


Ledger = Mapping[str, LinkState]
_FORM = TypeAdapter(dict[str, LinkState])
_MEND = "take the file back from the last good commit, or write {} into it to begin anew"


def read_ledger(content: Path, file: Path | None = None) -> tuple[dict[str, LinkState], list[Problem]]:
    """Return the ledger beside the ``content`` folder, or in ``file``; an empty one where there is none."""
    place, name = file or content.parent / NAME, NAME if file is None else file.as_posix()
    if not place.exists():
        return {}, []
    text = read_text(place, name, LIMIT)
    if isinstance(text, Problem):
        return {}, [text]
    try:
        found = json.loads(text, object_pairs_hook=_once)
        return _FORM.validate_python(found), []
    except json.JSONDecodeError as error:
        line, found_there = error.lineno, "this line is no JSON"
    except _TwiceError as error:
        line, found_there = _line(text, str(error), last=True), f"'{error}' stands twice; keep one line of it"
    except ValidationError as error:
        where = [str(part) for part in error.errors(include_url=False)[0]["loc"]]
        line = _line(text, where[0]) if where else 1
        found_there = f"{'/'.join(where) or 'the whole file'} is not as 'hub links check' writes it"
    except RecursionError:
        line, found_there = 1, "values are nested too deep"
    return {}, [Problem(name, line, "ledger-unreadable", f"the ledger of links cannot be read: {found_there}; {_MEND}")]


class _TwiceError(ValueError):
    pass


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        raise _TwiceError(next(key for key, _ in pairs if key in seen or seen.add(key)))  # type: ignore[func-returns-value]
    return found


def _line(text: str, key: str, *, last: bool = False) -> int:
    wanted = json.dumps(key, ensure_ascii=False) + ":"
    at = text.rfind(wanted) if last else text.find(wanted)
    return text.count("\n", 0, max(at, 0)) + 1


def ledger_line(content: Path, address: str) -> int:
    """Return the line of an address in the ledger beside ``content``."""
    text = read_text(content.parent / NAME, NAME, LIMIT)
    return 1 if isinstance(text, Problem) else _line(text, address)


def written(ledger: Ledger) -> str:
    """Return the ledger as its file holds it: sorted, one address a line, so that two changes merge."""
    lines = [
        f"{json.dumps(address, ensure_ascii=False)}: "
        + json.dumps(state.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
        for address, state in sorted(ledger.items())
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"
