"""Keeps a summary within what a comment may hold, and says what was left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from .markdown import Markdown, Plain


@dataclass(frozen=True)
class Group:
    """Lines that belong together, under a first line of their own or none."""

    lines: tuple[str, ...]
    head: str = ""


@dataclass(frozen=True)
class Part:
    """One part of a summary; ``most`` groups are shown, ``hidden`` were cut."""

    title: str
    intro: str
    groups: tuple[Group, ...]
    most: int
    hidden: int = 0


def limited(part: Part) -> Part:
    """Return the part with no more groups than it may show."""
    over = len(part.groups) - part.most
    return replace(part, groups=part.groups[: part.most], hidden=part.hidden + over) if over > 0 else part


def written(part: Part, form: Markdown | Plain, more: Callable[[int], str]) -> str:
    """Return a part as text; ``more`` says that so many groups are not shown."""
    lines = [form.heading(part.title, 3), ""]
    if part.intro:
        lines += [part.intro, ""]
    headed = False
    for group in part.groups:
        if group.head:
            lines += [*([""] if headed and lines[-1] else []), group.head, ""]
            headed = True
        lines += [f"- {line}" for line in group.lines]
    if part.hidden:
        lines += ["", more(part.hidden)]
    return "\n".join(lines).rstrip()


def fitted(
    parts: Sequence[Part], limit: int, form: Markdown | Plain, more: Callable[[int], str]
) -> tuple[list[Part], str]:
    """Return the parts cut, from the longest one's end, until their text has at most ``limit`` signs; and that text."""
    kept = [limited(part) for part in parts]
    texts = [written(part, form, more) for part in kept]
    while sum(map(len, texts)) + 2 * len(texts) > limit and any(part.groups for part in kept):
        longest = max((n for n, part in enumerate(kept) if part.groups), key=lambda n: len(texts[n]))
        part = kept[longest]
        # A tenth at a time: hundreds of groups are cut in a few steps, and few too many.
        stay = len(part.groups) - max(1, len(part.groups) // 10)
        kept[longest] = replace(part, groups=part.groups[:stay], hidden=part.hidden + len(part.groups) - stay)
        texts[longest] = written(kept[longest], form, more)
    return kept, "\n\n".join(texts)[:limit]
