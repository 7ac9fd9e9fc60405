"""Every planted defect gets its own lines, all in one run, and none is told of anything it did not do."""

from pathlib import Path

import pytest
from bad_hub import cases, plant_all
from conftest import HUB, run, settings_of

from hub.load import load
from hub.types import TYPES

CASES = cases()


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, set[str]]]:
    folder = tmp_path_factory.mktemp("bad") / "content"
    return folder, plant_all(HUB, folder)


@pytest.fixture(scope="module")
def told(planted: tuple[Path, dict[str, set[str]]]) -> list[str]:
    """All lines of one reading of everything bad at once."""
    _, problems = load(planted[0], None, TYPES, settings_of(HUB))
    return [str(problem).removeprefix("content/") for problem in problems]


def test_there_is_something_bad() -> None:
    assert len(CASES) >= 70
    assert sum(bool(case["expect"]) for case in CASES.values()) >= 70


@pytest.mark.parametrize("name", CASES)
def test_a_defect_is_told_at_its_line(name: str, planted: tuple[Path, dict[str, set[str]]], told: list[str]) -> None:
    own = planted[1][name]
    assert own
    assert [line for line in told if line.split(":", 1)[0] in own] == CASES[name]["expect"]


def test_good_entries_are_not_blamed(planted: tuple[Path, dict[str, set[str]]], told: list[str]) -> None:
    owned = set().union(*planted[1].values())
    assert [line for line in told if line.split(":", 1)[0] not in owned] == []


def test_check_tells_all_and_fails_without_a_traceback(planted: tuple[Path, dict[str, set[str]]]) -> None:
    result = run("hub", "check", "--content", str(planted[0]), cwd=HUB)
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    expected = {f"content/{line}" for case in CASES.values() for line in case["expect"]}
    assert expected <= set(result.stdout.splitlines())


def test_notices_alone_do_not_fail() -> None:
    notices = [
        name for name, case in CASES.items() if case["expect"] and all(": notice: " in x for x in case["expect"])
    ]
    assert {"missing-language", "missing-prose", "review-passed", "unused-source"} <= set(notices)
