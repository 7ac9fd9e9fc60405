"""What was found wrong, in the forms that people and machines read: text, JSON, annotations."""

import json
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType

from .model import Library
from .problem import Problem, errors_in
from .readability import lix


def readability(library: Library) -> dict[str, float]:
    """Return the LIX of each long text that is long enough to have one, by its path."""
    texts = [(prose.path, prose.text) for entry in library.entries.values() for prose in entry.prose.values()]
    texts += [(page.source, page.body) for page in library.pages]
    scores = {path: lix(text) for path, text in sorted(texts)}
    return {path: round(score, 1) for path, score in scores.items() if score is not None}


def report(
    problems: Sequence[Problem], form: str, entries: int, scores: Mapping[str, float] = MappingProxyType({})
) -> str:
    """Return the Problems as text, JSON or GitHub annotations, followed in text by a line that counts them."""
    if form == "json":
        found = {"entries": entries, "problems": [asdict(p) for p in problems], "readability": dict(scores)}
        return json.dumps(found, ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(_annotation(problem) for problem in problems)
    errors = len(errors_in(problems))
    lines = [str(problem) for problem in problems]
    lines.append(f"{entries} entries read: {errors} errors, {len(problems) - errors} notices")
    if scores:
        hardest = max(scores, key=lambda path: scores[path])
        middle = statistics.median(scores.values())
        lines.append(
            f"readability (LIX) of {len(scores)} texts: median {middle:.0f}, highest {scores[hardest]:.0f} in {hardest}"
        )
    return "\n".join(lines)


def _annotation(problem: Problem) -> str:
    """Return a workflow command of GitHub Actions, escaped as its documentation asks."""
    message = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = problem.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    level = "notice" if problem.notice else "error"
    return f"::{level} file={place},line={problem.line},title={problem.rule}::{message}"
