"""Puts a comparison into words: the first language in sight, every other one folded below it, within a comment's size."""

from ..wording import read_wording
from . import matters
from .compare import Comparison
from .fit import fitted
from .markdown import Markdown, Plain
from .parts import parts
from .speak import Voice

LIMIT = 65_000
"""The most signs of a whole summary; GitHub takes 65,536 in a comment."""


def write_summary(found: Comparison, form: Markdown | Plain, limit: int = LIMIT) -> str:
    """Return the summary in every language of the hub, in at most ``limit`` signs."""
    libraries = (found.new.library, found.old.library)
    share = limit // len(found.languages)
    written = []
    for number, code in enumerate(found.languages):
        voice = Voice(read_wording(code), form, libraries)
        text = _in_one_language(found, voice, share - 200)
        written.append(form.folded(voice.word("other_language"), text) if number else text)
    return "\n\n".join(written) + "\n"


def _in_one_language(found: Comparison, voice: Voice, limit: int) -> str:
    head = f"{voice.form.heading(voice.word('title'), 2)}\n\n{_verdict(found, voice)}\n\n"
    foot = f"\n\n{voice.word('about')}"
    _, body = fitted(
        tuple(parts(found, voice)), limit - len(head) - len(foot), voice.form, lambda count: voice.count("more", count)
    )
    return head + body + foot


def _verdict(found: Comparison, voice: Voice) -> str:
    errors, notices = len(found.new.errors), sum(problem.notice for problem in found.new.problems)
    said = voice.count("verdict_bad", errors) if errors else voice.word("verdict_good")
    lines = [voice.form.strong(said)]
    if notices:
        new = len(matters.new_notices(found.old, found.new))
        extra = f", {voice.count('notices_new', new)}" if new else ""
        lines.append(f"{voice.count('notices', notices)}{extra}.")
    return f"{' '.join(lines)}\n\n{_counts(found, voice)}"


def _counts(found: Comparison, voice: Voice) -> str:
    matched = found.matched
    counted = (
        ("changed", len(matched.changed)),
        ("added", len(matched.added)),
        ("removed", len(matched.removed)),
        ("renamed", len(matched.renamed)),
    )
    said = [voice.count(key, number) for key, number in counted if number]
    if said:
        return f"{voice.wording.enumeration(said)}."
    return "" if matched.unreadable or found.pages else voice.word("nothing")
