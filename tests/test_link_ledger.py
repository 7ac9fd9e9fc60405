"""The ledger of links: fair to servers that falter, readable line by line, and never written over when it is broken."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import copy_hub, settings_of
from link_cases import ERROR, GONE, OK, REFUSED, TIMEOUT, day, run_of

from hub.cli import main
from hub.load import load
from hub.outside.asking import Result
from hub.outside.ledger import NAME, Change, Quarantine, Status, read_ledger, written
from hub.outside.updating import in_turn, looks_offline, quarantined, update
from hub.types import TYPES
from hub.vocabulary import Text


@pytest.mark.parametrize(
    ("steps", "dead"),
    [
        ([(0, OK)], False),
        ([(0, OK), (1, GONE)], False),
        ([(0, OK), (1, GONE), (2, GONE)], True),
        ([(0, OK), (1, GONE), (1, GONE), (1, GONE)], False),
        ([(0, OK), (1, GONE), (2, GONE), (3, OK)], False),
        ([(0, OK), (1, GONE), (2, OK), (3, GONE)], False),
        ([(1, TIMEOUT), (2, TIMEOUT), (3, TIMEOUT), (4, TIMEOUT)], False),
        ([(1, TIMEOUT), (8, TIMEOUT)], False),
        ([(1, TIMEOUT), (4, ERROR), (7, TIMEOUT)], False),
        ([(1, TIMEOUT), (4, ERROR), (8, TIMEOUT)], True),
        ([(1, TIMEOUT), (4, TIMEOUT), (5, REFUSED), (8, TIMEOUT)], False),
        ([(number, REFUSED) for number in range(40)], False),
        ([(0, GONE), (1, GONE), (2, REFUSED)], False),
    ],
)
def test_when_an_address_is_dead(steps: list[tuple[int, Status]], dead: bool) -> None:
    assert run_of(*steps).dead is dead


def test_only_changes_are_remembered() -> None:
    state = run_of(*((number, OK) for number in range(30)), (30, GONE), (31, GONE), (31, OK), (32, OK))
    assert state.history == (Change(day(0), OK, 30), Change(day(30), GONE, 1), Change(day(31), OK, 2))
    assert (state.checked, state.good) == (day(32), day(32))
    flapping = run_of(*((number, (OK, GONE)[number % 2]) for number in range(60)))
    assert len(flapping.history) == 12


def test_what_was_not_reached_stays_and_what_is_gone_from_the_hub_leaves() -> None:
    before = {"https://a.dk/": run_of((0, OK)), "https://b.dk/": run_of((0, GONE)), "https://c.dk/": run_of((0, OK))}
    after = update(before, ["https://a.dk/", "https://b.dk/", "https://d.dk/"], {"https://b.dk/": Result(OK)}, day(1))
    assert after["https://a.dk/"] == before["https://a.dk/"]
    assert after["https://b.dk/"].good == day(1)
    assert list(after) == ["https://a.dk/", "https://b.dk/"]


def test_the_longest_unasked_comes_first_and_servers_take_turns() -> None:
    ledger = {"https://a.dk/1": run_of((5, OK)), "https://b.dk/1": run_of((1, OK))}
    found = in_turn(["https://a.dk/1", "https://a.dk/2", "https://a.dk/3", "https://b.dk/1", "https://b.dk/2"], ledger)
    assert found == ["https://a.dk/2", "https://b.dk/2", "https://a.dk/3", "https://b.dk/1", "https://a.dk/1"]


def test_a_run_without_a_network_is_not_believed() -> None:
    lost = {f"https://a.dk/{number}": Result(Status.NO_HOST) for number in range(12)}
    assert looks_offline(lost)
    assert not looks_offline({**lost, **{f"https://b.dk/{number}": Result(OK) for number in range(12)}})
    assert not looks_offline(dict(list(lost.items())[:3]))


def test_the_file_has_one_line_per_address_and_reads_back(tmp_path: Path) -> None:
    quarantine = Quarantine(until=day(9), reason=Text({"da": "Bygges om", "en": "Being rebuilt"}))
    ledger = {"https://b.dk/æ": run_of((0, OK), (1, GONE)), "https://a.dk/": run_of((0, OK))}
    ledger = dict(quarantined(ledger, "https://a.dk/", quarantine))
    text = written(ledger)
    assert [line.split('"')[1] for line in text.split("\n")[1:-2]] == ["https://a.dk/", "https://b.dk/æ"]
    file = tmp_path / NAME
    file.parent.mkdir()
    file.write_text(text)
    assert read_ledger(tmp_path / "content") == (ledger, [])
    assert written(read_ledger(tmp_path / "content")[0]) == text
    assert written({}) == "{}\n"
    assert "quarantine" not in written(quarantined(ledger, "https://a.dk/", None))
    assert quarantined({}, "https://a.dk/", None) == {}


GOOD = '"https://a.dk/": {"checked": "2026-03-01", "history": [["2026-03-01", "ok", 1]]}'


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("{", 1, "no JSON"),
        ("", 1, "empty"),
        ("[]", 1, "the whole file"),
        ("null", 1, "the whole file"),
        (f"{{\n<<<<<<< ours\n{GOOD}\n}}", 2, "no JSON"),
        (f"{{\n{GOOD},\n{GOOD}\n}}", 3, "'https://a.dk/' stands twice"),
        (f'{{\n{GOOD},\n"https://b.dk/": {{"checked": "yesterday"}}\n}}', 3, "https://b.dk/"),
        (f'{{\n{GOOD},\n"https://b.dk/": {{"history": [["2026-03-01", "fine", 1]]}}\n}}', 3, "https://b.dk/"),
        (f'{{\n{GOOD},\n"https://b.dk/": {{"history": [["2026-03-01"]]}}\n}}', 3, "https://b.dk/"),
        ('{"https://b.dk/": {"history": [["2026-03-01", "ok", 0]]}}', 1, "https://b.dk/"),
        ('{"https://b.dk/": {"odd": 1}}', 1, "https://b.dk/"),
        ('{"https://b.dk/": {"quarantine": {"until": "2026-01-01"}}}', 1, "reason"),
        ("[" * 5000, 1, "nested too deep"),
        ('{"x":' * 50_000 + "1" + "}" * 50_000, 1, "ledger"),
    ],
    ids=range(14),
)
def test_a_broken_ledger_is_told_in_one_line(text: str, line: int, said: str, tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    (hub / "ledger").mkdir()
    (hub / NAME).write_text(text)
    _, found = load(hub / "content", None, TYPES, settings_of(hub))
    (problem,) = found
    assert (problem.path, problem.line, problem.notice) == (NAME, line, False)
    assert said in problem.message
    assert "\n" not in str(problem)


def test_the_ledger_is_not_written_over_when_it_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = copy_hub(tmp_path / "hub")
    monkeypatch.chdir(hub)
    Path(tmp_path / "mine.json").write_text("{")
    told = CliRunner().invoke(main, ["links", "check", "--ledger", str(tmp_path / "mine.json")])
    assert told.exit_code == 1
    assert "mine.json:1: the ledger of links cannot be read" in told.output
    assert Path(tmp_path / "mine.json").read_text() == "{"
