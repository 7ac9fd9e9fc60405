"""How every command comes by the hub's content, and writes a file: the same option, settings and stop on errors."""

import os
import sys
from pathlib import Path

import click

from ..content_folder import read_content
from ..model import Library
from ..problem import Problem, errors_in
from ..reporting import report
from ..settings import Settings, read_settings, settings_block

content_option = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), help="The folder with the entries."
)


def settings_or_stop() -> Settings:
    """Return the settings of the hub in the present folder; exit 1 when they have errors."""
    settings, problems = read_settings(settings_block(Path("mkdocs.yml")), os.environ)
    stop_on_errors(problems, 0)
    return settings


def must_be_folder(content: Path) -> None:
    """Raise a UsageError (exit 2) when there is no folder ``content``."""
    if not content.is_dir():
        raise click.UsageError(f"'{content}' is not a folder; name the folder with the entries")


def library_or_stop(content: Path) -> Library:
    """Return the library in ``content``; exit 1, with every error told, when it has any."""
    library, problems = read_content(content, settings_or_stop())
    stop_on_errors(problems, len(library.entries))
    return library


def stop_on_errors(problems: list[Problem], entries: int) -> None:
    """Tell the errors and exit 1, if there are any."""
    errors = errors_in(problems)
    if errors:
        click.echo(report(errors, "text", entries), err=True)
        sys.exit(1)


def write_file(file: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
