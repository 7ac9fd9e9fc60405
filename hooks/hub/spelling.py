"""How Danes write what they look for: with a part of a compound for the whole."""

from collections.abc import Iterable, Iterator, Set

from .readability import words_of

_SHORTEST_PART, _LONG_PART = 3, 6
_JOINTS = ("", "s", "e", "-")
"""What may stand between the parts of a compound: kilde+kode, virksomhed+s+data, hund+e+park."""


def compound_parts(text: str, known: Set[str]) -> Iterator[str]:
    """Yield the last parts of the compounds in a text: "kildekode" → "kode".

    Both parts must be in ``known``, or the first where the last is long. The first part needs no telling: search finds
    words by how they begin.
    """
    for word in words_of(text.casefold()):
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            head, tail = word[:at], word[at:]
            known_tail = tail in known or len(tail) >= _LONG_PART
            if known_tail and any(head.removesuffix(joint) in known for joint in _JOINTS):
                yield tail


def lexicon(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of the texts in small letters, of at least three letters."""
    return frozenset(
        word for text in texts for word in words_of(text.casefold()) if len(word) >= _SHORTEST_PART and word.isalpha()
    )
