"""The command line: ``hub check``, ``hub new`` and ``hub stage``."""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from .load import load
from .problem import Problem
from .settings import read_settings, settings_block
from .types import TYPES


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, extend and stage the hub's content."""


@main.command()
@click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), help="The folder with the entries."
)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print.")
def check(content: Path, form: str) -> None:
    """Tell what must be mended. Exit 0: clean, or notices only; 1: errors; 2: wrong use."""
    if not content.is_dir():
        raise click.UsageError(f"'{content}' is not a folder; name the folder with the entries")
    settings, problems = read_settings(settings_block(Path("mkdocs.yml")), os.environ)
    library, found = load(content, None, TYPES, settings)
    problems.extend(found)
    click.echo(report(problems, form, len(library.entries)))
    sys.exit(1 if any(not problem.notice for problem in problems) else 0)


def report(problems: Sequence[Problem], form: str, entries: int) -> str:
    """Return the Problems as text, JSON or GitHub annotations, followed in text by a line that counts them."""
    if form == "json":
        return json.dumps({"entries": entries, "problems": [asdict(p) for p in problems]}, ensure_ascii=False, indent=2)
    if form == "github":
        return "\n".join(_annotation(problem) for problem in problems)
    errors = sum(not problem.notice for problem in problems)
    lines = [str(problem) for problem in problems]
    return "\n".join([*lines, f"{entries} entries read: {errors} errors, {len(problems) - errors} notices"])


def _annotation(problem: Problem) -> str:
    """Return a workflow command of GitHub Actions, escaped as its documentation asks."""
    message = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = problem.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    level = "notice" if problem.notice else "error"
    return f"::{level} file={place},line={problem.line},title={problem.rule}::{message}"
