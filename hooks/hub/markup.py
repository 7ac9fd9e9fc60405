"""The Markdown that prose is written in: which extensions, what is refused, and how headings become anchors.

Content arrives by pull request, so prose is untrusted: raw HTML, images from other hosts and odd link schemes are
refused here, before any page is made. The site uses the same extensions, so what was checked is what is shown.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

EXTENSIONS: tuple[str, ...] = (
    "tables", "sane_lists", "def_list", "fenced_code", "admonition", "toc", "hub.markup:AlignedTables",
)  # fmt: skip

_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th"})


def slugify(value: str, separator: str = "-") -> str:
    """Return ``value`` as an ASCII anchor that keeps Danish words readable: "Læring og åbenhed" → "laering-og-aabenhed"."""
    plain = unicodedata.normalize("NFKD", value.lower().translate(_ASCII)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", separator, plain).strip(separator) or "section"


def extension_configs() -> Mapping[str, Mapping[str, Any]]:
    """Return the settings of ``EXTENSIONS``, for this module and for the engine."""
    return {"toc": {"slugify": slugify, "permalink": False, "toc_depth": "2-3"}}


ADDRESS = re.compile(r"^(https?://[^\s<>\"]+|mailto:[^\s<>\"?]+|tel:\+?[0-9 -]+|#[a-z0-9-]+)$", re.IGNORECASE)
_CONTENT = r"(?:\.\./|\.\./\.\./content/)([a-z0-9-]+)/(?:([a-z0-9-]+)\.yml)?"
CONTENT_PATH = re.compile(rf"^{_CONTENT}$")
"""A link to an entry, ``../labs/mill.yml``, or to a collection, ``../labs/``; hand-written pages may begin it with
``../../content/``, so that it works in the repository too."""
CONTENT_LINK = re.compile(rf"\]\({_CONTENT}\)")
_PLAIN_LINK = re.compile(rf"(?<!!)\[[^\[\]\n]*\]\((?:(?P<outside>https?://[^\s()<>\"'&]+)|{_CONTENT})\)")
_SUSPECT = re.compile(r"[<&\\`{|]|!\[|\]:|^ {0,3}!!!", re.MULTILINE)


def is_plain(text: str) -> bool:
    """Tell whether a text can hold nothing to refuse, so that the slow full reading may be left out.

    Without angle brackets, entities, backslashes, code, tables or link definitions, the only links Markdown can make
    are inline ones; all of those must have the plainest form.
    """
    return not _SUSPECT.search(text) and text.count("](") == len(_PLAIN_LINK.findall(text))


class AlignedTables(markdown.Extension):
    """Makes tables fit for all: cells aligned by class, where the parser writes an inline style that a strict policy
    refuses, and a frame that a wide table scrolls in and that the keyboard can reach.
    """

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the parser's own name
        """Register the step that rewrites the cells."""
        md.treeprocessors.register(_Alignment(md), "hub-alignment", -5)


class _Alignment(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in root.iter():
            style = cell.attrib.pop("style", "") if cell.tag in {"td", "th"} else ""
            if style:
                cell.set("class", f"hub-align-{style.split(':')[1].strip(' ;')}")
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table":
                    frame = Element("div", {"class": "hub-scroll", "tabindex": "0"})
                    frame.append(child)
                    parent[place] = frame


class _Guard(Treeprocessor):
    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.found: list[tuple[str, str, str]] = []
        self.outside: list[str] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.attrib.items():
                if name == "href" and element.tag == "a":
                    self._link(value)
                elif name == "src":
                    self.found.append(
                        (
                            "image",
                            value,
                            f"the picture '{_shown(value)}' is not allowed here; leave pictures out",
                        )
                    )
                elif name not in {"id", "class", "alt", "title", "start", "tabindex"}:
                    self.found.append(("attribute", name, f"the attribute '{name}' is not allowed; remove it"))

    def _link(self, value: str) -> None:
        # Python-Markdown hides mail addresses as entities behind control characters.
        if value.lower().startswith(("http://", "https://")):
            self.outside.append(value.replace(AMP_SUBSTITUTE, "&"))
        if value.startswith("\x02") or ADDRESS.match(value) or CONTENT_PATH.match(value):
            return
        scheme = value.split(":", 1)[0].lower() if re.match(r"^[a-z][a-z0-9+.-]*:", value, re.IGNORECASE) else ""
        if scheme and scheme not in {"http", "https", "mailto", "tel"}:
            self.found.append(
                ("scheme", value, f"a link to '{_shown(value)}' is not allowed; use http, https, mailto or tel")
            )
        else:
            self.found.append(
                (
                    "link",
                    value,
                    f"the link '{_shown(value)}' does not lead to a content file; "
                    "write ../<type>/<slug>.yml for an entry, or a whole https:// address",
                )
            )


@dataclass(frozen=True)
class Examined:
    """What one reading of a text has found."""

    refused: tuple[tuple[str, str, str], ...] = ()
    """What prose may not hold: (rule, the offending piece as it stands in the parsed text, message)."""
    outside: tuple[str, ...] = ()
    """The addresses of other sites that it links to, each once."""


def examine(text: str) -> Examined:
    """Return all that must be known of a text before it is shown."""
    if is_plain(text):
        links = (match["outside"] for match in _PLAIN_LINK.finditer(text))
        return Examined(outside=tuple(dict.fromkeys(link for link in links if link)))
    md = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=extension_configs())
    guard = _Guard(md)
    md.treeprocessors.register(guard, "guard", -10)
    tags: list[str] = []
    # Raw HTML is stashed by the parser, block and inline alike; what is stashed and is not the fenced code is HTML.
    md.htmlStash.store = _recording(md.htmlStash.store, tags)  # type: ignore[method-assign]
    md.convert(text)
    html = [("raw-html", tag, f"raw HTML was found ({_shown(tag)[:60]}); write plain Markdown instead") for tag in tags]
    return Examined((*html, *guard.found), tuple(dict.fromkeys(guard.outside)))


# Fenced code, whose text the parser has escaped, and single entities; a tag inside either was written by hand.
_MADE_BY_THE_PARSER = re.compile(r'<pre><code(?: class="[^"<>]*")?>[^<]*</code></pre>\s*|&#?\w+;')


def _recording(store: Any, tags: list[str]) -> Any:
    def record(html: Any) -> str:
        if isinstance(html, str) and not _MADE_BY_THE_PARSER.fullmatch(html):
            tags.append(html)
        return str(store(html))

    return record


def _shown(value: str) -> str:
    return " ".join(value.split())[:80]


def to_html(text: str) -> str:
    """Return checked prose as HTML, for the rare place where the engine cannot do it."""
    md = markdown.Markdown(extensions=list(EXTENSIONS), extension_configs=extension_configs())
    return str(md.convert(text))
