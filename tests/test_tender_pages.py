"""The tender library's pages: what a buyer is offered, told and led to."""

from collections import deque
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from hub.model import Library


def clicks(site: Path, wanted: str, start: str = "index.html") -> int:
    """Return the fewest clicks from a page to a file."""
    seen, queue = {start}, deque([(start, 0)])
    while queue:
        path, steps = queue.popleft()
        if path == wanted:
            return steps
        if not path.endswith(".html") or steps > 4:
            continue
        for link in html.fromstring((site / path).read_bytes()).xpath("//a/@href"):
            target = (site / path).parent / link.split("#")[0]
            file = target / "index.html" if target.is_dir() else target
            try:
                name = file.resolve().relative_to(site.resolve()).as_posix()
            except ValueError:
                continue
            if file.is_file() and name not in seen:
                seen.add(name)
                queue.append((name, steps + 1))
    raise AssertionError(f"{wanted} is never reached")


@pytest.mark.site
@pytest.mark.parametrize(("language", "start"), [("da", "index.html"), ("en", "en/index.html")])
def test_a_buyer_has_the_word_file_within_three_clicks(site: Path, language: str, start: str) -> None:
    wanted = f"downloads/{language}/street-lighting/requirement-specification.docx"
    assert clicks(site, wanted, start) <= 3


@pytest.mark.site
def test_every_download_is_offered_with_its_format_and_size(site: Path, real: Library) -> None:
    for language, page in (("da", "udbudsskabeloner/street-lighting"), ("en", "en/tender-templates/street-lighting")):
        tree = html.fromstring((site / page / "index.html").read_bytes())
        offered = {link.split("downloads/")[1] for link in tree.xpath("//a[@download]/@href")}
        there = {
            f.relative_to(site / "downloads").as_posix()
            for f in (site / "downloads" / language / "street-lighting").iterdir()
        }
        assert offered == there
        assert len(there) == 14
        for link in tree.xpath("//table[contains(@class, 'hub-downloads')]//a[@download]"):
            size = (site / page / link.get("href")).resolve().stat().st_size
            assert f"{max(1, round(size / 1000)):,}".replace(",", "." if language == "da" else ",") in link.get(
                "aria-label"
            )


@pytest.mark.site
def test_every_clause_and_template_says_that_no_lawyer_has_signed(site: Path, real: Library) -> None:
    seen = 0
    for kind, folder in (("clauses", "klausuler"), ("tender-templates", "udbudsskabeloner")):
        for entry in real.of_type(kind):
            for path, told in ((folder, "ikke juridisk gennemgået"), (f"en/{kind}", "not been legally reviewed")):
                text = html.fromstring((site / path / entry.slug / "index.html").read_bytes()).xpath(
                    "string(//article)"
                )
                assert told in text, (path, entry.slug)
                seen += 1
    assert seen >= 58


@pytest.mark.site
def test_a_rule_read_second_hand_says_so_with_the_official_address(site: Path, real: Library) -> None:
    seen = 0
    for entry in real.of_type("rules"):
        rule: Any = entry.fields
        tree = html.fromstring((site / "regler" / entry.slug / "index.html").read_bytes())
        text = tree.xpath("string(//article)")
        if rule.statement.confidence.value != "confirmed":
            assert "ikke læst i officiel tekst" in text, entry.slug
            seen += 1
        assert rule.official.url in tree.xpath("//a/@href"), entry.slug
    assert seen >= 3


@pytest.mark.site
def test_standards_cases_and_clauses_link_both_ways(site: Path) -> None:
    for page, link in (
        ("standarder/talq-2", "../../klausuler/slc-iop-003/"),
        ("klausuler/slc-iop-003", "../../standarder/talq-2/"),
        ("cases/doll-living-lab", "../../klausuler/slc-iop-003/"),
        ("klausuler/slc-iop-003", "../../cases/doll-living-lab/"),
        ("klausuler/slc-iop-003", "../../udbudsskabeloner/street-lighting/"),
        ("regler/spc-06", "../../klausuler/slc-iop-003/"),
    ):
        assert link in html.fromstring((site / page / "index.html").read_bytes()).xpath("//a/@href"), (page, link)
