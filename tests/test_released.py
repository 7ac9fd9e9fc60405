"""Released texts: a version number is held to its text, and what is in use cannot vanish."""

import json
from pathlib import Path

from conftest import HUB, ROOT, copy_hub, run

from hub.model import Library
from hub.tender.released import release, text_state


def test_a_changed_text_needs_a_new_version(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    clause = hub / "content" / "clauses" / "brd-ovn-001.yml"
    clause.write_text(clause.read_text().replace("A faster oven earns points.", "A slower oven earns points."))
    told = run("hub", "check", cwd=hub)
    assert told.returncode == 1
    assert (
        "content/clauses/brd-ovn-001.yml:11: the text has changed, but version 1.0.0 is already released; "
        "raise 'version' and say under 'versions' what changed"
    ) in told.stdout
    clause.write_text(
        clause.read_text()
        .replace("version: 1.0.0\nstatus", "version: 1.0.1\nstatus")
        .replace(
            "versions:\n", "versions:\n  - {version: 1.0.1, date: 2020-02-01, text: {en: Slower., da: Langsommere.}}\n"
        )
    )
    assert run("hub", "check", cwd=hub).returncode == 0
    assert "clauses/brd-ovn-001 1.0.1" in run("hub", "release", cwd=hub).stdout
    clause.write_text(clause.read_text().replace("version: 1.0.1", "version: 1.0.0"))
    assert "is older than 1.0.1, which is released" in run("hub", "check", cwd=hub).stdout


def test_a_reason_may_change_without_a_new_version(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    clause = hub / "content" / "clauses" / "brd-ovn-001.yml"
    clause.write_text(clause.read_text().replace("Ovens outlive bakers.", "Ovens outlive all bakers."))
    assert run("hub", "check", cwd=hub).returncode == 0


def test_a_released_clause_cannot_vanish(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    for file in (hub / "content" / "tender-templates").glob("well.*"):
        file.unlink()
    told = run("hub", "check", cwd=hub).stdout
    assert "content/tender-templates/well.yml:1: it was released and may be in use; bring the file back" in told
    (hub / "released" / "versions.json").write_text("{ nothing")
    told = run("hub", "check", cwd=hub).stdout
    assert "released/versions.json:1: the released versions cannot be read" in told


def test_the_real_texts_are_released(real: Library) -> None:
    """What visitors download has a version that is held to its text."""
    released = json.loads((ROOT / "released" / "versions.json").read_text())
    assert release(real, released) == released
    assert released["clauses"]["slc-iop-003"]["1.0.0"] == text_state(
        "clauses", real.entries["clauses", "slc-iop-003"].fields
    )


def test_the_fixture_is_held_to_its_released_texts() -> None:
    assert (HUB / "released" / "versions.json").is_file()
