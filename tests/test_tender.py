"""The tender library: what a buyer may rely on, from the clause's text to the timetable's days."""

import dataclasses
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import copy_hub, run

from hub.model import Entry, Library
from hub.tender.filling import filled_text
from hub.tender.library_checks import template_findings
from hub.tender.selection import selected
from hub.tender.single import clause_draft
from hub.tender.terms import Duty, Obligation, TextKind
from hub.vocabulary import Text
from hub.walk import walk
from hub.wording import read_wording

LIGHTING = ("tender-templates", "street-lighting")


@pytest.fixture(scope="module")
def lighting(real: Library) -> Any:
    return real.entries[LIGHTING].fields


# --- the content ---


def test_the_lighting_template_is_deep_enough(real: Library, lighting: Any) -> None:
    chosen = list(selected(lighting, real))
    assert len(chosen) >= 18
    assert len({one.clause.theme for one in chosen}) >= 8
    assert sum(bool(one.include.weight) for one in chosen) >= 3
    assert sum(one.minimum_count for one in chosen) <= 20
    for slug in ("slc-iop-003", "gen-own-001", "gen-ext-001", "gen-sec-002", "gen-pri-001"):
        clause: Any = real.entries["clauses", slug].fields
        kinds = {variant.kind for variant in clause.variants}
        assert len(kinds) >= 2, slug
        assert len(clause.verification.acceptance) >= 3, slug
        assert clause.risks, slug
        assert clause.market.evidence, slug
        assert clause.legal_basis, slug
        assert clause.parameters, slug


def test_the_numbers_that_stand_in_two_places_agree(lighting: Any) -> None:
    """The clause on evaluation and the one on life-cycle costs say what the workbook computes with."""
    settings = {include.clause: include.settings for include in lighting.includes}
    assert settings["prc-eva-006"]["top-points"] == lighting.evaluation.top
    assert settings["prc-eva-006"]["price-spread"] == lighting.evaluation.spread
    assert settings["gen-lcc-001"]["years"] == lighting.life_cycle.years


def test_no_rule_rests_on_general_knowledge(real: Library) -> None:
    rules = real.of_type("rules")
    assert len(rules) > 60
    assert not [entry.slug for entry in rules if '"general"' in json.dumps(entry.fields.model_dump(mode="json"))]


def test_every_word_of_a_clause_is_there_in_both_languages(real: Library) -> None:
    seen = 0
    for kind in ("clauses", "rules", "tender-templates"):
        for entry in real.of_type(kind):
            for visit in walk(entry.fields):
                if isinstance(visit.value, Text):
                    assert set(visit.value.root) == {"da", "en"}, (entry.id, visit.path)
                    seen += 1
    assert seen > 3000


def test_everything_refers_to_rules_that_are_there(real: Library) -> None:
    used = {
        link.target
        for entry in real.of_type("clauses")
        for link in real.outgoing[entry.id]
        if link.target[0] == "rules"
    }
    assert len(used) > 30
    assert ("rules", "spc-06") in used


# --- the lint ---


def with_template(library: Library, **changes: Any) -> tuple[Any, Library]:
    entry = library.entries[LIGHTING]
    changed = entry.fields.model_copy(update=changes)
    return changed, dataclasses.replace(library, entries={**library.entries, LIGHTING: dataclasses.replace(entry, fields=changed)})  # fmt: skip


def without_duty(library: Library, duty: Duty) -> Library:
    """Return the library with no clause left that meets a duty."""
    entries: dict[Any, Entry] = dict(library.entries)
    for entry in library.of_type("clauses"):
        fulfils = tuple(each for each in entry.fields.fulfils if each is not duty)  # type: ignore[attr-defined]
        entries[entry.id] = dataclasses.replace(entry, fields=entry.fields.model_copy(update={"fulfils": fulfils}))
    return dataclasses.replace(library, entries=entries)


@pytest.mark.parametrize(
    "duty",
    [Duty.PROCESSOR, Duty.CYBER, Duty.DATA_ACCESS, Duty.SWITCHING, Duty.ACCESSIBILITY],
    ids=lambda duty: duty.value,
)
def test_a_duty_that_no_clause_meets_is_told(real: Library, lighting: Any, duty: Duty) -> None:
    """Lint rules L9-L11 hold for the real rules: take away the clause, and the template is no longer complete."""
    assert list(template_findings(lighting, real)) == []
    found = list(template_findings(lighting, without_duty(real, duty)))
    assert [finding.rule for finding in found] == [f"duty-{duty.value}"]


def test_a_duty_begins_on_its_day(real: Library) -> None:
    """A purchase that ends before the Cyber Resilience Act applies in full is not asked for the clause."""
    lacking = without_duty(real, Duty.CYBER)
    for published, delivered, asked in (
        (dt.date(2027, 1, 1), dt.date(2027, 12, 10), False),
        (dt.date(2027, 1, 1), dt.date(2027, 12, 11), True),
    ):
        window = real.entries[LIGHTING].fields.window.model_copy(  # type: ignore[attr-defined]
            update={"published": published, "delivered": delivered}
        )
        template, library = with_template(lacking, window=window)
        rules = [finding.rule for finding in template_findings(template, library)]
        assert ("duty-cyber-resilience" in rules) is asked


def test_a_broken_clause_is_told_once(tmp_path: Path) -> None:
    """The template that uses it is not blamed for what the broken clause would have brought."""
    hub = copy_hub(tmp_path / "hub")
    clause = hub / "content" / "clauses" / "brd-ovn-001.yml"
    clause.write_text(clause.read_text().replace("theme: interfaces", "theme: ovens"))
    told = run("hub", "check", cwd=hub).stdout.splitlines()
    assert [line for line in told if ":" in line.split(" ")[0]] == [
        "content/clauses/brd-ovn-001.yml:13: theme: 'ovens' is not one of the choices; use one of: accessibility, ai, "
        "data, exit, interfaces, life-cycle, privacy, process, security, service, testing"
    ]


# --- the blanks ---


@pytest.mark.parametrize(("language", "wanted"), [
    ("en", "The supplier shall mend the oven within 2.5\u00a0days."),
    ("da", "Leverandøren skal reparere ovnen inden 2,5\u00a0dage."),
])  # fmt: skip
def test_values_are_written_as_the_language_does(library: Library, language: str, wanted: str) -> None:
    draft = clause_draft(library, library.entries["clauses", "brd-ovn-001"], read_wording(language))
    one = draft.chosen[0]
    texts = {variant.key: filled_text(variant.text, one, draft.wording) for variant in one.clause.variants}
    assert texts["cpc"] == wanted


def test_a_blank_says_who_fills_it_in(library: Library) -> None:
    draft = clause_draft(library, library.entries["clauses", "brd-ovn-001"], read_wording("da"))
    one = draft.chosen[0]
    points = [filled_text(point, one, draft.wording) for point in one.clause.variants[0].points]
    assert points == ["have en låge af jern", "stå i [Ordregiver udfylder: stedet]."]


def test_the_template_chooses_and_sets(library: Library) -> None:
    template: Any = library.entries["tender-templates", "oven"].fields
    oven, well = selected(template, library)
    assert oven.setting("loaves") == 10
    assert oven.setting("days") == 2.5
    assert oven.setting("place") is None
    assert [variant.key for variant in oven.variants] == ["ts", "ac", "cpc"]
    assert oven.variants[2].binding is TextKind.PERFORMANCE
    assert oven.variants[0].binding is Obligation.MINIMUM
    assert well.tests == ()
