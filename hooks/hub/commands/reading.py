"""How every command comes by the hub's content: the same option, the same settings, the same stop on errors."""

import os
import sys
from pathlib import Path

import click

from ..load import load
from ..model import Library
from ..problem import Problem, errors_in
from ..render import block_names
from ..reporting import report
from ..settings import Settings, read_settings, settings_block
from ..types import TYPES

content_option = click.option(
    "--content", type=click.Path(path_type=Path), default=Path("content"), help="The folder with the entries."
)


def settings_or_stop() -> Settings:
    """Return the settings of the hub in the present folder; exit 1 when they have errors."""
    settings, problems = read_settings(settings_block(Path("mkdocs.yml")), os.environ)
    stop_on_errors(problems, 0)
    return settings


def read_content(content: Path, settings: Settings) -> tuple[Library, list[Problem]]:
    """Return the library in ``content``, with the hand-written pages beside it, and every Problem."""
    docs = content.parent / "docs"
    return load(content, docs if docs.is_dir() else None, TYPES, settings, block_names())


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
