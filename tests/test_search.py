"""The search index: every part of it is whole, and a build with a part that is not goes no further."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hub.search import PARTS, written


@pytest.mark.site
def test_the_index_is_whole_and_written_once(site: Path) -> None:
    files = [path for path in (site / "pagefind").rglob("*") if path.is_file()]
    assert len(files) > 900
    assert [path.name for path in files if path.stat().st_size == 0] == []
    # A second set of words would show that the index was written twice, and perhaps cut off.
    assert sorted(path.name.split("_")[0] for path in files if path.suffix == ".pf_meta") == [
        "pagefind.da",
        "pagefind.en",
    ]


@pytest.mark.parametrize("part", PARTS)
def test_an_empty_or_missing_part_is_told(part: str, tmp_path: Path) -> None:
    for name in PARTS:
        (tmp_path / name).write_text("x")
    for spoil in ((tmp_path / part).write_bytes, lambda _: (tmp_path / part).unlink()):
        spoil(b"")
        # The browser tests leave a loop running in the main thread.
        with ThreadPoolExecutor(1) as thread, pytest.raises(RuntimeError, match=rf"not whole \({part}\)"):
            thread.submit(lambda: asyncio.run(written(tmp_path, patience=2))).result()
