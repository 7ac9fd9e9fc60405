"""What a run has found, for those who act on it: lines for editors, JSON for machines, Markdown for a pull request."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from ..escaping import escape
from ..problem import Problem
from ..wording import Wording
from .addresses import Use
from .asking import Result
from .ledger import Status

Uses = Mapping[str, tuple[Use, ...]]


def problems(results: Mapping[str, Result], uses: Uses) -> Iterator[Problem]:
    """Yield a notice for each line that links to an address that failed now; robots turned away are no failure."""
    for address, result in results.items():
        if result.status.failed:
            message = (
                f"'{address}' was asked: {_what(result, 'en')}; open it yourself, "
                "and if it fails write its new address or that of an archived copy"
            )
            for use in uses[address]:
                yield Problem(use.path, use.line, "link-fails", message, notice=True)


def as_json(results: Mapping[str, Result], wanted: Iterable[str], uses: Uses) -> str:
    """Return each address with what came of it and where it is used; a status of null was not reached in time."""
    found = [
        {
            "address": address,
            **(asdict(results[address]) if address in results else {"status": None, "said": "", "moved_to": ""}),
            "uses": [asdict(use) for use in uses[address]],
        }
        for address in wanted
    ]
    return json.dumps({"asked": len(results), "addresses": found}, ensure_ascii=False, indent=1) + "\n"


def as_markdown(results: Mapping[str, Result], wanted: Iterable[str], uses: Uses, wording: Wording) -> str:
    """Return the run as Markdown in the wording's language; addresses come from others, so nothing in them is markup."""
    words, wanted = wording.words["links_summary"], tuple(wanted)
    left = [address for address in wanted if address not in results]
    groups = (
        ("failed", [(address, result) for address, result in results.items() if result.status.failed]),
        ("refused", [(address, result) for address, result in results.items() if result.status is Status.REFUSED]),
        ("moved", [(address, result) for address, result in results.items() if result.moved_to]),
    )
    lines = [f"## {words['title']}", "", _counted(words, len(results), len(left)) if wanted else words["none"]]
    for name, found in groups:
        if found:
            lines += ["", f"### {words[name]}", "", words[f"{name}_note"], ""]
            lines += [_item(address, result, uses, wording) for address, result in found]
    return "\n".join(lines) + "\n"


def _counted(words: Mapping[str, str], asked: int, left: int) -> str:
    said = words["asked_one"] if asked == 1 else words["asked"].format(count=asked)
    return f"{said} {words['left'].format(count=left)}" if left else said


def _item(address: str, result: Result, uses: Uses, wording: Wording) -> str:
    places = ", ".join(f"<code>{escape(use.place)}</code>" for use in uses[address])
    moved = f" → <code>{escape(result.moved_to)}</code>" if result.moved_to else ""
    return f"- <code>{escape(address)}</code>{moved} ({escape(_what(result, wording.language))}): {places}"


def _what(result: Result, language: str) -> str:
    return f"{result.status.label[language]}{f', {result.said}' if result.said else ''}"


def counts(results: Mapping[str, Result]) -> str:
    """Return how many addresses had which status: "1300 ok, 60 refused, 3 gone"."""
    found = [(status, sum(result.status is status for result in results.values())) for status in Status]
    return ", ".join(f"{count} {status.value}" for status, count in found if count) or "none"
