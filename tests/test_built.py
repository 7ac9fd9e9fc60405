"""What a page says it is built from: the commit and the day, or nothing where nobody knows the commit."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import HUB, TODAY, build, settings_of

from hub import urls
from hub.settings import read_settings

REPO = "https://example.org/towns"
LINE = f'<p>Built 23 November 2026 from <a href="{REPO}/commit/abc1234">abc1234</a></p>'


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("committed") / "site"
    result = build(HUB, target, HUB_COMMIT="abc1234", HUB_REPO_URL=REPO, HUB_SEARCH="off")
    assert result.returncode == 0, result.stderr
    return target


def test_every_page_and_the_data_say_it(committed: Path) -> None:
    pages = [page for page in committed.rglob("*.html") if f'href="{REPO}/commit/' in page.read_text()]
    assert len(pages) == len(list(committed.rglob("*.html"))) > 60
    assert LINE in (committed / "about" / "index.html").read_text()
    assert "Bygget 23. november 2026 fra <a" in (committed / "da" / "index.html").read_text()
    built = json.loads((committed / "api/v1/index.json").read_text())["built"]
    assert built == {"commit": "abc1234", "date": TODAY}


def test_nothing_is_said_where_nobody_knows(fixture_site: Path) -> None:
    pages = [page for page in fixture_site.rglob("*.html") if "Built 2" in page.read_text()]
    assert pages == []
    assert json.loads((fixture_site / "api/v1/index.json").read_text())["built"] == {"commit": None, "date": TODAY}


def test_files_that_are_not_committed_are_told_of() -> None:
    settings = settings_of(HUB, HUB_COMMIT="abc1234-dirty", HUB_REPO_URL=REPO)
    assert (settings.committed, settings.uncommitted) == ("abc1234", True)
    assert urls.commit_address(settings) == f"{REPO}/commit/abc1234"
    assert urls.commit_address(replace(settings, repo_url="")) == ""


@pytest.mark.parametrize("wrong", ["main", "abc", "abc1234; rm -rf /", '"><script>'])
def test_what_is_no_commit_is_refused(wrong: str) -> None:
    settings, problems = read_settings({"languages": ["en"]}, {"HUB_COMMIT": wrong})
    assert settings.commit == ""
    assert "git describe" in problems[0].message
