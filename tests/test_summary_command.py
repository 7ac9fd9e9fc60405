"""``hub summary`` as it is called: what it compares with, and what it says of wrong use."""

import subprocess
from pathlib import Path

import pytest
from conftest import HUB, copy_hub, run
from summary_cases import swap

from hub.outside.asking import Result
from hub.outside.ledger import Status
from hub.outside.summary import as_json
from hub.summary.base import BaseError, find_base
from hub.summary.matters import LinksError, read_links


def test_the_command_compares_with_a_commit(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words],
            cwd=hub,
            check=True,
            capture_output=True,
        )

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "first")
    git("checkout", "-qb", "work")
    swap("cases/village-bake.yml", "end: 1904", "end: 1910")(hub / "content")
    (hub / "tool.sh").write_text("echo\n")
    git("add", ".")
    git("commit", "-qm", "second")
    git("checkout", "-q", "main")
    swap("labs/mill.yml", "The mill", "The old mill")(hub / "content")
    git("commit", "-qam", "meanwhile")
    git("checkout", "-q", "work")
    result = run("hub", "summary", "--base", "main", "--out", "new/summary.md", cwd=hub)
    assert result.returncode == 0, result.stderr
    text = (hub / "new" / "summary.md").read_text()
    assert "1902–1910" in text
    assert "old mill" not in text, "what others did since is no change of ours"
    assert "- 1 file in `tool.sh`" in text
    plain = run("hub", "summary", "--base", "main", "--format", "text", cwd=hub)
    assert plain.stdout.startswith("What the change does\n====")
    assert "`" not in plain.stdout


@pytest.mark.parametrize("base", ["", "nowhere", "--output=/tmp/x", "HEAD:content"])
def test_an_unknown_base_is_told_of(base: str, tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="no folder and no git ref"):
        find_base(base, HUB / "content", tmp_path)


def test_what_the_link_check_wrote_is_understood(tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    statuses = {"good": Status.OK, "refused": Status.REFUSED, "dead": Status.GONE, "unknown": Status.TIMEOUT}
    asked = {f"https://a.dk/{said}": Result(status) for said, status in statuses.items()}
    late = "https://a.dk/late"
    wanted = (*asked, late)
    file.write_text(as_json(asked, wanted, dict.fromkeys(wanted, ())))
    assert read_links(file) == {f"https://a.dk/{said}": said for said in statuses}


def test_wrong_use_is_told_plainly(tmp_path: Path) -> None:
    for words in (("--base", "nowhere"), ("--base", str(HUB), "--links", str(tmp_path / "none.json")), ()):
        result = run("hub", "summary", *words, cwd=HUB)
        assert result.returncode == 2
        assert "Traceback" not in result.stderr
    (tmp_path / "odd.json").write_text('{"a": 1}')
    with pytest.raises(LinksError, match="a JSON list"):
        read_links(tmp_path / "odd.json")
