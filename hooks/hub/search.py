"""Makes the search index of a built site: one per language, read by the reader's own browser, with no server."""

import asyncio
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pagefind.index import IndexConfig
from pagefind.service import PagefindService

from . import urls
from .escaping import escape
from .search_records import SearchRecord

PARTS = ("pagefind.js", "pagefind-entry.json")
"""What the pages ask for before any result."""
_LEFT_OUT = (
    ".hub-cite", ".hub-colophon", ".hub-sources", ".hub-kicker", ".hub-popover", ".hub-print-address", ".hub-picture",
    ".hub-list", ".hub-compact", ".hub-cards", ".hub-matches", ".hub-notice", ".hub-edit", ".hub-contact", ".hub-fold",
    ".hub-scroll", ".hub-badge", ".hub-checklist",
)  # fmt: skip
"""What readers do not search a page for: its sources and papers, and the titles of other pages."""
PATIENCE = 600
"""How many tenths of a second the index is given to reach the disk."""
STILL = 10
"""For how many tenths of a second nothing may change before the index counts as whole: a busy machine pauses."""


def index_site(site: Path, found: Iterable[SearchRecord]) -> int:
    """Write the search index of ``site`` to its folder ``pagefind`` and return how many pages it holds.

    The indexer reads short copies of the pages, with words that readers of the pages have no use for. Raises
    RuntimeError when the indexer fails.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for record in found:
            page = urls.address(record.path) + "index.html"
            target = folder / page
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(copy_for_search((site / page).read_text(encoding="utf-8"), record), encoding="utf-8")
        return asyncio.run(_index(folder, site / "pagefind"))


def copy_for_search(page: str, record: SearchRecord) -> str:
    """Return what the indexer reads of a finished page: its article, and what the record adds."""
    article = page[page.index(">", page.index("<article")) + 1 : page.rindex("</article>")]
    weighed = "".join(f'<p data-pagefind-weight="{weight}">{escape(text)}</p>' for weight, text in record.terms.items())
    told = "".join(
        f'<i data-pagefind-{kind}="{name}">{escape(value)}</i>'
        for kind, values in (
            ("meta", [(n, (v,)) for n, v in record.card.items() if v]),
            ("filter", record.filters.items()),
        )
        for name, each in values
        for value in each
    )
    return (
        f'<!doctype html><html lang="{record.language}"><title>{escape(record.card["title"])}</title>'
        f"<body><main data-pagefind-body><div data-pagefind-ignore>{told}</div>{weighed}{article}</main></body></html>"
    )


async def _index(pages: Path, target: Path) -> int:
    config = IndexConfig(output_path=str(target), exclude_selectors=list(_LEFT_OUT))
    # An index used as a context writes all its files again on leaving, and is ended before they are whole.
    async with PagefindService() as service:
        index = await service.create_index(config)
        found = await index.add_directory(str(pages))
        await index.write_files()
        # The answer comes before the last bytes reach the disk, and the service is ended on leaving this block.
        await written(target)
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
