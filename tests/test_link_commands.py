"""`hub links`, as an editor and as continuous integration meet it."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import copy_hub
from link_cases import CHRONICLE, GONE, OK, REFUSED, TODAY

from hub.cli import main
from hub.model import Library
from hub.outside import asking
from hub.outside.addresses import addresses
from hub.outside.asking import Result
from hub.outside.ledger import NAME, Status, read_ledger
from hub.outside.page import link_page
from hub.outside.since import added_since
from hub.outside.summary import as_json, as_markdown, problems
from hub.repository import GitError
from hub.wording import read_wording


@pytest.fixture
def branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the fixture hub on main, and one more address in its work tree."""
    hub = copy_hub(tmp_path / "hub")
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    for command in (["init", "-q", "-b", "main"], ["add", "."], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", *command], cwd=hub, check=True)
    mill = hub / "content" / "labs" / "mill.en.md"
    mill.write_text(mill.read_text() + "\nSee [more](https://example.org/chron) [@chronicle].\n")
    monkeypatch.chdir(hub)
    for name in ("HUB_SITE_URL", "HUB_PUBLISH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HUB_TODAY", TODAY.isoformat())
    return hub


def test_only_what_a_branch_adds_is_asked(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[list[str], str]] = []

    def answering(page: str, wanted: list[str], agent: str, **_: object) -> dict[str, Result]:
        assert all(address in page for address in wanted)
        seen.append((wanted, agent))
        return {address: Result(GONE, "404") for address in wanted}

    monkeypatch.setattr(asking, "ask", answering)
    command = ["links", "check", "--added-since", "main", "--json", "out/a.json", "--markdown", "out/a.md"]
    told = CliRunner().invoke(main, [*command, "--format", "github", "--page", "out/page.html"])
    assert told.exit_code == 0, told.output
    # The address is the beginning of one that main holds, and is new all the same.
    assert seen == [(["https://example.org/chron"], "hub-links (+https://example.org/towns/)")]
    line = (branch / "content" / "labs" / "mill.en.md").read_text().count("\n")
    place = f"file=content/labs/mill.en.md,line={line},title=link-fails::"
    assert told.output.startswith(
        f"::notice {place}'https://example.org/chron' was asked: the page does not exist, 404"
    )
    assert json.loads((branch / "out" / "a.json").read_text())["addresses"][0]["uses"][0]["line"] == line
    assert "&#95;" not in (branch / "out" / "a.md").read_text()
    assert "### Do not answer" in (branch / "out" / "a.md").read_text()
    assert (branch / "out" / "page.html").read_text().count("<a href=") == 1
    assert not (branch / NAME).exists()


def test_a_branch_that_adds_nothing_asks_nothing(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "checkout", "-q", "--", "."], cwd=branch, check=True)
    monkeypatch.setattr(asking, "ask", None)
    told = CliRunner().invoke(main, ["links", "check", "--added-since", "main", "--markdown", "out.md"])
    assert told.exit_code == 0, told.output
    assert "adds no addresses" in (branch / "out.md").read_text()


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "", "main:content"])
def test_an_unknown_base_is_wrong_use(base: str, branch: Path) -> None:
    told = CliRunner().invoke(main, ["links", "check", f"--added-since={base}"])
    assert told.exit_code == 2
    assert "Traceback" not in told.output
    with pytest.raises(GitError):
        added_since(base, [CHRONICLE], branch / "content", branch / "docs")


def test_a_whole_run_keeps_the_ledger(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {"https://example.org/it-1": Result(Status.TIMEOUT), CHRONICLE: Result(OK, "200")}
    monkeypatch.setattr(asking, "ask", lambda *_, **__: answers)
    told = CliRunner().invoke(main, ["links", "check"])
    assert told.exit_code == 0, told.output
    assert "2 of 6 asked: 1 ok, 1 timeout" in told.output
    ledger, found = read_ledger(branch / "content")
    assert (sorted(ledger), found) == ([CHRONICLE, "https://example.org/it-1"], [])
    quiet = [
        "links",
        "quarantine",
        "https://example.org/it-1",
        "--until",
        "2027-01-31",
        "--reason",
        "en",
        "Being moved",
    ]
    assert CliRunner().invoke(main, quiet).exit_code == 0
    assert read_ledger(branch / "content")[0]["https://example.org/it-1"].quarantine is not None
    assert CliRunner().invoke(main, [*quiet[:3], "--lift"]).exit_code == 0
    assert read_ledger(branch / "content")[0] == ledger


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["https://example.org/chronicl", "--lift"], "did you mean 'https://example.org/chronicle'"),
        ([CHRONICLE], "needs --until"),
        ([CHRONICLE, "--until", "2026-11-22", "--reason", "en", "x"], "give a day from 2026-11-23"),
        ([CHRONICLE, "--until", "2036-11-22", "--reason", "en", "x"], "give a day from 2026-11-23"),
        ([CHRONICLE, "--until", "2026-12-01", "--reason", "sv", "x"], "a language of this hub (en, da)"),
        ([CHRONICLE, "--until", "2026-12-01", "--reason", "en", " "], "then the reason"),
        ([CHRONICLE, "--until", "soon", "--reason", "en", "x"], "--until"),
    ],
)
def test_a_quarantine_needs_an_address_a_day_and_a_reason(words: list[str], said: str, branch: Path) -> None:
    told = CliRunner().invoke(main, ["links", "quarantine", *words])
    assert told.exit_code == 2
    assert said in " ".join(told.output.split())
    assert not (branch / NAME).exists()


def test_an_address_cannot_write_markup_into_a_summary(library: Library) -> None:
    odd = 'https://a.dk/"><b>`|@all'
    uses = {odd: addresses(library)[CHRONICLE][:1]}
    page = link_page([odd], uses)
    assert "<b>" not in page
    assert "abroad/deep-wells" in page
    for language in ("da", "en"):
        text = as_markdown({odd: Result(GONE, "404")}, [odd, "https://b.dk/"], uses, read_wording(language))
        assert "<b>" not in text
        assert "`" not in text
        assert "content/abroad/deep-wells.yml:23" in text
    assert list(problems({odd: Result(REFUSED, "403")}, uses)) == []
    assert json.loads(as_json({}, [odd], uses))["addresses"][0]["status"] is None
