"""The policy is said in one place and carried everywhere, and those who find a hole are told whom to write to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import ROOT, settings_of

from hub.exports.security import PATH, export, security_txt
from hub.model import Library
from hub.policy import CONTENT_SECURITY_POLICY, DIRECTIVES, META_POLICY, SECURITY_HEADERS
from hub.stage import content_of

HEADERS = ROOT / "deploy" / "_headers"
NGINX = ROOT / "deploy" / "nginx.conf"


def rules(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rules of a ``_headers`` file: each path with its headers."""
    path, headers = "", dict[str, str]()
    for line in [*text.splitlines(), "/end"]:
        if line.startswith("/"):
            if path:
                yield path, headers
            path, headers = line, {}
        elif line.strip() and not line.startswith("#"):
            assert line.startswith("  ") and path, line
            name, value = line.strip().split(": ", 1)
            assert name not in headers, name
            headers[name] = value


def nginx_headers(text: str) -> dict[str, str]:
    """The headers that nginx sends with every answer, error pages too."""
    return dict(re.findall(r'^add_header (\S+) "([^"]*)" always;$', text, re.MULTILINE))


def test_the_policy_says_what_was_decided() -> None:
    assert CONTENT_SECURITY_POLICY == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'; upgrade-insecure-requests"
    )
    assert "unsafe-inline" not in CONTENT_SECURITY_POLICY
    assert "'unsafe-eval'" not in CONTENT_SECURITY_POLICY
    # No host but our own, and no scheme that lets others in.
    assert re.findall(r"https?:|\*|blob:|\w\.\w", CONTENT_SECURITY_POLICY) == []


def test_the_policy_in_a_page_leaves_out_what_only_a_header_may_say() -> None:
    carried = META_POLICY.split("; ")
    assert [part for part in CONTENT_SECURITY_POLICY.split("; ") if part not in carried] == [
        "frame-ancestors 'none'",
        "upgrade-insecure-requests",
    ]
    assert len(carried) == len(DIRECTIVES) - 2


def test_netlify_and_cloudflare_are_told_the_very_same() -> None:
    found = dict(rules(HEADERS.read_text(encoding="utf-8")))
    assert found["/*"] == dict(SECURITY_HEADERS)


def test_nginx_is_told_the_very_same() -> None:
    assert nginx_headers(NGINX.read_text(encoding="utf-8")) == dict(SECURITY_HEADERS)


@pytest.mark.parametrize("file", [HEADERS, NGINX], ids=lambda file: file.name)
def test_a_changed_policy_is_noticed(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    found = dict(rules(text))["/*"] if file == HEADERS else nginx_headers(text)
    assert "'unsafe-inline'" in found["Content-Security-Policy"]
    assert found != dict(SECURITY_HEADERS)


def test_no_path_fits_two_rules_that_set_the_same_header() -> None:
    found = list(rules(HEADERS.read_text(encoding="utf-8")))
    assert len(found) > 3
    for path, headers in found:
        # Netlify takes a star only as the last sign, and Cloudflare a line of at most 2,000.
        assert "*" not in path[:-1]
        for other, others in found:
            if other != path and (other == path or (other.endswith("*") and path.startswith(other[:-1]))):
                assert headers.keys() & others.keys() == set(), (path, other)
    assert max(len(line) for line in HEADERS.read_text(encoding="utf-8").splitlines()) <= 2000


def test_only_names_with_a_hash_are_kept_for_long() -> None:
    shell = (ROOT / "overrides" / "base.html").read_text(encoding="utf-8")
    hashed = set(re.findall(r"assets/[\w./-]+\.[0-9a-f]{8}\.min\.(?:css|js)", shell))
    assert hashed
    long = {path for path, headers in rules(HEADERS.read_text(encoding="utf-8")) if "Cache-Control" in headers}
    assert long == {f"/{name}" for name in hashed} | {f"/pagefind/{part}/*" for part in ("filter", "fragment", "index")}
    kept = re.findall(r'location ~ "([^"]+)" \{[^}]*?(?:\{ \}[^}]*)?expires 1y;', NGINX.read_text(encoding="utf-8"))
    assert len(kept) == 2
    for name in (*hashed, "/pagefind/fragment/da_1135973.pf_fragment", "/pagefind/pagefind.da_6988efc3c6.pf_meta"):
        assert any(re.search(pattern, name) for pattern in kept), name
    for name in ("/", "/om/", "/assets/stylesheets/hub.css", "/pagefind/pagefind-entry.json", "/api/v1/index.json"):
        assert not any(re.search(pattern, name) for pattern in kept), name


def test_no_location_of_nginx_switches_the_headers_off() -> None:
    text = NGINX.read_text(encoding="utf-8")
    assert text.count("location ") >= 5
    # A header set inside a location would replace all of those above.
    assert re.findall(r"^[ \t]+add_header", text, re.MULTILINE) == []
    assert text.count("{") == text.count("}")
    assert "error_page 404 /404.html;" in text


def with_email(library: Library, email: str, site_url: str = "https://hub.example.org/") -> Library:
    return replace(library, settings=replace(library.settings, email=email, site_url=site_url))


def test_security_txt_needs_a_contact(library: Library) -> None:
    assert list(export(with_email(library, ""))) == []
    (artefact,) = export(with_email(library, "hub@example.org"))
    assert artefact.path == PATH == ".well-known/security.txt"
    assert artefact.language is None
    assert artefact.key


def test_security_txt_says_what_the_standard_asks(library: Library) -> None:
    hub = with_email(library, "hub@example.org")
    (artefact,) = export(hub)
    lines = content_of(artefact).decode().splitlines()
    assert lines == [
        "Contact: mailto:hub@example.org",
        "Expires: 2027-11-23T00:00:00Z",
        f"Preferred-Languages: {', '.join(hub.settings.languages)}",
        "Canonical: https://hub.example.org/.well-known/security.txt",
    ]
    expires = datetime.fromisoformat(lines[1].removeprefix("Expires: "))
    start = datetime.combine(hub.settings.today, datetime.min.time(), UTC)
    assert timedelta(days=300) < expires - start <= timedelta(days=365)


def test_security_txt_on_a_preview_claims_no_address(library: Library) -> None:
    local = with_email(library, "hub@example.org", settings_of(ROOT).site_url).settings
    assert "Canonical" not in security_txt(local)
    below = with_email(library, "hub@example.org", "https://example.org/hub/").settings
    assert "Canonical: https://example.org/hub/.well-known/security.txt\n" in security_txt(below)


def test_an_odd_address_cannot_add_a_line(library: Library) -> None:
    text = security_txt(with_email(library, "hub+tip@example.org\nContact: mailto:x@evil.example").settings)
    assert text.startswith("Contact: mailto:hub+tip@example.org%0AContact%3A%20mailto%3Ax@evil.example\nExpires: ")
    assert text.count("\n") == 4
