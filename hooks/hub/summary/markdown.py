"""Writes a summary as Markdown or as plain text, so that nothing from the content is obeyed where it is shown.

Imports nothing but the standard library: the workflow that posts a comment runs it on what a stranger's change made.
The rules are GitHub's (GitHub Flavored Markdown 0.29, and the mentions and references it finds in the finished text).
"""

import re
import unicodedata
from dataclasses import dataclass

APART = "\N{WORD JOINER}"
"""Invisible, without width, no space: what it stands between is no longer read as one sign."""
FOLDED, UNFOLDED = "<details>", "</details>"

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~&!$])")
_TAKEN_APART = re.compile(r"([@<\]]|#(?=\d)|(?<=[Gg][Hh])-(?=\d)|:(?=//)|(?<=[Ww]{3})(?=\.))")
_ALLOWED = re.compile(rf"{FOLDED}|{UNFOLDED}|<summary>[\w ,.]+</summary>")
_OBEYED = re.compile(rf"(<|@|#(?=\d)|!(?=\[)|\](?=\s*[(\[:])|(?<=[Gg][Hh])-(?=\d))(?!{APART})")


@dataclass(frozen=True)
class Markdown:
    """Marks up a summary for a code host."""

    def said(self, text: str) -> str:
        """Return a text from the content as text: no markup, no link, no mention."""
        return _TAKEN_APART.sub(lambda sign: sign[1] + APART, _SIGNS.sub(r"\\\1", one_line(text)))

    def code(self, text: str) -> str:
        """Return a path, address or field as code, where nothing is obeyed."""
        return f"`{one_line(text).replace('`', chr(39)) or '-'}`"

    def strong(self, text: str) -> str:
        """Return words of ours, or already written text, as strong."""
        return f"**{text}**"

    def heading(self, text: str, level: int) -> str:
        """Return a heading."""
        return f"{'#' * level} {text}"

    def folded(self, title: str, text: str) -> str:
        """Return a part that the reader opens by its title."""
        return f"{FOLDED}\n<summary>{title}</summary>\n\n{text}\n\n{UNFOLDED}"


@dataclass(frozen=True)
class Plain:
    """Writes a summary for a terminal."""

    def said(self, text: str) -> str:
        """Return a text from the content on one line."""
        return one_line(text)

    def code(self, text: str) -> str:
        """Return a path, address or field."""
        return one_line(text)

    def strong(self, text: str) -> str:
        """Return the words as they are."""
        return text

    def heading(self, text: str, level: int) -> str:
        """Return a heading, the first with a line below it."""
        return f"{text}\n{'=' * len(text)}" if level < 3 else text.upper()

    def folded(self, title: str, text: str) -> str:
        """Return the part after a line."""
        return f"{'-' * 40}\n{text}"


def one_line(text: str) -> str:
    """Return a text on one line, without control signs and without marks that turn the direction of writing."""
    spaced = " ".join(text.split())
    return "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cc", "Cf"))


def defused(document: str) -> str:
    """Return a whole Markdown document of unknown origin without mentions, images, HTML or hidden links in it.

    The folding lines of a summary stay; any other HTML is shown as text. Of a
    summary of ours nothing else changes but an @ or # in an address.
    """
    lines = document.replace("\r\n", "\n").replace("\x00", "").split("\n")
    return "\n".join(
        line if _ALLOWED.fullmatch(line) else _OBEYED.sub(lambda sign: sign[1] + APART, line) for line in lines
    )
