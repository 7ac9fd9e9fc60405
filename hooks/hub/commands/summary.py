"""``hub summary``: what a change does, told to an editor."""

import tempfile
from pathlib import Path

import click

from ..keeping import cache_folder
from ..repository import GitError
from ..summary.base import BaseError, find_base
from ..summary.compare import compare
from ..summary.markdown import Markdown, Plain
from ..summary.matters import LinksError, read_links
from ..summary.states import read_state
from ..summary.write import write_summary
from .reading import content_option, must_be_folder, write_file

_file = click.Path(path_type=Path, dir_okay=False)


@click.command()
@content_option
@click.option("--base", required=True, help="What to compare with: a hub's folder, or a git ref such as origin/main.")
@click.option("--format", "form", type=click.Choice(["markdown", "text"]), default="markdown", help="How to write.")
@click.option("--links", type=_file, help="What 'hub links check --json' wrote: which new sources answer.")
@click.option("--out", type=_file, help="The file to write to, instead of the screen.")
def summary(content: Path, base: str, form: str, links: Path | None, out: Path | None) -> None:
    """Tell what changed since BASE, in every language. Exit 0, errors or not; 2: wrong use."""
    must_be_folder(content)
    with tempfile.TemporaryDirectory(prefix="hub-base-") as folder:
        try:
            answers = read_links(links) if links else {}
            before = find_base(base, content, Path(folder))
        except (BaseError, GitError, LinksError) as error:
            raise click.UsageError(str(error)) from error
        kept = cache_folder(content.resolve().parent)
        found = compare(read_state(before.content, kept), read_state(content, kept), before, answers)
        text = write_summary(found, Markdown() if form == "markdown" else Plain())
    if out is None:
        click.echo(text, nl=False)
        return
    write_file(out, text)
    click.echo(f"{len(text)} signs written to {out}")
