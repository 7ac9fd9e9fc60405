"""Folders to a library: finds the content files, reads each one, and gathers every Problem on the way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from . import repetition, sequences, synonyms
from .files import read_text
from .handwritten import read_pages
from .link import library_digest, link
from .model import ContentType, Entry, Id, Library, Raw
from .outside import checks as outside_checks
from .outside.ledger import read_ledger
from .problem import Problem, errors_in
from .settings import Settings
from .suggest import did_you_mean
from .tender import library_checks, released
from .validate import validate
from .vocabulary import SLUG
from .yaml_values import read_yaml


@dataclass(frozen=True)
class Found:
    """The files of one entry: its facts, and its long text by language."""

    slug: str
    facts: Path | None = None
    texts: dict[str, Path] = field(default_factory=dict)


def load(
    content: Path,
    docs: Path | None,
    types: tuple[ContentType, ...],
    settings: Settings,
    blocks: frozenset[str] = frozenset(),
) -> tuple[Library, list[Problem]]:
    """Return the library made of all usable entries, and every Problem, sorted by place.

    ``docs`` is the folder of hand-written pages, None to leave them out; ``blocks`` are the names that such pages may
    ask for. Nothing is raised for bad content, however broken.
    """
    problems: list[Problem] = []
    entries: list[Entry] = []
    unusable: set[Id] = set()
    if not content.is_dir():
        problems.append(Problem(content.name, 1, "no-content", "the content folder does not exist; create it"))
    else:
        problems.extend(_stray_folders(content, types))
    for kind in types:
        folder = content / kind.name
        if not folder.is_dir():
            continue
        found, strays = _find(folder, content, settings.languages)
        problems.extend(strays)
        for item in found:
            entry, mistakes = _read_entry(kind, item, content, settings)
            problems.extend(mistakes)
            if entry is None:
                unusable.add((kind.name, item.slug))
            else:
                entries.append(entry)
    library, mistakes = link(entries, types, settings, unusable=frozenset(unusable))
    problems.extend(mistakes)
    problems.extend(library_checks.check(library))
    problems.extend(repetition.check(entries))
    problems.extend(_released_problems(content, library, unusable))
    given_out, mistakes = sequences.read_sequences(content)
    problems.extend(mistakes)
    said_alike, mistakes = synonyms.read_synonyms(content, settings.languages)
    problems.extend(mistakes)
    ledger, mistakes = read_ledger(content)
    problems.extend(mistakes)
    library = replace(library, sequences=given_out, synonyms=said_alike, ledger=ledger)
    if docs is not None:
        pages, mistakes = read_pages(docs, library, blocks, frozenset(unusable))
        problems.extend(mistakes)
        library = replace(library, pages=pages)
    problems.extend(outside_checks.check(library, content))
    library = replace(library, digest=library_digest(library.entries.values(), library.pages, settings, ledger))
    return library, sorted(set(problems))


def _released_problems(content: Path, library: Library, unusable: set[Id]) -> Iterator[Problem]:
    state, mistakes = released.read_released(content)
    yield from mistakes
    yield from released.check(library, state)
    yield from released.gone({*library.entries, *unusable}, state, content.name)


def _name(path: Path, content: Path) -> str:
    return f"{content.name}/{path.relative_to(content).as_posix()}"


def _stray_folders(content: Path, types: tuple[ContentType, ...]) -> Iterator[Problem]:
    names = {kind.name for kind in types}
    for path in sorted(content.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_symlink():
            yield Problem(
                _name(path, content),
                1,
                "symbolic-link",
                "a link to another place was found; put the files here",
            )
        elif path.is_dir() and path.name not in names:
            message = f"the folder '{path.name}' is no content type{did_you_mean(path.name, names)}"
            yield Problem(_name(path, content), 1, "unknown-type", message)
        elif path.is_file() and path.name != synonyms.NAME:
            yield Problem(_name(path, content), 1, "stray-file", "a file outside a type's folder; move or remove it")


def _find(folder: Path, content: Path, languages: tuple[str, ...]) -> tuple[list[Found], list[Problem]]:
    items: dict[str, Found] = {}
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()):
        name = _name(path, content)
        if path.name.startswith("."):
            continue
        if path.is_symlink() or path.is_dir():
            problems.append(
                Problem(
                    name,
                    1,
                    "stray-file",
                    "only plain files belong here; put the entry's files beside the others",
                )
            )
            continue
        stem, _, ending = path.name.partition(".")
        language = ending.removesuffix(".md") if ending.endswith(".md") else ""
        if not re.match(SLUG, stem):
            problems.append(
                Problem(name, 1, "bad-slug", f"'{stem}' is no slug; use small letters a-z, digits and hyphens")
            )
        elif ending == "yml":
            item = items.get(stem, Found(stem))
            items[stem] = Found(stem, path, item.texts)
        elif language and language in languages:
            item = items.get(stem, Found(stem))
            items[stem] = Found(stem, item.facts, {**item.texts, language: path})
        else:
            wanted = f"{stem}.yml or {', '.join(f'{stem}.{code}.md' for code in languages)}"
            problems.append(Problem(name, 1, "stray-file", f"the file name is not understood; name it {wanted}"))
    for slug, item in items.items():
        if item.facts is None:
            problems.extend(
                Problem(
                    _name(path, content),
                    1,
                    "prose-without-facts",
                    f"the text has no {slug}.yml beside it; add it",
                )
                for path in item.texts.values()
            )
    return [item for item in items.values() if item.facts is not None], problems


def _read_entry(
    kind: ContentType, item: Found, content: Path, settings: Settings
) -> tuple[Entry | None, list[Problem]]:
    assert item.facts is not None
    name = _name(item.facts, content)
    text = read_text(item.facts, name)
    raw: Raw | None = None
    problems: list[Problem] = []
    if isinstance(text, Problem):
        problems.append(text)
    else:
        raw, problems = read_yaml(text, name)
    texts: dict[str, tuple[str, str]] = {}
    for language, path in sorted(item.texts.items()):
        prose_name = _name(path, content)
        prose = read_text(path, prose_name)
        if isinstance(prose, Problem):
            problems.append(prose)
        else:
            texts[language] = (prose_name, prose)
    if raw is None:
        return None, problems
    entry, found = validate(kind, item.slug, raw, texts, settings.languages, settings.today)
    problems.extend(found)
    return (None if errors_in(problems) else entry), problems
