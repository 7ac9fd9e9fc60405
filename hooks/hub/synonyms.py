"""Everyday words for terms of art, so that "skraldespand" finds what is filed under "affaldsbeholder"."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from .files import read_text
from .problem import Problem
from .readability import words_of
from .yaml_values import read_yaml

NAME = "synonyms.yml"
"""The file in the content folder: a list of groups for each language, each group words that mean the same."""

Synonyms = Mapping[str, tuple[tuple[str, ...], ...]]


def read_synonyms(content: Path, languages: Sequence[str]) -> tuple[Synonyms, list[Problem]]:
    """Return the groups by language, and what is wrong with the file; nothing when there is none."""
    file, name = content / NAME, f"{content.name}/{NAME}"
    if not file.is_file():
        return {}, []
    text = read_text(file, name)
    if isinstance(text, Problem):
        return {}, [text]
    raw, problems = read_yaml(text, name)
    if raw is None:
        return {}, problems
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for language, groups in (raw.value if isinstance(raw.value, dict) else {}).items():
        line = raw.line((language,))
        if language not in languages:
            wanted = ", ".join(languages)
            problems.append(
                Problem(name, line, "synonyms", f"'{language}' is no language of the hub; use one of: {wanted}")
            )
            continue
        good = []
        for number, group in enumerate(groups if isinstance(groups, list) else [groups]):
            if isinstance(group, list) and len(group) > 1 and all(isinstance(word, str) and word for word in group):
                good.append(tuple(word.casefold() for word in group))
            else:
                message = "a list of at least two words was expected, such as [gadelys, vejbelysning]; mend the line"
                problems.append(Problem(name, raw.line((language, number)), "synonyms", message))
        found[language] = tuple(good)
    return found, problems


def others(text: str, groups: Sequence[Sequence[str]]) -> list[str]:
    """Return the words that mean the same as something in the text, without those that it has already."""
    said = f" {' '.join(words_of(text.casefold()))} "
    found: dict[str, None] = {}
    for group in groups:
        if any(f" {word} " in said for word in group):
            found.update(dict.fromkeys(word for word in group if f" {word} " not in said))
    return list(found)
