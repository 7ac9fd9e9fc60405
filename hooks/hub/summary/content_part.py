"""Tells what changed in the entries and hand-written pages, one group of lines for each."""

from collections.abc import Iterator
from dataclasses import replace

from ..model import Entry
from .compare import Comparison
from .fit import Group
from .speak import Voice
from .states import Pair
from .texts import Section, TextChange

MOST_LINES = 10
"""The most lines that one entry gets; the rest is counted."""


def content_groups(found: Comparison, voice: Voice) -> Iterator[Group]:
    """Yield a group for each entry and page that is not as it was: renamed and changed, new, gone, unreadable."""
    matched = found.matched
    light: list[Pair] = []
    for pair in matched.changed:
        if _form_only(found, pair):
            light.append(pair)
        else:
            yield _shortened(Group(tuple(_pair_lines(found, pair, voice)), _head(pair.new, voice)), voice)
    for entry in matched.added:
        yield Group((), _head(entry, voice, "entry_added"))
    for entry in matched.removed:
        yield Group(tuple(_lost_lines(found, entry, voice)), _head(entry, voice, "entry_removed"))
    for kind, slug in matched.unreadable:
        path = voice.form.code(f"content/{kind}/{slug}.yml")
        yield Group((), f"{path} {voice.word('entry_unreadable')}")
    for pair in light:
        key = "section_form" if found.texts[pair.new.raw.path] else "entry_form"
        yield Group((), _head(pair.new, voice, key))
    for title, language, change in found.pages:
        head = voice.form.strong(voice.word("page", title=voice.form.said(title)))
        lines = tuple(_text_lines(change, voice))
        if change.kind == "changed" and [section.kind for section in change.sections] == ["form"]:
            lines = (voice.word("page_head"),) if not change.sections[0].heading else lines
        yield _shortened(Group(lines, f"{head} ({voice.tongue(language)}, {voice.form.code(change.path)})"), voice)


def _form_only(found: Comparison, pair: Pair) -> bool:
    """Tell whether nothing that is said has changed: links, citations, tables or the file's layout at most."""
    sections = [section for change in found.texts[pair.new.raw.path] for section in change.sections]
    whole = any(change.kind != "changed" for change in found.texts[pair.new.raw.path])
    moved = pair.old.slug != pair.new.slug
    return not (moved or whole or found.facts[pair.new.raw.path] or any(each.kind != "form" for each in sections))


def _head(entry: Entry, voice: Voice, key: str = "") -> str:
    note = f": {voice.word(key)}" if key else ""
    return f"{voice.form.strong(voice.entry(entry))} ({voice.form.code(entry.raw.path)}){note}"


def _shortened(group: Group, voice: Voice) -> Group:
    over = len(group.lines) - MOST_LINES
    if over <= 0:
        return group
    return replace(group, lines=(*group.lines[:MOST_LINES], voice.count("more_lines", over)))


def _pair_lines(found: Comparison, pair: Pair, voice: Voice) -> Iterator[str]:
    if pair.old.slug != pair.new.slug:
        old, new = voice.form.code(pair.old.slug), voice.form.code(pair.new.slug)
        yield voice.word("entry_moved", old=old, new=new, former=voice.form.code("former_slugs"))
    for difference in found.facts[pair.new.raw.path]:
        yield voice.difference(difference)
    for change in found.texts[pair.new.raw.path]:
        yield from _text_lines(change, voice)


def _lost_lines(found: Comparison, entry: Entry, voice: Voice) -> Iterator[str]:
    """Yield a hint where an entry of the same title is new: links to the old address would be lost."""
    titles = [other.fields.title for other in found.matched.added if other.type.name == entry.type.name]
    if entry.fields.title in titles:
        yield voice.word("entry_lost", former=voice.form.code("former_slugs"))


def _text_lines(change: TextChange, voice: Voice) -> Iterator[str]:
    language = voice.tongue(change.language)
    if change.kind != "changed":
        yield str(voice.wording.words["change_summary"]["text_whole"][change.kind]).format(language=language)
    for section in change.sections:
        what = _section(section, voice)
        if section.heading:
            heading = voice.form.said(section.heading)
            yield voice.word("text_under", language=language, heading=heading, what=what)
        else:
            yield voice.word("text_before", language=language, what=what)


def _section(section: Section, voice: Voice) -> str:
    if section.kind != "changed":
        return voice.word(f"section_{section.kind}")
    counted = (
        ("sentences_changed", section.changed),
        ("sentences_added", section.added),
        ("sentences_removed", section.removed),
    )
    said = voice.wording.enumeration([voice.count(key, number) for key, number in counted if number])
    return f"{said} ({voice.word('words', added=section.words_added, removed=section.words_removed)})"
