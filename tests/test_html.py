"""The built pages are valid HTML: one page of every kind here, every page in continuous integration."""

import os
from pathlib import Path

import pytest
from browser.kinds import page_kinds
from html_checker import NoCheckerError, Verdict, check_html, find_java

pytestmark = pytest.mark.site
EVERY_PAGE = os.environ.get("HUB_ALL_PAGES") == "1"

SOUND = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>{}</body></html>\n'


def chosen(site: Path) -> list[Path]:
    """Return the pages to check."""
    if EVERY_PAGE:
        return sorted(site.rglob("*.html"))
    return [site / page.file for page in page_kinds(site)]


def told(verdict: Verdict, site: Path) -> str:
    """Return the errors, a few of each, with paths as in the site."""
    return "\n".join(line.replace(f"{site}/", "") for line in verdict.errors[:40])


def test_the_pages_are_valid_html(site: Path) -> None:
    pages = chosen(site)
    verdict = check_html(pages)
    assert verdict.looked_at == set(pages)
    assert len(pages) >= (100 if EVERY_PAGE else 28)
    print(f"{verdict.checker}: {len(pages)} pages, {len(verdict.remarks)} remarks")
    print("\n".join(sorted({line.partition(": ")[2][:200] for line in verdict.remarks})[:20]))
    if verdict.errors:
        pytest.fail(f"{len(verdict.errors)} errors:\n{told(verdict, site)}", pytrace=False)


def test_planted_defects_are_reported(tmp_path: Path) -> None:
    defects = {
        "stray": "<p>Text</div>",
        "nested": '<a href="#x"><button type="button">Press</button></a>',
        "twice": '<p id="one">1</p><p id="one">2</p>',
        "attribute": '<input type="checkbox" autocomplete="off" aria-label="x">',
        "alt": '<img src="a.png">',
        "sound": '<h1 id="x">Nothing is wrong here</h1>',
    }
    pages = []
    for name, body in defects.items():
        pages.append(tmp_path / f"{name}.html")
        pages[-1].write_text(SOUND.format(body))
    verdict = check_html(pages)
    assert verdict.looked_at == set(pages)
    for name in defects:
        found = [line for line in verdict.errors if f"/{name}.html:2: " in line]
        assert bool(found) == (name != "sound"), (name, found)


def test_without_a_checker_the_message_is_plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("html_checker.ROOT", tmp_path)
    monkeypatch.setattr("html_checker.NU", tmp_path / "vnu.jar")
    with pytest.raises(NoCheckerError, match=r"neither Java .* nor html-validate"):
        check_html([], {"PATH": str(tmp_path)})


def test_java_is_found_where_it_may_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\n")
    java.chmod(0o755)
    assert find_java({"PATH": str(java.parent)}) == str(java)
    assert find_java({"PATH": str(tmp_path), "JAVA_HOME": str(tmp_path)}) == str(java)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert find_java({"PATH": str(tmp_path)}) is None
