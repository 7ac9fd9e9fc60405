"""Makes the search index of a built site: one per language, read by the reader's own browser, with no server."""

import asyncio
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex


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
    async with PagefindIndex(config=config) as index:
        found = await index.add_directory(str(site))
        await index.write_files()
        return int(found["page_count"])
