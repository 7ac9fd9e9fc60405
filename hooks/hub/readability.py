"""How hard a text is to read, as LIX (C.H. Björnsson): words per sentence plus the share of words over six letters.

The measure knows nothing of meaning. It points at texts that somebody should look at again, and does no more.
"""

import re
from collections.abc import Iterator

from .problem import Problem
from .prose import CITATION, blocks

LIMIT = 55
"""The writer is told of a text above this: the usual scale calls it very hard."""
SMALLEST = 50
"""Fewer words than this say too little: one long word would move the result."""
_LONG = 6
_LEVELS = ((24, "very-easy"), (34, "easy"), (44, "medium"), (54, "hard"))
_HARDEST = "very-hard"

# Each pattern reads a text once, however odd it is: a run of signs is tried from its beginning only.
_NOT_PROSE = re.compile(r"\s*(?:\||!!!|\[\[hub:|\[[^\[\]]+\]:\s|:?-{3,}:?\s*\|)")
_MARK = re.compile(r"^\s*(?:>\s?|:\s+)+")
_BARE_ADDRESS = re.compile(r"<[^<>\s]+>|\bhttps?://[^\s)>\]]+")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()\s]*(?: \"[^\"]*\")?\)|\[[^\[\]]*\])")
# A decimal, a law's number, f.eks. and it-sikkerhed are one word each.
_WORD = re.compile(r"[^\W_]+(?:[-.,:'’][^\W_]+)*")
_AROUND = r"\"'“”‘’«»()\[\]*_`"
_STOP = re.compile(rf"(?<![.!?:…])[.!?:…]+[{_AROUND}]*(?=\s|$)")
_NEXT = re.compile(rf"\s*[{_AROUND}]*(\S?)")
_WORD_BEFORE = re.compile(rf"[^\s{_AROUND}]*$")
_LONGEST_ABBREVIATION = 8

_BEFORE_A_WORD = frozenset(
    """f.eks fx bl.a dvs ca nr jf pga vedr inkl ekskl evt hhv dr hr prof
    e.g i.e cf vs approx incl excl st""".split()  # noqa: SIM905 - a list of quoted words is harder to read and add to
)
"""Abbreviations that always lead on to something, so that a capital after them begins no sentence."""
_BEFORE_A_NUMBER = _BEFORE_A_WORD | {"art", "fig", "kap", "kl", "no", "nos", "p", "pkt", "pp", "s", "sec", "stk", "tlf"}
"""Those and others that lead on to a figure; elsewhere some of them are words, such as the English "no"."""


def lix(text: str) -> float | None:
    """Return the LIX of a Markdown text in Danish or English, or None when it has fewer than ``SMALLEST`` words.

    Headings, tables, code, citations and addresses are left out; a link counts as its text; a list item ends a sentence.
    Colons end sentences, as Björnsson has it.
    """
    read = [found for _, sentence in sentences(text) if (found := words_of(sentence))]
    words = [word for sentence in read for word in sentence]
    if len(words) < SMALLEST:
        return None
    long = sum(sum(map(str.isalpha, word)) > _LONG for word in words)
    return len(words) / len(read) + 100 * long / len(words)


def level(score: float) -> str:
    """Return the usual name of a score: very-easy, easy, medium, hard or very-hard."""
    return next((name for most, name in _LEVELS if round(score) <= most), _HARDEST)


def readability_notice(text: str) -> str | None:
    """Return what to tell the writer of a text that is too hard to read, or None when there is nothing to tell."""
    score = lix(text)
    if score is None or round(score) <= LIMIT:
        return None
    return f"the text is hard to read (LIX {round(score)}, limit {LIMIT}); shorten sentences and choose shorter words"


def hard_reading(text: str, name: str) -> list[Problem]:
    """Return the notice that ``text``, in the file ``name``, earns, or nothing."""
    notice = readability_notice(text)
    return [Problem(name, 1, "hard-reading", notice, notice=True)] if notice else []


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence; a number or a compound with a hyphen is one."""
    return _WORD.findall(sentence)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a Markdown text, each with the line on which its paragraph or list item begins.

    They are bare of marks, citations and addresses; headings, tables and code are left out.
    """
    for block in blocks(text):
        lines = block.text.split("\n")
        if any(_NOT_PROSE.match(line) for line in lines):
            continue
        bare = _plain(" ".join(_MARK.sub("", line) for line in lines))
        yield from ((block.line, sentence) for sentence in _split(bare))


def _plain(text: str) -> str:
    for pattern, kept in ((CITATION, ""), (_LINK, r"\1"), (_BARE_ADDRESS, "")):
        text = pattern.sub(kept, text)
    # Where a citation stood before the full stop, a space is left over.
    return re.sub(r" (?=[.,;:!?])", "", " ".join(text.split()))


def _split(text: str) -> Iterator[str]:
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, stop):
            yield text[start : stop.end()]
            start = stop.end()
    yield text[start:]


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    if not stop.group().startswith((".", "…")):
        return True
    following = _NEXT.match(text, stop.end())
    first = following[1] if following else ""
    # "3. april", "2,6 mio. kroner", "standarder m.m. er": what goes on in small letters is the same sentence.
    if first.islower():
        return False
    before = _WORD_BEFORE.search(text[max(0, stop.start() - _LONGEST_ABBREVIATION) : stop.start()])
    word = before.group().lower() if before else ""
    return word not in (_BEFORE_A_NUMBER if first.isdigit() else _BEFORE_A_WORD)
