"""Puts values and differences into one language's words, short enough for a line."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..evidence import Place, Source, Span
from ..model import Entry, Library
from ..vocabulary import Choice, Keywords, Ref, Text, Value, Words
from ..wording import Wording
from .facts import Difference, first_words
from .markdown import Markdown, Plain

LONGEST = 140
"""The most signs of a value that a line shows."""
_SHORT = 60
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@dataclass(frozen=True)
class Voice:
    """One language and one form of writing, with the entries that references are called by."""

    wording: Wording
    form: Markdown | Plain
    libraries: tuple[Library, ...]

    @property
    def language(self) -> str:
        """Return the language that is spoken."""
        return self.wording.language

    def word(self, key: str, **values: str | int) -> str:
        """Return a phrase with its blanks filled; the values must be escaped already."""
        return str(self.wording.words["change_summary"][key]).format(**values)

    def count(self, key: str, number: int, **values: str) -> str:
        """Return a phrase for one or for many: the words hold both."""
        one, many = self.wording.words["change_summary"][key]
        return str(one if number == 1 else many).format(count=number, **values)

    def tongue(self, code: str) -> str:
        """Return a language's name."""
        return str(self.wording.words["language_names"].get(code, code))

    def entry(self, entry: Entry) -> str:
        """Return what an entry is and is called, ready to be written: Case »DOLL«."""
        kind = entry.type.names[self.language].one
        title = self.form.said(shortened(entry.fields.title.said(self.language)[0], _SHORT))
        return f"{kind[:1].upper()}{kind[1:]} {self.quote(title)}"

    def quote(self, said: str) -> str:
        """Return text that is ready to be written, in the language's quotation marks."""
        return self.word("quote", text=said)

    def value(self, value: Any, ref: Ref | None = None) -> str:
        """Return any value in the language, not yet escaped."""
        if isinstance(value, tuple | Keywords):
            items = value.root.get(self.language, ()) if isinstance(value, Keywords) else value
            return ", ".join(self.value(item, ref) for item in items)
        if ref is not None and isinstance(value, str):
            return self._title(value, ref)
        if isinstance(value, Span):
            return self._years(value)
        if isinstance(value, Place):
            return value.city.said(self.language)[0]
        if isinstance(value, Value):
            return self.value(first_words(value)) or self.word("a_part")
        if isinstance(value, Mapping):
            return ", ".join(str(key) for key in value)
        return self._scalar(value)

    def _scalar(self, value: Any) -> str:
        if isinstance(value, Text):
            return value.said(self.language)[0]
        if isinstance(value, Choice):
            return value.label.get(self.language) or value.value
        if isinstance(value, bool):
            return self.word("yes" if value else "no")
        if isinstance(value, dt.date) or (isinstance(value, str) and _DATE.fullmatch(value)):
            return self.wording.date(value)
        if isinstance(value, int | float):
            # Four digits are most often a year, and read well without a mark where they are not.
            return str(value) if isinstance(value, int) and abs(value) < 10_000 else self.wording.number(value)
        return str(value)

    def _years(self, span: Span) -> str:
        w = self.wording.words
        if span.start is None and span.end is None:
            return str(w["years_unknown"])
        key = "years_running" if span.end is None else "years_until" if span.start is None else "years_span"
        return str(w[key]).format(start=span.start, end=span.end)

    def _title(self, slug: str, ref: Ref) -> str:
        entry = next((found for each in self.libraries if (found := each.entries.get((ref.target, slug)))), None)
        return entry.fields.title.said(self.language)[0] if entry else slug

    def difference(self, found: Difference) -> str:
        """Return one difference as a line, ready to be written."""
        where = " › ".join(self._step(step) for step in found.where)
        if found.language:
            where = self.word("in_language", where=where, language=self.tongue(found.language))
        if found.kind == "order":
            return self.word("order_changed", where=where)
        old, new = self.value(found.old, found.ref), self.value(found.new, found.ref)
        if found.kind == "changed":
            old, new = around(old, new)
            return self.word("value_changed", where=where, old=self._quoted(old, found), new=self._quoted(new, found))
        value = found.new if found.kind == "added" else found.old
        if isinstance(value, Source):
            said = f"{self.form.said(shortened(value.publisher, _SHORT))}, {self.form.code(value.url)}"
            return self.word(f"value_{found.kind}", where=where, value=said)
        said = self._quoted(shortened(new if found.kind == "added" else old, LONGEST), found)
        return self.word(f"value_{found.kind}", where=where, value=said)

    def _quoted(self, text: str, found: Difference) -> str:
        value = found.new if found.new is not None else found.old
        said = self.form.said(text)
        quoted = found.language or isinstance(value, Text) or (isinstance(value, Value) and not isinstance(value, Span))
        return self.quote(said) if quoted else said

    def _step(self, step: Words | str | Text) -> str:
        if isinstance(step, Mapping):
            return self.form.said(step.get(self.language) or next(iter(step.values())))
        said = step.said(self.language)[0] if isinstance(step, Text) else step
        return self.quote(self.form.said(shortened(said, _SHORT)))


def shortened(text: str, most: int) -> str:
    """Return a text of at most ``most`` signs, cut between words where it can be."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut) + "…"


def around(old: str, new: str, most: int = LONGEST) -> tuple[str, str]:
    """Return two texts cut to where they differ, so that the difference is in sight however long they are."""
    old, new = " ".join(old.split()), " ".join(new.split())
    if len(old) <= most and len(new) <= most:
        return old, new
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(same - most // 3, 0)
    start = old.rfind(" ", 0, start) + 1 if start else 0
    lead = "…" if start else ""
    return lead + shortened(old[start:], most), lead + shortened(new[start:], most)
