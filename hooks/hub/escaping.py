"""Makes any text harmless in a page: HTML and Markdown signs become entities, so markup is shown, never obeyed."""

from typing import Any

from markupsafe import Markup

_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "&<>\"'\\`*_{}[]|~^"} | {
    ord("\n"): " ",
    ord("\r"): " ",
    ord("\x02"): "",
    ord("\x03"): "",
}


def escape(value: Any) -> Markup:
    """Return ``value`` as text that neither HTML nor Markdown gives a meaning; what is already markup stays."""
    if isinstance(value, Markup):
        return value
    return Markup(str(value).translate(_SIGNS))
