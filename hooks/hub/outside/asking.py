"""Asks outside addresses whether they answer, through LinkChecker, and reads its XML: one verdict for each address."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import urldefrag
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from .guard import REFUSAL
from .ledger import Status

THREADS = 8
TIMEOUT = 20
"""Seconds to wait for a server."""
BUDGET = 40
"""Minutes that a run may take; what is left is asked first in the next one."""
_GRACE = 90
"""Seconds that LinkChecker may take to wind up beyond its budget and one timeout."""
_ROBOTS = frozenset({401, 402, 403, 405, 406, 407, 418, 429, 451, 999})
"""Answers that servers give to robots, or to those without an account, while readers in a browser are served."""
_GONE = frozenset({404, 410})
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot hold, but that a server's answer can."""
_ERRORS = (
    (REFUSAL, Status.CLOSED),
    ("TooManyRedirects", Status.LOOP),
    ("Timeout", Status.TIMEOUT),
    ("SSLError", Status.CERTIFICATE),
    ("NameResolutionError", Status.NO_HOST),
    ("Hostname not found", Status.NO_HOST),
    ("Bad hostname", Status.NO_HOST),
    ("ConnectionError", Status.UNREACHABLE),
    ("ProtocolError", Status.UNREACHABLE),
)
"""Names of the errors of LinkChecker's network library, the telling ones first."""


@dataclass(frozen=True)
class Result:
    """What came of asking one address."""

    status: Status
    said: str = ""
    """The number that the server answered with, if it answered."""
    moved_to: str = ""
    """Where a redirect led, when it led elsewhere."""


class AskingError(Exception):
    """LinkChecker could not be run; the message says why, in plain words."""


def ask(
    page: str,
    wanted: Sequence[str],
    agent: str,
    *,
    timeout: int = TIMEOUT,
    budget: float = BUDGET,
    threads: int = THREADS,
    allowed: frozenset[str] = frozenset(),
) -> dict[str, Result]:
    """Return a result for each of ``wanted`` that was reached within ``budget`` minutes; ``page`` is the HTML that links to them.

    ``timeout`` is in seconds. ``allowed`` names closed machines as "host:port" that may be asked all the same: for
    tests, which have their own server. It is no option of a command and no variable, for content must not set it.
    Raises AskingError when LinkChecker cannot be run.
    """
    with tempfile.TemporaryDirectory(prefix="hub-links-") as folder:
        place = Path(folder)
        place.chmod(0o755)  # LinkChecker gives up the rights of an administrator before it reads the page
        (place / "page.html").write_text(page, encoding="utf-8")
        (place / "linkcheckerrc").write_text(_settings(timeout, budget, threads), encoding="utf-8")
        output = place / "results.xml"
        command = [
            *(sys.executable, "-m", "hub.outside.guard", ",".join(sorted(allowed)) or "-"),
            *("--config", str(place / "linkcheckerrc"), "--user-agent", agent, "--recursion-level", "1"),
            *("--check-extern", "--verbose", "--no-status", "--output", "xml/utf-8", str(place / "page.html")),
        ]
        with output.open("wb") as results, (place / "log").open("wb") as log:
            try:
                done = subprocess.run(
                    command,
                    cwd=folder,
                    env=_environment(folder),
                    stdin=subprocess.DEVNULL,
                    stdout=results,
                    stderr=log,
                    timeout=budget * 60 + timeout + _GRACE,
                    check=False,
                )
                code = done.returncode
            except subprocess.TimeoutExpired:
                code = 1  # what it has told so far counts
        found = read_results(output.read_text(encoding="utf-8", errors="replace"), wanted)
        if not found and wanted and code != 0:
            said = (place / "log").read_text(encoding="utf-8", errors="replace").strip().splitlines()
            hint = "run 'make setup'" if any("linkcheck'" in line for line in said) else "see what it says"
            raise AskingError(f"LinkChecker asked nothing ({said[-1][:200] if said else f'exit {code}'}); {hint}")
    return found


def _settings(timeout: int, budget: float, threads: int) -> str:
    return (
        f"[checking]\nthreads={threads}\ntimeout={timeout}\naborttimeout={timeout}\n"
        f"maxrunseconds={max(1, round(budget * 60))}\n"
    )


def _environment(folder: str) -> dict[str, str]:
    """Return what LinkChecker may know: no proxy, no passwords or settings of whoever runs it, errors in English."""
    passed = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    return {**passed, "HOME": folder, "LC_ALL": "C.UTF-8", "LANGUAGE": "C", "PYTHONDONTWRITEBYTECODE": "1"}


def read_results(xml: str, wanted: Sequence[str]) -> dict[str, Result]:
    """Return the result of each of ``wanted`` that LinkChecker's XML tells of; an XML that breaks off counts as far as it goes."""
    found: dict[str, Result] = {}
    ends: dict[str, Result] = {}
    for each in _told(xml):
        result = _result(each)
        found.setdefault(each.findtext("url") or "", result)
        for name in (each.findtext("url"), each.findtext("realurl")):
            ends.setdefault(urldefrag(name or "").url, result)
    # LinkChecker tells nothing of an address that another one has led to already.
    known = ((address, found.get(address) or ends.get(urldefrag(address).url)) for address in wanted)
    return {address: result for address, result in known if result is not None}


def _told(xml: str) -> Iterator[Element]:
    parser: XMLPullParser[Element] = XMLPullParser(["end"])
    try:
        parser.feed(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", xml))
        for _, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
            if element.tag == "urldata" and element.find("parent") is not None:
                yield element
    except ParseError:
        return


def _result(told: Element) -> Result:
    valid = told.find("valid")
    detail = valid.get("result", "") if valid is not None else ""
    tags = {warning.get("tag") for warning in told.iterfind("warnings/warning")}
    status = _status(detail, answered=valid is not None and valid.text == "1", tags=tags)
    moved = told.findtext("realurl") or "" if status is Status.OK and "http-redirected" in tags else ""
    said = re.match(r"\d{3}\b", detail)
    return Result(status, said[0] if said else "", moved)


def _status(detail: str, *, answered: bool, tags: set[str | None]) -> Status:
    if "http-rate-limited" in tags or (answered and not detail[:1].isdigit()):
        return Status.REFUSED  # a valid address without an answer's number: robots.txt asks not to be asked
    if answered:
        return Status.OK
    code = int(detail[:3]) if re.match(r"\d{3}\b", detail) else 0
    if code:
        return Status.REFUSED if code in _ROBOTS else Status.GONE if code in _GONE else Status.ERROR
    return next((status for sign, status in _ERRORS if sign in detail), Status.ERROR)
