"""The gates' own tools do what the gates rely on: they find every kind of page, serve as a host does, fail plainly."""

import gzip
import json
import shutil
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from . import chromium
from .chromium import NoBrowserError, candidates, find_chromium
from .kinds import COLLECTION, ENTRY, LOST, SitePage, page_kinds
from .server import SUB_PATH, read_headers, serve


def test_every_type_and_every_hand_written_page_is_a_kind(site: Path, pages: tuple[SitePage, ...]) -> None:
    index = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))
    types = {kind["type"] for kind in index["types"] if kind["count"]}
    assert {page.kind for page in pages if page.role == ENTRY} == types
    assert {"home", COLLECTION, LOST, "om", "kontakt", "privatliv", "bidrag"} <= {page.kind for page in pages}
    assert all((site / page.file).is_file() for page in pages)
    twins = [page.kind for page in pages if page.language == "en"]
    assert sorted(twins) == sorted({page.kind for page in pages} - {LOST})


def test_a_new_type_and_a_new_page_are_picked_up(fixture_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(fixture_site, copy)
    before = {page.kind for page in page_kinds(copy)}
    assert {"home", "labs", "about"} <= before
    shutil.copytree(copy / "labs", copy / "bakers")
    index = json.loads((copy / "api/v1/index.json").read_text(encoding="utf-8"))
    labs = next(kind for kind in index["types"] if kind["type"] == "labs")
    (copy / "api/v1/bakers.json").write_text(
        (copy / "api/v1/labs.json").read_text(encoding="utf-8").replace("/towns/labs/", "/towns/bakers/"),
        encoding="utf-8",
    )
    index["types"].append({**labs, "type": "bakers", "entries": labs["entries"].replace("labs.json", "bakers.json")})
    (copy / "api/v1/index.json").write_text(json.dumps(index), encoding="utf-8")
    shutil.copytree(copy / "about", copy / "history")
    after = {page.kind for page in page_kinds(copy)}
    assert after - before == {"bakers", "history"}


def test_a_page_without_its_twin_is_told(fixture_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(fixture_site, copy)
    page = copy / "about" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("hub-languages", "hub-tongues"), encoding="utf-8")
    with pytest.raises(AssertionError, match=r"about .* has no link to da"):
        page_kinds(copy)


def test_the_server_is_like_a_host(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<p>A</p>" * 100)
    (tmp_path / "404.html").write_text("<p>Lost</p>")
    (tmp_path / "x.1234.css").write_text("p{}")
    (tmp_path.parent / "secret.txt").write_text("secret")
    lines = "# A comment\n/*\n  X-All: yes\n/*.css\n  Cache-Control: public, max-age=1\n"
    with serve(tmp_path, read_headers(lines), compress=True) as base:
        for mount in (base, base + SUB_PATH.lstrip("/")):
            with urlopen(Request(mount + "a", headers={"Accept-Encoding": "gzip"})) as answer:
                assert answer.url == mount + "a/"
                assert answer.headers["X-All"] == "yes"
                assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
                assert gzip.decompress(answer.read()) == b"<p>A</p>" * 100
        with urlopen(base + "x.1234.css") as answer:
            assert answer.headers["Cache-Control"] == "public, max-age=1"
            assert answer.headers["Content-Encoding"] is None
            assert answer.read() == b"p{}"
        for path in ("nowhere", "%2e%2e/secret.txt"):
            with pytest.raises(HTTPError) as lost:
                urlopen(base + path)
            assert (lost.value.code, lost.value.read()) == (404, b"<p>Lost</p>")


def test_without_a_browser_the_message_is_plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "own_build", lambda: str(tmp_path / "none"))
    monkeypatch.setattr(chromium, "installers", lambda root: iter([["true"]]))
    with pytest.raises(NoBrowserError, match="apt install chromium"):
        find_chromium({"PATH": str(tmp_path)})
    with pytest.raises(NoBrowserError, match="which does not start"):
        find_chromium({"PATH": str(tmp_path), "HUB_CHROMIUM": str(tmp_path / "no")})


def test_a_browser_that_was_just_installed_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "chrome"
    monkeypatch.setattr(chromium, "own_build", lambda: str(own))
    command = ["sh", "-c", f"printf '#!/bin/sh\\n' > {own} && chmod +x {own}"]
    monkeypatch.setattr(chromium, "installers", lambda root: iter([command]))
    assert find_chromium({"PATH": str(tmp_path)}) == str(own)
    assert list(candidates({"PATH": str(tmp_path), "HUB_CHROMIUM": "x"})) == ["x"]
