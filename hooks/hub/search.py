"""Makes the search index of a built site: one per language, read by the reader's own browser, with no server."""

import asyncio
from pathlib import Path

from pagefind.index import IndexConfig
from pagefind.service import PagefindService

PARTS = ("pagefind.js", "pagefind-entry.json", "pagefind-component-ui.js", "pagefind-component-ui.css")
"""What the pages ask for before any result."""
PATIENCE = 600
"""How many tenths of a second the index is given to reach the disk."""
STILL = 10
"""For how many tenths of a second nothing may change before the index counts as whole: a busy machine pauses."""


def index_site(site: Path) -> int:
    """Write the search index of ``site`` to its folder ``pagefind`` and return how many pages it holds.

    Only what stands inside ``[data-pagefind-body]`` is found. Raises RuntimeError when the indexer fails.
    """
    return asyncio.run(_index(site))


async def _index(site: Path) -> int:
    config = IndexConfig(
        output_path=str(site / "pagefind"),
        # Source numbers and the page's own papers are not what readers search for.
        exclude_selectors=[".hub-cite", ".hub-colophon", ".hub-sources", ".hub-trail", ".hub-kicker"],
    )
    # An index used as a context writes all its files again on leaving, and is ended before they are whole.
    async with PagefindService() as service:
        index = await service.create_index(config)
        found = await index.add_directory(str(site))
        await index.write_files()
        # The answer comes before the last bytes reach the disk, and the service is ended on leaving this block.
        await written(site / "pagefind")
        return int(found["page_count"])


async def written(folder: Path, patience: int = PATIENCE) -> None:
    """Wait until every part of the index is on disk; raises RuntimeError when one has not come in time."""
    before: dict[str, int] = {}
    still = 0
    for _ in range(patience):
        now = {str(path): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
        whole = all(now.get(str(folder / part)) for part in PARTS) and all(now.values())
        still = still + 1 if whole and now == before else 0
        if still >= STILL:
            return
        before = now
        await asyncio.sleep(0.1)
    missing = (
        ", ".join(part for part in PARTS if not before.get(str(folder / part)))
        or "a file that is empty or keeps changing"
    )
    raise RuntimeError(f"the search index is not whole ({missing}); build again")
