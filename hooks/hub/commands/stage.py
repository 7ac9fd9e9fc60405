"""``hub stage``: everything the hub makes, written to a folder."""

from pathlib import Path

import click

from ..exports import artefacts
from ..keeping import cache_folder
from ..stage import write_all
from .reading import library_or_stop


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def stage(folder: Path) -> None:
    """Write everything the hub makes to FOLDER, for another engine or for a look."""
    library = library_or_stop(Path("content"))
    click.echo(f"{write_all(artefacts(library, cache_folder(Path())), folder)} files written to {folder}")
