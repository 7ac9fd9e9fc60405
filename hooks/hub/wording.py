"""Words, numbers, dates and order as each language writes them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from typing import Any

from .yaml_values import read_own

_AFTER_Z = {"æ": "\U0010fff0", "ø": "\U0010fff1", "å": "\U0010fff2", "ä": "\U0010fff0", "ö": "\U0010fff1"}
_AS_LATIN = {"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u"}


@dataclass(frozen=True)
class Wording:
    """One language: its interface words and its ways of writing."""

    language: str
    words: Mapping[str, Any]

    def number(self, value: float) -> str:
        """Return a number as the language writes it: 52800 → "52.800" in Danish, "52,800" in English."""
        text = f"{value:,}" if isinstance(value, int) else f"{Decimal(repr(round(value, 10))):,f}".removesuffix(".0")
        marks = {",": str(self.words["thousands"]), ".": str(self.words["decimal"])}
        return "".join(marks.get(letter, letter) for letter in text)

    def date(self, value: dt.date | str) -> str:
        """Return a day, month or year as the language writes it: "2018-04" → "april 2018"."""
        parts = [int(part) for part in str(value).split("-")]
        if len(parts) == 1:
            return str(parts[0])
        month = self.words["months"][parts[1] - 1]
        form = self.words["date_month"] if len(parts) == 2 else self.words["date_day"]
        return str(form).format(day=parts[-1], month=month, year=parts[0])

    def period(self, first: str, last: str) -> str:
        """Return two dates as one: "3.-5. november 2026", "31. maj - 2. juni 2026", or the day alone."""
        if first == last:
            return self.date(first)
        if len(first) == len(last) == 10 and first[:7] == last[:7]:
            month = self.words["months"][int(first[5:7]) - 1]
            form = str(self.words["date_days"])
            return form.format(first=int(first[8:]), last=int(last[8:]), month=month, year=int(first[:4]))
        return f"{self.date(first)} - {self.date(last)}"

    def clock(self, time: str) -> str:
        """Return a time of day as the language writes it: "09:30" → "9.30" in Danish."""
        hours, minutes = time.split(":")
        return str(self.words["clock"]).format(hours=int(hours), minutes=minutes)

    def minutes(self, count: int) -> str:
        """Return a length of time in hours and minutes: 95 → "1 time og 35 minutter"."""
        hours, rest = divmod(count, 60)
        said = [
            str(self.words[unit][0 if number == 1 else 1]).format(count=number)
            for unit, number in (("hours", hours), ("minutes", rest))
            if number
        ]
        return self.enumeration(said)

    def enumeration(self, items: Sequence[str]) -> str:
        """Return "a, b og c", as the language writes it."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.words['and']} {items[-1]}"

    def sort_key(self, text: str) -> tuple[str, str]:
        """Return a key that sorts as dictionaries do: in Danish æ, ø and å come after z, and aa is å."""
        lowered = text.casefold()
        if self.language == "da":
            lowered = lowered.replace("aa", "å")
            return "".join(_AFTER_Z.get(letter, letter) for letter in lowered), text
        return "".join(_AS_LATIN.get(letter, letter) for letter in lowered), text

    def initial(self, text: str) -> str:
        """Return the letter under which a dictionary of the language lists a text; "0–9" for one that has none first."""
        first = self.sort_key(text)[0][:1]
        letter = next((letter for letter in "æøå" if _AFTER_Z[letter] == first), first)
        return letter.upper() if letter.isalpha() else "0–9"


def read_wording(language: str) -> Wording:
    """Return one language's wording; raises FileNotFoundError for a language without a words file."""
    file = resources.files(__package__) / "words" / f"{language}.yml"
    return Wording(language, read_own(file.read_text(encoding="utf-8")))
