"""Words, numbers, dates and order as each language writes them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml

_AFTER_Z = {"æ": "\U0010fff0", "ø": "\U0010fff1", "å": "\U0010fff2", "ä": "\U0010fff0", "ö": "\U0010fff1"}
_AS_LATIN = {"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u"}


@cache
def interface_words(language: str) -> Mapping[str, Any]:
    """Return the interface words of one language; raises FileNotFoundError for a language without a words file."""
    file = resources.files(__package__) / "words" / f"{language}.yml"
    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


def number(value: float, language: str) -> str:
    """Return a number as the language writes it: 52800 → "52.800" in Danish, "52,800" in English."""
    words = interface_words(language)
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.10f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans({",": str(words["thousands"]), ".": str(words["decimal"])}))


def date(value: dt.date | str, language: str) -> str:
    """Return a day, month or year as the language writes it: "2018-04" → "april 2018"."""
    words = interface_words(language)
    parts = [int(part) for part in str(value).split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = words["months"][parts[1] - 1]
    form = words["date_month"] if len(parts) == 2 else words["date_day"]
    return str(form).format(day=parts[-1], month=month, year=parts[0])


def enumeration(items: Sequence[str], language: str) -> str:
    """Return "a, b og c", as the language writes it."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {interface_words(language)['and']} {items[-1]}"


def sort_key(text: str, language: str) -> tuple[str, str]:
    """Return a key that sorts as the language's dictionaries do: in Danish æ, ø and å come after z, and aa is å."""
    lowered = text.casefold()
    if language == "da":
        lowered = lowered.replace("aa", "å")
        return "".join(_AFTER_Z.get(letter, letter) for letter in lowered), text
    return "".join(_AS_LATIN.get(letter, letter) for letter in lowered), text
