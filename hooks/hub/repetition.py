"""Two entries that say the same: copied prose ages in one place and is forgotten in the other, so it is found here."""

from collections.abc import Iterable, Iterator

from .model import Entry
from .problem import Problem
from .readability import sentences, words_of

SHORTEST = 12
"""Words from which on a sentence is an entry's own; shorter ones recur by the nature of the language."""
_QUOTED = 8
"""Words of the sentence that a message repeats, enough to find it by."""


def check(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield a Problem for each long sentence of a long text that another entry's, earlier by path, has too."""
    first: dict[tuple[str, tuple[str, ...]], Entry] = {}
    for entry in sorted(entries, key=lambda entry: entry.raw.path):
        for language, path, line, sentence in _said(entry):
            words = tuple(word.casefold() for word in words_of(sentence))
            if len(words) < SHORTEST:
                continue
            owner = first.setdefault((language, words), entry)
            if owner is not entry:
                quoted = " ".join(sentence.split()[:_QUOTED])
                message = (
                    f"the sentence '{quoted} …' also stands in {owner.prose[language].path}; "
                    "say it here in this entry's own words, or leave it out and link to the other"
                )
                yield Problem(path, line, "repeated-sentence", message)


def _said(entry: Entry) -> Iterator[tuple[str, str, int, str]]:
    for language, prose in entry.prose.items():
        yield from ((language, prose.path, line, sentence) for line, sentence in sentences(prose.text))
