"""Chooses what the page of rules shows: thresholds, deadlines, and what its two helpers may be asked."""

from collections.abc import Iterable
from typing import Any, cast

from markupsafe import Markup

from .evidence import Confidence
from .model import Entry
from .page_view import PageView
from .tender.terms import Condition, Phase, Procedure


def rules_of_kind(p: PageView, kind: str) -> list[Entry]:
    """Return the rules of one kind, in their own order."""
    return p.sorted(entry for entry in p.library.of_type("rules") if cast("Any", entry.fields).kind.value == kind)


def rules_in(p: PageView, area: str) -> list[Entry]:
    """Return the rules of one field of law."""
    found = p.library.of_type("rules")
    return p.sorted(entry for entry in found if cast("Any", entry.fields).area.value == area)


def rules_with(p: PageView, field: str) -> list[Entry]:
    """Return the rules that have anything in a field, such as ``deadlines``."""
    return p.sorted(entry for entry in p.library.of_type("rules") if getattr(entry.fields, field))


def options(p: PageView, entries: Iterable[Entry], field: str) -> list[tuple[str, Markup]]:
    """Return what the rules say in a field, each once, as (value, words)."""
    found = {choice: None for entry in entries if (choice := getattr(entry.fields, field)) is not None}
    return [(choice.value, p.said(choice)) for choice in found]


def procedures(p: PageView, *, sure: bool) -> list[tuple[str, Markup]]:
    """Return the procedures whose deadline for tenders or requests was read in the official text, or those that lack it."""
    read = {
        deadline.procedure
        for entry in rules_with(p, "deadlines")
        for deadline in cast("Any", entry.fields).deadlines
        if deadline.confidence is Confidence.CONFIRMED and deadline.phase is not Phase.STANDSTILL
    }
    return [(each.value, p.said(each)) for each in Procedure if (each in read) is sure]


def conditions(p: PageView) -> list[tuple[str, Markup]]:
    """Return the conditions that shorten a deadline, as (value, words)."""
    return [(each.value, p.said(each)) for each in Condition]


def by_area(p: PageView, entries: Iterable[Entry]) -> list[tuple[Markup, list[Entry]]]:
    """Return rules by their field of law."""
    found: dict[Any, list[Entry]] = {}
    for entry in p.sorted(entries):
        found.setdefault(cast("Any", entry.fields).area, []).append(entry)
    return [(p.said(area), own) for area, own in found.items()]
