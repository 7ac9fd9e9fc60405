"""``hub new``: the files of a new entry, ready to be filled in."""

import re
from pathlib import Path

import click

from ..skeleton import skeleton
from ..suggest import did_you_mean
from ..types import TYPES
from ..vocabulary import SLUG
from ..wording import read_wording
from .reading import content_option, settings_or_stop, write_file


@click.command()
@click.argument("kind", metavar="TYPE")
@click.argument("slug")
@content_option
def new(kind: str, slug: str, content: Path) -> None:
    """Write a new entry of TYPE, named SLUG, with every blank marked for you to fill in."""
    found = next((each for each in TYPES if each.name == kind), None)
    if found is None:
        raise click.UsageError(f"'{kind}' is no content type{did_you_mean(kind, (each.name for each in TYPES))}")
    if not re.match(SLUG, slug):
        raise click.UsageError(f"'{slug}' is no slug; use small letters a-z, digits and hyphens, such as 'min-case'")
    settings = settings_or_stop()
    wording = read_wording(settings.first_language)
    files = {
        content / kind / f"{slug}.{ending}": text for ending, text in skeleton(found, slug, settings, wording).items()
    }
    taken = [str(path) for path in files if path.exists()]
    if taken:
        raise click.UsageError(f"{', '.join(taken)} is already there; choose another slug")
    for path, text in files.items():
        write_file(path, text)
    click.echo(str(wording.words["new_written"]).format(files=", ".join(map(str, files))))
