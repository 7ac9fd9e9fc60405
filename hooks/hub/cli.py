"""The command line: ``hub check``, ``hub new``, ``hub stage`` and ``hub release``."""

import json
import os
import re
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

import click

from . import sequences
from .exports import artefacts
from .keeping import cache_folder
from .load import load
from .model import Library
from .problem import Problem, errors_in
from .readability import level, lix
from .render import block_names
from .settings import Settings, read_settings, settings_block
from .skeleton import skeleton
from .stage import write_all
from .suggest import did_you_mean
from .tender import released
from .types import TYPES
from .vocabulary import SLUG
from .wording import read_wording

_CONTENT_OPTION = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), help="The folder with the entries."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, extend and stage the hub's content."""


@main.command()
@_CONTENT_OPTION
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print.")
@click.option("--readability", "each", is_flag=True, help="Print the readability (LIX) of each text.")
def check(content: Path, form: str, each: bool) -> None:
    """Tell what must be mended. Exit 0: clean, or notices only; 1: errors; 2: wrong use."""
    if not content.is_dir():
        raise click.UsageError(f"'{content}' is not a folder; name the folder with the entries")
    settings, problems = read_settings(settings_block(Path("mkdocs.yml")), os.environ)
    docs = content.parent / "docs"
    library, found = load(content, docs if docs.is_dir() else None, TYPES, settings, block_names())
    problems.extend(found)
    scores = readability(library)
    if each and form == "text":
        click.echo("\n".join(f"{path}: LIX {score:.0f} ({level(score)})" for path, score in scores.items()))
    click.echo(report(problems, form, len(library.entries), scores))
    sys.exit(1 if errors_in(problems) else 0)


@main.command()
@click.argument("kind", metavar="TYPE")
@click.argument("slug")
@_CONTENT_OPTION
def new(kind: str, slug: str, content: Path) -> None:
    """Write a new entry of TYPE, named SLUG, with every blank marked for you to fill in."""
    found = next((each for each in TYPES if each.name == kind), None)
    if found is None:
        raise click.UsageError(f"'{kind}' is no content type{did_you_mean(kind, (each.name for each in TYPES))}")
    if not re.match(SLUG, slug):
        raise click.UsageError(f"'{slug}' is no slug; use small letters a-z, digits and hyphens, such as 'min-case'")
    settings = _settings()
    wording = read_wording(settings.first_language)
    files = {
        content / kind / f"{slug}.{ending}": text for ending, text in skeleton(found, slug, settings, wording).items()
    }
    taken = [str(path) for path in files if path.exists()]
    if taken:
        raise click.UsageError(f"{', '.join(taken)} is already there; choose another slug")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    click.echo(str(wording.words["new_written"]).format(files=", ".join(map(str, files))))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def stage(folder: Path) -> None:
    """Write everything the hub makes to FOLDER, for another engine or for a look."""
    library, problems = load(Path("content"), Path("docs"), TYPES, _settings(), block_names())
    errors = errors_in(problems)
    if errors:
        click.echo(report(errors, "text", len(library.entries)), err=True)
        sys.exit(1)
    click.echo(f"{write_all(artefacts(library, cache_folder(Path())), folder)} files written to {folder}")


@main.command()
@_CONTENT_OPTION
def release(content: Path) -> None:
    """Record the present versions of clauses and templates, and the events as calendars are given them."""
    docs = content.parent / "docs"
    library, problems = load(content, docs if docs.is_dir() else None, TYPES, _settings(), block_names())
    errors = errors_in(problems)
    if errors:
        click.echo(report(errors, "text", len(library.entries)), err=True)
        sys.exit(1)
    before, _ = released.read_released(content)
    file = content.parent / released.NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    after = released.release(library, before)
    file.write_text(released.written(after), encoding="utf-8")
    calendar = released.written(sequences.release(library))
    (content.parent / sequences.NAME).write_text(calendar, encoding="utf-8")
    new = [
        f"{kind}/{slug} {version}"
        for kind, slugs in after.items()
        for slug, versions in slugs.items()
        for version in versions
        if version not in before.get(kind, {}).get(slug, {})
    ]
    click.echo("\n".join([*new, f"{len(new)} versions released, written to {file}"]))


def _settings() -> Settings:
    settings, problems = read_settings(settings_block(Path("mkdocs.yml")), os.environ)
    if errors_in(problems):
        click.echo(report(problems, "text", 0), err=True)
        sys.exit(1)
    return settings


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


if __name__ == "__main__":
    main()
