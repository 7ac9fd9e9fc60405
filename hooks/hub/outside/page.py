"""The one page that LinkChecker reads: each outside address once, with the entries that use it."""

from collections.abc import Iterable, Mapping
from html import escape

from .addresses import Use


def link_page(wanted: Iterable[str], uses: Mapping[str, tuple[Use, ...]]) -> str:
    """Return the page as HTML, with the addresses in the order given; who uses them is plain text, not to be followed."""
    items = "\n".join(
        f'<li><a href="{escape(address)}">{escape(address)}</a>: '
        + escape(", ".join(dict.fromkeys(use.name for use in uses.get(address, ()))))
        + "</li>"
        for address in wanted
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Outside addresses</title></head>\n'
        f"<body>\n<h1>Outside addresses</h1>\n<ol>\n{items}\n</ol>\n</body>\n</html>\n"
    )
