"""One strict build, read as a whole: no broken link or fragment, no id twice, every page answers in both languages."""

import filecmp
import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import HUB, ROOT, build, copy_hub
from lxml import html
from site_reader import problems, read_site

from hub.model import Library
from hub.settings import LOCAL
from hub.urls import address, entry_path

pytestmark = pytest.mark.site
TOWNS = "https://example.org/towns/"


def test_the_real_site_has_no_fault(site: Path, real: Library) -> None:
    found, followed = problems(site, LOCAL)
    assert found == []
    pages = read_site(site)
    assert len(pages) > 2 * len(real.entries)
    assert followed > 20 * len(pages)


def test_the_fixture_site_has_no_fault_below_a_sub_path(fixture_site: Path) -> None:
    found, followed = problems(fixture_site, TOWNS)
    assert found == []
    assert followed > 500


def test_the_reader_sees_planted_defects(fixture_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(fixture_site, copy)
    page = copy / "labs" / "mill" / "index.html"
    defects = (
        '<p id="main"></p><a href="../nowhere/">x</a><a href="#nothing">x</a><a href="../../standards/loaf/#no">x</a>'
        '<script>1</script><img src="https://example.com/x.png"><h5 onclick="x" style="color:red">x</h5>'
    )
    page.write_text(page.read_text().replace("</main>", defects + "</main>").replace('hreflang="da"', 'hreflang="de"'))
    found = "\n".join(problems(copy, TOWNS)[0])
    for sign in ("'main' stands 2", "'../nowhere/' leads nowhere", "'#nothing'", "#no' names", "inline script",
                 "another host", "jumps from", "attribute onclick", "inline style", "does not answer back"):  # fmt: skip
        assert sign in found, sign


def test_two_builds_are_the_same(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert build(ROOT, again).returncode == 0
    ours = _files(site)
    assert ours == _files(again)
    assert len(ours) > 100
    _, different, errors = filecmp.cmpfiles(site, again, [str(file) for file in ours], shallow=False)
    assert (different, errors) == ([], [])


def _files(folder: Path) -> list[Path]:
    """List a site's files; the search index is left out, for its makers do not promise the same bytes twice."""
    found = (file.relative_to(folder) for file in folder.rglob("*") if file.is_file())
    return sorted(file for file in found if file.parts[0] != "pagefind")


def test_a_bad_entry_stops_the_build_and_leaves_the_old_site_alone(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    target = tmp_path / "site"
    target.mkdir()
    (target / "kept.txt").write_text("old")
    bad = hub / "content" / "labs" / "mill.yml"
    bad.write_text(bad.read_text().replace("kind: living-lab", "kind: dead-lab").replace("owner:", "ownr:"))
    result = build(hub, target)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "content/labs/mill.yml:1: the field 'owner' is missing; add it" in result.stderr
    assert "content/labs/mill.yml:10: kind: 'dead-lab' is not one of the choices" in result.stderr
    assert [file.name for file in target.iterdir()] == ["kept.txt"]


def test_a_publishing_build_refuses_blanks(tmp_path: Path) -> None:
    result = build(ROOT, tmp_path / "site", HUB_PUBLISH="1")
    assert result.returncode == 1
    assert "HUB_SITE_URL" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_publishing_build_shows_no_blank(tmp_path: Path) -> None:
    details = {
        "HUB_SITE_URL": "https://hub.example/under/",
        "HUB_REPO_URL": "https://code.example/hub",
        "HUB_EMAIL": "post@hub.example",
        "HUB_JOIN_URL": "none",
    }
    result = build(ROOT, tmp_path / "site", HUB_PUBLISH="1", **details)
    assert result.returncode == 0, result.stderr
    contact = (tmp_path / "site" / "kontakt" / "index.html").read_text()
    assert "mailto:post@hub.example" in contact
    entry = (tmp_path / "site" / "en" / "standards" / "lorawan" / "index.html").read_text()
    assert "https://code.example/hub/edit/main/content/standards/lorawan.yml" in entry
    assert problems(tmp_path / "site", details["HUB_SITE_URL"])[0] == []


def test_blanks_are_said_plainly(site: Path) -> None:
    assert "endnu ikke sat op" in (site / "kontakt" / "index.html").read_text()
    page = (site / "standarder" / "lorawan" / "index.html").read_text()
    assert "Siden skrives i filen content/standards/lorawan.yml" in page
    assert 'href=""' not in page


def test_the_page_for_lost_readers_speaks_every_language(site: Path, fixture_site: Path) -> None:
    tree = html.fromstring((site / "404.html").read_bytes())
    assert [block.get("lang") for block in tree.xpath("//article/div")] == ["da", "en"]
    assert {link.get("href") for link in tree.xpath("//article//a")} == {"/", "/en/"}
    tree = html.fromstring((fixture_site / "404.html").read_bytes())
    assert [block.get("lang") for block in tree.xpath("//article/div")] == ["en", "da"]
    assert {link.get("href") for link in tree.xpath("//article//a")} == {"/towns/", "/towns/da/"}


def test_the_sitemap_names_every_page_in_every_language(site: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ElementTree.parse(site / "sitemap.xml").getroot().findall("s:url", names)
    listed = {url.findtext("s:loc", namespaces=names) for url in urls}
    unlisted = ("404.html", "design/index.html", "en/design/index.html", "soeg/index.html", "en/search/index.html")
    pages = {LOCAL + path.removesuffix("index.html") for path in read_site(site) if path not in unlisted}
    assert listed == pages
    assert all({link.get("hreflang") for link in url.findall("x:link", names)} == {"da", "en"} for url in urls)


def test_no_page_lists_all_pages(site: Path, real: Library) -> None:
    """The shell of an entry page links to collections and hand-written pages only."""
    tree = html.fromstring((site / "cases" / "linknyc" / "index.html").read_bytes())
    shell = tree.xpath("//header//a[@href] | //footer//a[@href]")
    assert 5 < len(shell) < 48
    menu = {link.get("href") for link in tree.xpath("//header//nav[@id='hub-menu']//a")}
    assert not [target for target in menu if re.search(r"/en/|^en/", target)]


def test_every_entry_page_carries_its_proof(site: Path, real: Library) -> None:
    seen = 0
    for entry in real.entries.values():
        for language, kicker in (("da", "Kontrolleret"), ("en", "Checked")):
            page = site / address(entry_path(entry, language, real.settings)) / "index.html"
            tree = html.fromstring(page.read_bytes())
            text = tree.xpath("string(//article)")
            assert kicker in text, page
            assert entry.raw.path in text, page
            assert len(tree.xpath("//ol[@class='hub-sources']/li")) == len(entry.fields.sources), page
            for back in tree.xpath("//a[@class='hub-back']/@href"):
                assert tree.xpath(f"//*[@id='{back[1:]}']"), (page, back)
            seen += 1
    assert seen == 2 * len(real.entries) > 100


def test_the_data_files_are_valid_json(site: Path) -> None:
    files = list((site / "api").rglob("*.json"))
    assert len(files) > 70
    for file in files:
        json.loads(file.read_text(encoding="utf-8"))


def test_markup_and_templates_in_yaml_are_shown_as_text(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    entry = hub / "content" / "labs" / "mill.yml"
    hostile = "<script>x</script> {{ config }} {% raw %} [a](javascript:x) **b**"
    entry.write_text(
        entry.read_text().replace("title: {en: The mill, da: Møllen}", f"title: {{en: '{hostile}', da: '{hostile}'}}")
    )
    result = build(hub, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    tree = html.fromstring((tmp_path / "site" / "labs" / "mill" / "index.html").read_bytes())
    assert tree.xpath("string(//h1)") == hostile
    assert tree.xpath("string(//title)").startswith(hostile)
    assert problems(tmp_path / "site", TOWNS)[0] == []


def test_a_missing_translation_is_shown_in_the_other_language(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    (hub / "content" / "labs" / "mill.da.md").unlink()
    entry = hub / "content" / "labs" / "mill.yml"
    entry.write_text(entry.read_text().replace("title: {en: The mill, da: Møllen}", "title: {en: The mill}"))
    result = build(hub, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    assert "notice: the text lacks 'da'" in result.stderr
    tree = html.fromstring((tmp_path / "site" / "da" / "testmiljoeer" / "mill" / "index.html").read_bytes())
    assert tree.get("lang") == "da"
    assert tree.xpath("string(//h1/span[@lang='en'])") == "The mill"
    assert tree.xpath("//div[@class='hub-foreign']/div[@lang='en']//h2")
    assert "vises her på engelsk" in tree.xpath("string(//p[@class='hub-notice'])")
    assert problems(tmp_path / "site", TOWNS)[0] == []


def test_the_fixture_has_its_own_config() -> None:
    assert (HUB / "mkdocs.yml").read_text().count("example.org") >= 2
