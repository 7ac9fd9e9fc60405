"""The near miss: what the writer may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """Return ``; did you mean 'x'?`` for the known word nearest to ``found``, else the known words, else nothing."""
    words = sorted(known)
    near = get_close_matches(found, words, n=1, cutoff=0.6)
    if near:
        return f"; did you mean '{near[0]}'?"
    return f"; use one of: {', '.join(words)}" if 0 < len(words) <= 24 else ""
