"""``hub check``: what must be mended in the content, each at its line."""

import os
import sys
from pathlib import Path

import click

from ..content_folder import read_content
from ..problem import errors_in
from ..readability import level
from ..reporting import readability, report
from ..settings import read_settings, settings_block
from .reading import content_option, must_be_folder


@click.command()
@content_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="How to print.")
@click.option("--readability", "each", is_flag=True, help="Print the readability (LIX) of each text.")
def check(content: Path, form: str, each: bool) -> None:
    """Tell what must be mended. Exit 0: clean, or notices only; 1: errors; 2: wrong use."""
    must_be_folder(content)
    settings, problems = read_settings(settings_block(Path("mkdocs.yml")), os.environ)
    library, found = read_content(content, settings)
    problems.extend(found)
    scores = readability(library)
    if each and form == "text":
        click.echo("\n".join(f"{path}: LIX {score:.0f} ({level(score)})" for path, score in scores.items()))
    click.echo(report(problems, form, len(library.entries), scores))
    sys.exit(1 if errors_in(problems) else 0)
