"""Outside addresses: each is found once, closed ones are refused, and LinkChecker itself tells what each answers."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from conftest import HUB, copy_hub, library_of
from link_cases import CHRONICLE, OK
from outside_server import ANSWERS, BIG, Server, free_port, serving

from hub.model import Library
from hub.outside import asking
from hub.outside.addresses import addresses
from hub.outside.asking import Result, ask, read_results
from hub.outside.ledger import Status
from hub.outside.page import link_page
from hub.outside.public import why_closed
from hub.prose import read_prose

CLOSED = """
http://localhost/ http://LOCALHOST./ http://a.localhost:8000/ http://intranet/ http://x.internal/ http://x.local/
http://127.0.0.1/ http://127.1/ http://0177.0.0.1/ http://0x7f.0.0.1/ http://2130706433/ http://10.1.2.3/
http://192.168.0.1/ http://172.16.0.1/ http://169.254.169.254/x http://100.64.0.1/ http://0.0.0.0/ http://224.0.0.1/
http://[::1]/ http://[fe80::1]/ http://[fd00::1]/ http://[::ffff:127.0.0.1]/ http://[64:ff9b::7f00:1]/ http://[x/
http://[2002:7f00:1::]/ http://①②⑦.0.0.1/ http://127。0。0。1/ http://%31%32%37.0.0.1/ http://a.dk:x/ http://a.dk@b.dk/
ftp://a.dk/ file:///etc/passwd javascript:alert() //a.dk/
"""
TOLD = (
    '<urldata><url>https://a.dk/{0}</url><parent line="1">p</parent><realurl>{1}</realurl>'
    '<valid result="200 OK">1</valid></urldata>'
)
"""What LinkChecker's XML tells of one address."""
PUBLIC = """
https://www.kl.dk/ https://example.org:8443/x?y#z http://8.8.8.8/ https://[2606:4700::1111]/ https://localhost.dk/
https://øre.dk/æ https://a.dk/@b https://local.example.org/ https://a.dk/?u=http://127.0.0.1/
"""


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
