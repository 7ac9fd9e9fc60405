"""No kind of page asks another host for anything, breaks its own policy, complains, or leaves anything behind."""

from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, expect

from .kinds import SitePage
from .report import none_of
from .server import SUB_PATH, Header, serve
from .states import SEARCH, open_search
from .visits import Record, visit, visit_all

PICTURE = "https://elsewhere.example/pixel.gif"
PLANTED = f"""<!doctype html><html lang="en"><head><title>Planted</title>{{policy}}
<link rel="preconnect" href="https://elsewhere.example"></head><body><h1>Planted</h1><img src="{PICTURE}" alt="">
<img src="missing.gif" alt="">
<script>localStorage.setItem("visitor", "1"); document.cookie = "visitor=1"; console.warn("careful"); nothing();</script>
</body></html>"""


def policy_faults(records: tuple[Record, ...]) -> list[str]:
    """Return the pages whose own policy is missing, slack or without effect."""
    faults = []
    for one in records:
        slack = "unsafe-inline" in one.policy or "'unsafe-eval'" in one.policy
        if not one.policy or slack:
            faults.append(f"{one.page.name}: the policy is '{one.policy}'")
        if one.inline_script_ran or one.inline_style_took_effect:
            faults.append(f"{one.page.name}: an inline script or style takes effect")
        if len(one.refused) < 2:
            faults.append(f"{one.page.name}: the policy refused {list(one.refused)}")
    return faults


def test_every_kind_of_page_keeps_to_itself(visits: tuple[Record, ...]) -> None:
    faults = [fault for one in visits for fault in one.faults]
    assert sum(len(one.requests) for one in visits) >= 3 * len(visits) > 60
    none_of(faults)


def test_every_kind_of_page_is_under_a_strict_policy(visits: tuple[Record, ...]) -> None:
    """The pages are served without headers: their own words must be enough."""
    faults = policy_faults(visits)
    assert len(visits) > 28
    none_of(faults)


def test_search_keeps_to_itself(browser: Browser, served: str, pages: tuple[SitePage, ...]) -> None:
    for one in (one for one in pages if one.kind == "home"):
        with visit(browser, served, one.path, one.name) as seen:
            before = len(seen.requests)
            open_search(seen.page, "data")
            assert len(seen.requests) > before
            none_of(seen.faults())


def test_the_site_works_below_a_sub_path_and_under_the_headers(
    browser: Browser, served: str, pages: tuple[SitePage, ...]
) -> None:
    """All but the page for lost readers, which must know where it is published."""
    base = served + SUB_PATH.lstrip("/")
    chosen = [one for one in pages if one.kind in {"home", "collection", "cases", "om"}]
    records = visit_all(browser, base, chosen)
    asked = [(one.page.name, address) for one in records for address, _ in one.requests]
    assert len(asked) > 3 * len(records) >= 3 * 8
    faults = [fault for one in records for fault in one.faults]
    faults += [f"{name}: leaves the sub-path: {address}" for name, address in asked if not address.startswith(base)]
    none_of(faults)
    with visit(browser, base, chosen[0].path, chosen[0].name) as seen:
        open_search(seen.page, "data")
        first = seen.page.locator(f"{SEARCH} a[href]").first
        first.click()
        expect(seen.page).not_to_have_url(base + chosen[0].path)
        assert seen.page.url.startswith(base), seen.page.url


def test_planted_defects_are_reported(browser: Browser, tmp_path: Path) -> None:
    policy = """<meta http-equiv="Content-Security-Policy" content="default-src 'self'">"""
    (tmp_path / "open.html").write_text(PLANTED.replace("{policy}", ""))
    (tmp_path / "closed.html").write_text(PLANTED.replace("{policy}", policy))
    (tmp_path / "empty.html").write_text(f"<!doctype html><html lang=en><title>Empty</title>{policy}<h1>Empty</h1>")
    planted = [SitePage(name, "en", f"{name}.html", "page") for name in ("open", "closed", "empty")]
    with serve(tmp_path) as base:
        records = visit_all(browser, base, planted)
    told = ["\n".join(one.faults) for one in records]
    for sign in ("asked another host: " + PICTURE, "points at another place: <link", "failed: 404", "failed: net::",
                 "warning careful", "exception", "keeps: cookie visitor", "keeps: localStorage visitor"):  # fmt: skip
        assert sign in told[0], (sign, told[0])
    for sign in ("policy: img-src refused " + PICTURE, "policy: script-src-elem refused inline", "says: error"):
        assert sign in told[1], (sign, told[1])
    assert "visitor" not in told[1]
    assert told[2] == ""
    assert len(policy_faults(records[:1])) == 3
    assert policy_faults(records[2:]) == []
    slack = replace(records[2], policy="script-src 'self' 'unsafe-inline'")
    assert len(policy_faults((slack,))) == 1


def test_the_headers_are_the_ones_that_deploy_sets(browser: Browser, served: str, headers: tuple[Header, ...]) -> None:
    assert headers
    with visit(browser, served, "", "home") as seen:
        answer = seen.page.goto(served)
        assert answer is not None
        policy = answer.header_value("content-security-policy") or ""
    assert "default-src" in policy
    assert "unsafe-inline" not in policy
