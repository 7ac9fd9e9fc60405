"""``hub release``: records what goes out, so that it is held to from then on."""

from pathlib import Path

import click

from .. import sequences
from ..tender import released
from .reading import content_option, library_or_stop


@click.command()
@content_option
def release(content: Path) -> None:
    """Record the present versions of clauses and templates, and the events as calendars are given them."""
    library = library_or_stop(content)
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
