"""Outside addresses: each is found once, asked by LinkChecker itself, remembered fairly, and told to readers in words."""

import datetime as dt
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from click.testing import CliRunner
from conftest import HUB, copy_hub, library_of, settings_of
from outside_server import ANSWERS, BIG, Server, free_port, serving

from hub.cli import main
from hub.exports.evidence import counted
from hub.load import load
from hub.model import Library
from hub.outside import asking
from hub.outside.addresses import addresses
from hub.outside.asking import Result, ask, read_results
from hub.outside.ledger import NAME, Change, Ledger, LinkState, Quarantine, Status, read_ledger, written
from hub.outside.page import link_page
from hub.outside.public import why_closed
from hub.outside.since import GitError, added_since
from hub.outside.summary import as_json, as_markdown, problems
from hub.outside.updating import in_turn, looks_offline, quarantined, update
from hub.prose import read_prose
from hub.render import render_entry, render_page, renderer
from hub.types import TYPES
from hub.vocabulary import Text
from hub.wording import read_wording

CHRONICLE = "https://example.org/chronicle"
TODAY = dt.date(2026, 11, 23)
CLOSED = """
http://localhost/ http://LOCALHOST./ http://a.localhost:8000/ http://intranet/ http://x.internal/ http://x.local/
http://127.0.0.1/ http://127.1/ http://0177.0.0.1/ http://0x7f.0.0.1/ http://2130706433/ http://10.1.2.3/
http://192.168.0.1/ http://172.16.0.1/ http://169.254.169.254/x http://100.64.0.1/ http://0.0.0.0/ http://224.0.0.1/
http://[::1]/ http://[fe80::1]/ http://[fd00::1]/ http://[::ffff:127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[x/
http://[2002:7f00:1::]/ http://①②⑦.0.0.1/ http://127。0。0。1/ http://%31%32%37.0.0.1/ http://a.dk:x/ http://a.dk@b.dk/
ftp://a.dk/ file:///etc/passwd javascript:alert() //a.dk/
"""
OK, GONE, TIMEOUT, ERROR, REFUSED = Status.OK, Status.GONE, Status.TIMEOUT, Status.ERROR, Status.REFUSED
TOLD = (
    '<urldata><url>https://a.dk/{0}</url><parent line="1">p</parent><realurl>{1}</realurl>'
    '<valid result="200 OK">1</valid></urldata>'
)
"""What LinkChecker's XML tells of one address."""
PUBLIC = """
https://www.kl.dk/ https://example.org:8443/x?y#z http://8.8.8.8/ https://[2606:4700::1111]/ https://localhost.dk/
https://øre.dk/æ https://a.dk/@b https://local.example.org/ https://a.dk/?u=http://127.0.0.1/
"""


def day(number: int) -> dt.date:
    return dt.date(2026, 3, 1) + dt.timedelta(days=number)


# --- which addresses ---


@pytest.mark.parametrize(
    "address",
    CLOSED.split(),
)
def test_a_closed_address_is_known(address: str) -> None:
    assert why_closed(address)


@pytest.mark.parametrize(
    "address",
    PUBLIC.split(),
)
def test_a_public_address_is_let_through(address: str) -> None:
    assert why_closed(address) is None


def test_each_address_is_listed_once_with_every_use(library: Library) -> None:
    found = addresses(library)
    assert list(found) == sorted(found)
    assert len(found) == 5
    assert len(found[CHRONICLE]) > 20
    (use,) = found["https://example.org/sign-up"]
    lines = (HUB / use.path).read_text().split("\n")
    assert "https://example.org/sign-up" in lines[use.line - 1]


def test_long_texts_tell_their_addresses_in_every_form() -> None:
    text = (
        "See [a](https://a.dk/x_(y)) and <https://b.dk/?q=1&r=2>.\n\n![no](https://img.dk/)\n\n"
        '[c][c] [d]( <https://d.dk/> "t" )\n\n[c]: https://c.dk/\n'
    )
    found, _ = read_prose(text, "x.md", "en", [])
    assert dict(found.outside) == {
        "https://a.dk/x_(y)": 1,
        "https://b.dk/?q=1&r=2": 1,
        "https://c.dk/": 7,
        "https://d.dk/": 5,
    }
    plain, _ = read_prose("One.\n\nSee [a](https://a.dk/) and [b](../labs/mill.yml).\n", "x.md", "en", [])
    assert plain.outside == (("https://a.dk/", 3),)


def test_a_hand_written_page_tells_the_line_in_its_file(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    page = hub / "docs" / "en" / "about.md"
    page.write_text(page.read_text() + "\nSee [more](https://more.example.org/).\n")
    (use,) = addresses(library_of(hub))["https://more.example.org/"]
    assert use.path == "docs/en/about.md"
    assert "https://more.example.org/" in page.read_text().split("\n")[use.line - 1]


# --- LinkChecker itself ---


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[Server, dict[str, Result]]]:
    """One real run against every kind of answer; keys are the paths."""
    with serving() as server:
        closed = free_port()
        wanted = [server.at(path) for path in [*ANSWERS, "/slow", "/reason", "/dropped", "/big"]]
        wanted += [server.at("/fine?q=a%20b&copy=d"), server.at("/fine#part"), server.at("/søgning?ord=æøå#top")]
        wanted += [f"http://127.0.0.1:{closed}/refused", f"https://127.0.0.1:{server.port}/tls"]
        wanted += ["http://nowhere.invalid/no-host", "http://localhost:1/closed"]
        found = ask(
            link_page(wanted, {}),
            wanted,
            "hub-links (+https://example.org/towns/)",
            timeout=2,
            allowed=server.allowed | {f"127.0.0.1:{closed}"},
        )
        yield server, {"/" + address.split("/", 3)[3]: result for address, result in found.items()}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/fine", Status.OK),
        ("/gone", Status.GONE),
        ("/withdrawn", Status.GONE),
        ("/forbidden", Status.REFUSED),
        ("/busy", Status.REFUSED),
        ("/private/page", Status.REFUSED),
        ("/broken", Status.ERROR),
        ("/unavailable", Status.ERROR),
        ("/moved", Status.OK),
        ("/loop", Status.LOOP),
        ("/inward", Status.CLOSED),
        ("/metadata", Status.CLOSED),
        ("/to-file", Status.ERROR),
        ("/odd", Status.OK),
        ("/s%C3%B8gning", Status.OK),
        ("/søgning?ord=æøå#top", Status.OK),
        ("/fine?q=a%20b&copy=d", Status.OK),
        ("/fine#part", Status.OK),
        ("/big", Status.OK),
        ("/slow", Status.TIMEOUT),
        ("/reason", Status.GONE),
        ("/dropped", Status.UNREACHABLE),
        ("/refused", Status.UNREACHABLE),
        ("/tls", Status.CERTIFICATE),
        ("/no-host", Status.NO_HOST),
        ("/closed", Status.CLOSED),
    ],
)
def test_every_answer_gets_its_verdict(asked: tuple[Server, dict[str, Result]], path: str, status: Status) -> None:
    assert asked[1][path].status is status


def test_nothing_is_followed_and_the_robot_says_who_it_is(asked: tuple[Server, dict[str, Result]]) -> None:
    server, found = asked
    paths = {path for path, _ in server.asked}
    assert {"/fine", "/big", "/fine?q=a%20b&copy=d", "/s%C3%B8gning?ord=%C3%A6%C3%B8%C3%A5"} <= paths
    assert not paths & {"/never-followed", "/private/page"}
    assert {agent for path, agent in server.asked if path != "/robots.txt"} == {
        "hub-links (+https://example.org/towns/)"
    }
    assert found["/moved"].moved_to == server.at("/fine")
    assert [found[path].said for path in ("/gone", "/reason", "/slow")] == ["404", "404", ""]
    assert BIG > 500_000


def test_a_closed_machine_is_not_reached_unless_a_test_says_so() -> None:
    with serving() as server:
        wanted = [server.at("/fine"), server.at("/gone")]
        found = ask(link_page(wanted, {}), wanted, "hub-links", timeout=2)
        assert [found[address].status for address in wanted] == [Status.CLOSED, Status.CLOSED]
        assert server.asked == []


def test_a_run_has_a_budget_and_what_it_told_before_it_was_stopped_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """LinkChecker looks at its own clock every half minute, so a stand-in is stopped here."""
    seen: list[str] = []

    def stopped(command: list[str], *, stdout: BinaryIO, timeout: float, **_: object) -> None:
        seen.append(Path(command[command.index("--config") + 1]).read_text())
        assert timeout > 150
        stdout.write(b"<linkchecker>" + TOLD.format(1, "https://a.dk/1").encode() + b"<urldata><ur")
        stdout.flush()
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(asking.subprocess, "run", stopped)
    found = ask("", ["https://a.dk/1", "https://a.dk/2"], "hub-links", timeout=7, budget=2.5, threads=3)
    assert found == {"https://a.dk/1": Result(OK, "200")}
    assert {"maxrunseconds=150", "threads=3", "timeout=7"} <= set(seen[0].split())


def test_results_that_break_off_count_as_far_as_they_go() -> None:
    whole = "<linkchecker>" + TOLD.format(1, "https://a.dk/end#x") + TOLD.format(2, "https://a.dk/2")
    wanted = ["https://a.dk/1", "https://a.dk/2", "https://a.dk/end", "https://a.dk/3"]
    assert list(read_results(whole, wanted)) == wanted[:3]
    assert list(read_results(whole[:-20], wanted)) == ["https://a.dk/1", "https://a.dk/end"]
    assert list(read_results(whole.replace("</realurl><valid", "</r\0eal", 2), wanted)) == []
    assert read_results("", wanted) == read_results("no xml", wanted) == {}


def test_without_linkchecker_a_plain_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking.sys, "executable", "/bin/false")
    with pytest.raises(asking.AskingError, match="LinkChecker asked nothing"):
        ask("", ["https://example.org/"], "x")


# --- the ledger ---


def run_of(*steps: tuple[int, Status]) -> LinkState:
    """Return what the ledger holds of one address after it was asked on those days."""
    ledger: Ledger = {}
    for number, status in steps:
        ledger = update(ledger, ["https://a.dk/"], {"https://a.dk/": Result(status)}, day(number))
    return ledger["https://a.dk/"]


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


# --- what is told ---


def dying(library: Library, *, good: dt.date | None = dt.date(2026, 3, 3), until: dt.date | None = None) -> Library:
    quarantine = Quarantine(until=until, reason=Text({"en": "Rebuilt", "da": "Bygges om"})) if until else None
    state = LinkState(
        checked=TODAY, good=good, history=(Change(TODAY - dt.timedelta(2), GONE, 3),), quarantine=quarantine
    )
    return replace(library, ledger={CHRONICLE: state})


def hub_with(library: Library, tmp_path: Path) -> list[str]:
    """Return what ``hub check`` tells of the fixture hub with that library's ledger."""
    hub = copy_hub(tmp_path / "hub")
    (hub / "ledger").mkdir()
    (hub / NAME).write_text(written(library.ledger))
    _, found = load(hub / "content", hub / "docs", TYPES, settings_of(hub))
    return [str(problem) for problem in found if problem.rule in {"dead-link", "quarantine-over"}]


def test_a_dead_address_is_told_at_each_of_its_lines(library: Library, tmp_path: Path) -> None:
    told = hub_with(dying(library), tmp_path)
    assert len(told) == len(addresses(library)[CHRONICLE])
    assert (
        "content/abroad/deep-wells.yml:23: notice: 'https://example.org/chronicle' no longer answers (the page does not "
        "exist; last seen 2026-03-03); write its new address here, or that of an archived copy"
    ) in told


def test_a_quarantine_is_quiet_until_its_last_day(library: Library, tmp_path: Path) -> None:
    assert hub_with(dying(library, until=TODAY), tmp_path) == []


def test_a_quarantine_that_has_ended_is_told(library: Library, tmp_path: Path) -> None:
    told = hub_with(dying(library, until=TODAY - dt.timedelta(1)), tmp_path)
    assert told[-1] == (
        "ledger/links.json:2: notice: the quarantine of 'https://example.org/chronicle' ended on 2026-11-22 (Rebuilt); "
        "look at the address, then write 'hub links quarantine' with a new date, or with --lift"
    )
    assert len(told) == len(addresses(library)[CHRONICLE]) + 1


@pytest.mark.parametrize(
    ("language", "seen", "unseen"),
    [
        ("en", "No longer answers; last seen 3 March 2026", "Does not answer; last tried 23 November 2026"),
        ("da", "Svarer ikke længere; sidst set 3. marts 2026", "Svarer ikke; senest prøvet 23. november 2026"),
    ],
)
def test_readers_are_told_beside_the_source(library: Library, language: str, seen: str, unseen: str) -> None:
    mill = library.entries["labs", "mill"]
    before = render_entry(renderer(library), mill, language)
    after = render_entry(renderer(dying(library)), mill, language)
    assert seen not in before
    assert after.count(seen) == 1
    # What was read, and as what, still stands beside it; nothing else on the page has changed.
    assert after.replace(f"{seen}. ", "") == before
    assert f'href="{CHRONICLE}"' in after
    assert unseen in render_entry(renderer(dying(library, good=None)), mill, language)
    assert render_entry(renderer(dying(library, until=TODAY)), mill, language) == before


def test_readers_are_told_beside_an_address_and_in_a_text(library: Library) -> None:
    dead = dying(library).ledger[CHRONICLE]
    loaf = library.entries["standards", "loaf"]
    using = replace(library, ledger={"https://example.org/it-1": dead})
    page = render_entry(renderer(using), loaf, "en")
    assert page.count('</a> <span class="hub-note">No longer answers; last seen 3 March 2026.</span>') == 1
    prose, _ = read_prose("See [it](https://old.example.org/) or [us](https://new.example.org/).", "x", "en", [])
    written_in = replace(loaf, prose={"en": prose})
    using = replace(
        library,
        entries={**library.entries, loaf.id: written_in},
        ledger={"https://old.example.org/": dead, "https://new.example.org/": run_of((0, OK))},
    )
    page = render_entry(renderer(using), written_in, "en")
    note = '<span class="hub-note">(No longer answers; last seen 3 March 2026)</span>'
    assert f"[it](https://old.example.org/) {note} or [us](https://new.example.org/)." in page
    danish = render_entry(renderer(using), written_in, "da")
    assert danish.count("Svarer ikke længere; sidst set 3. marts 2026") == 1


def test_the_evidence_counts_each_address_once(library: Library) -> None:
    never = counted(library)["links"]
    assert never == {
        "count": 5,
        "by_answer": {"answered": 0, "refused": 0, "failed": 0, "dead": 0, "never_asked": 5},
        "asked_last": None,
    }
    states = {
        "https://example.org/it-1": run_of((0, OK)),
        "https://example.org/it-2": run_of((0, REFUSED)),
        "https://example.org/sign-up": run_of((0, GONE)),
        "https://gone.example.org/": run_of((9, GONE)),
    }
    found = counted(replace(dying(library), ledger={**dying(library).ledger, **states}))["links"]
    assert found == {
        "count": 5,
        "by_answer": {"answered": 1, "refused": 1, "failed": 1, "dead": 1, "never_asked": 1},
        "asked_last": "2026-11-23",
    }


@pytest.mark.parametrize(
    ("language", "never", "asked"),
    [
        ("en", "They have not been checked automatically yet.", "Last checked on 23 November 2026."),
        ("da", "De er endnu ikke kontrolleret automatisk.", "Senest kontrolleret 23. november 2026."),
    ],
)
def test_the_evidence_page_says_when_links_were_checked(
    library: Library, language: str, never: str, asked: str
) -> None:
    page = next(each for each in library.pages if each.language == language)
    page = replace(page, body="[[hub:evidence]]")
    before = render_page(renderer(library), page)
    assert never in before
    after = render_page(renderer(dying(library)), page)
    assert asked in after
    assert after.count("<tr>") == before.count("<tr>") + 6


# --- a branch ---


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
