"""Says values in one language: texts, choices, numbers and dates, escaped on their way into a page."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from .escaping import escape
from .present import Item, items, label_of
from .vocabulary import Choice, Text
from .wording import Wording


class Speech:
    """What a view needs to put values into words."""

    def __init__(self, wording: Wording) -> None:
        """Speak the language of ``wording``."""
        self.wording = wording
        self.language = wording.language
        self.w = wording.words

    def said(self, value: Any) -> Markup:
        """Return a text, choice or words in the page's language; a text in another language carries its ``lang``."""
        if isinstance(value, Text):
            text, language = value.said(self.language)
            if language != self.language:
                return Markup('<span lang="{}">{}</span>').format(escape(language), escape(text))
            return escape(text)
        if isinstance(value, Choice):
            return escape(self._word(value.label) or value.value)
        if isinstance(value, Mapping):
            return escape(self._word(value))
        if isinstance(value, tuple):
            return Markup(", ").join(self.said(item) for item in value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return escape(str(value))
        return escape(value)

    def plain(self, value: Text) -> str:
        """Return a text in the page's language as it was written, for front matter and attributes."""
        return value.said(self.language)[0]

    def _word(self, words: Mapping[str, str]) -> str:
        return words.get(self.language) or next(iter(words.values()), "")

    def number(self, value: float) -> Markup:
        """Return a number as the language writes it."""
        return escape(self.wording.number(value))

    def date(self, value: Any) -> Markup:
        """Return a date as the language writes it."""
        return escape(self.wording.date(value))

    def filled(self, key: str, **values: Any) -> Markup:
        """Return an interface word with its blanks filled; the values are escaped, the word itself is ours."""
        return Markup(escape(self.w[key]).replace("&#123;", "{").replace("&#125;", "}")).format(
            **{name: escape(value) for name, value in values.items()}
        )

    def label(self, holder: Any, name: str) -> Markup:
        """Return the label of a field of an entry or of a value."""
        return self.said(label_of(type(getattr(holder, "fields", holder)), name))

    def items(self, value: Any) -> list[Item]:
        """Return the filled fields of a value inside an entry."""
        return list(items(value))
