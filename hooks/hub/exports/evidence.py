"""The count of the hub's evidence as data, so that others can watch how well its statements are backed."""

from collections.abc import Iterator

from .. import urls
from ..model import Artefact, Library
from ..tally import tally
from .api import to_json


def export(library: Library) -> Iterator[Artefact]:
    """Yield the count as JSON."""
    yield Artefact(urls.EVIDENCE, lambda: to_json(counted(library)), f"{library.digest}:{urls.EVIDENCE}")


def counted(library: Library) -> dict[str, object]:
    """Return the count as a document."""
    found = tally(library)
    return {
        "date": library.settings.today.isoformat(),
        "entries": found.entries,
        "claims": {"count": found.claims, "by_confidence": dict(found.by_confidence)},
        "prose": {"citations": found.cited_in_prose, "general_knowledge": found.general_in_prose},
        "sources": {"count": found.sources, "by_age_in_years": dict(found.by_age)},
        "links": {
            "count": found.addresses,
            "by_answer": dict(found.by_answer),
            "asked_last": found.asked_last.isoformat() if found.asked_last else None,
        },
        "review": dict(found.by_review),
        "translation": {code: dict(states) for code, states in found.by_translation.items()},
        "weakest": [
            {
                "type": each.entry.type.name,
                "slug": each.entry.slug,
                "claims": each.claims,
                "unconfirmed": each.unconfirmed,
            }
            for each in found.weakest
        ],
    }
