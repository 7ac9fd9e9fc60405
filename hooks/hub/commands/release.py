"""``hub release``: records what goes out, so that it is held to from then on."""

from pathlib import Path

import click

from .. import sequences
from ..tender import released
from .reading import content_option, library_or_stop, write_file


@click.command()
@content_option
def release(content: Path) -> None:
    """Record the present versions of clauses and templates, and the events as calendars are given them."""
    library = library_or_stop(content)
    before, _ = released.read_released(content)
    file = content.parent / released.NAME
    after = released.release(library, before)
    write_file(file, released.written(after))
    write_file(content.parent / sequences.NAME, released.written(sequences.release(library)))
    new = [
        f"{kind}/{slug} {version}"
        for kind, slugs in after.items()
        for slug, versions in slugs.items()
        for version in versions
        if version not in before.get(kind, {}).get(slug, {})
    ]
    click.echo("\n".join([*new, f"{len(new)} versions released, written to {file}"]))
