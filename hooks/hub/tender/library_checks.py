"""What a lawyer's eye stops at between entries: pins, blanks, duties, deadlines, dependencies (L6, L9-L11, L13-L15)."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from ..fields import Finding
from ..model import Entry, Library
from ..problem import Problem
from .parameters import blanks
from .selection import Selected, selected
from .terms import Status
from .timetable import timed

if TYPE_CHECKING:
    from ..types.rules import Rule
    from ..types.tender_templates import TenderTemplate

MANY = 20
"""Above so many minimum requirements a template must say why."""


def check(library: Library) -> Iterator[Problem]:
    """Yield the Problems of all clauses and templates that only show when the whole library is read."""
    for entry in library.of_type("clauses"):
        wanted = str(getattr(entry.fields, "id", "")).lower()
        if wanted != entry.slug:
            message = f"the id belongs to the file name; name the files {wanted}.*, or mend the id"
            yield _problem(entry, Finding(("id",), "id-and-name", message))
    for entry in library.of_type("tender-templates"):
        for finding in template_findings(cast("TenderTemplate", entry.fields), library):
            yield _problem(entry, finding)


def _problem(entry: Entry, finding: Finding) -> Problem:
    return Problem(entry.raw.path, entry.raw.line(finding.path), finding.rule, finding.message, finding.notice)


def template_findings(template: "TenderTemplate", library: Library) -> Iterator[Finding]:
    """Yield what is wrong between a template, its clauses and the rules."""
    chosen = tuple(selected(template, library))
    for one in chosen:
        yield from _include(one, template)
        yield from _settings(one)
    yield from _together(template, chosen)
    # A clause that cannot be read has been told of already; what it would have met is not asked for again.
    if len(chosen) == len(template.includes):
        yield from _duties(template, chosen, library)
    yield from _deadlines(template, library)
    count = sum(one.minimum_count for one in chosen)
    if count > MANY and template.many_minimum_reason is None:
        message = (
            f"{count} minimum requirements, more than {MANY}; say why under 'many_minimum_reason', or choose fewer"
        )
        yield Finding(("includes",), "many-minimum", message)


def _include(one: Selected, template: "TenderTemplate") -> Iterator[Finding]:
    clause, include, place = one.clause, one.include, ("includes", one.number)
    if not clause.version.startswith(f"{include.pin}."):
        message = (
            f"version {include.pin} is pinned, but {clause.id} is now {clause.version}; "
            "read what changed and raise the pin"
        )
        yield Finding((*place, "pin"), "pin-behind", message)
    if clause.status is Status.WITHDRAWN:
        yield Finding((*place, "clause"), "withdrawn", f"{clause.id} is withdrawn; choose another clause")
    elif clause.status is Status.DEPRECATED:
        message = f"{clause.id} is on its way out; look for the clause that supersedes it"
        yield Finding((*place, "clause"), "deprecated", message, notice=True)
    known = [variant.key for variant in clause.variants]
    for position, key in enumerate(include.variants):
        if key not in known:
            message = f"{clause.id} has no text '{key}'; use one of: {', '.join(known)}"
            yield Finding((*place, "variants", position), "unknown-variant", message)
    yield from _award_weight(one, template)


def _award_weight(one: Selected, template: "TenderTemplate") -> Iterator[Finding]:
    clause, include, place = one.clause, one.include, ("includes", one.number)
    awards = [(variant, variant.award) for variant in one.variants if variant.award is not None]
    if awards and not include.weight:
        message = f"the award criterion of {clause.id} has no weight; add 'weight'"
        yield Finding((*place, "variants"), "award-without-weight", message)
    if include.weight and len(awards) != 1:
        message = f"a weight needs just one award criterion among the texts of {clause.id}; {len(awards)} were found"
        yield Finding((*place, "weight"), "weight-without-award", message)
        return
    if not awards:
        return
    variant, award = awards[0]
    covered = {own.key for own in one.lots(variant, template)}
    for lot, weight in include.weight.items():
        if lot not in covered and template.lots:
            message = f"the award criterion of {clause.id} is not about what '{lot}' covers; weigh it in another lot"
            yield Finding((*place, "weight", lot), "weight-in-wrong-lot", message)
        if weight > award.max_weight:
            message = (
                f"the weight {weight} is above the greatest that {clause.id} allows; use {award.max_weight} or less"
            )
            yield Finding((*place, "weight", lot), "weight-too-great", message)


def needed_blanks(one: Selected) -> list[str]:
    """Return the blanks that stand in what the template takes from the clause, each once."""
    clause = one.clause
    texts = [text for variant in one.variants for text in variant.texts()]
    texts += [proof.text for proof in one.proofs]
    texts += [text for test in one.tests for text in (test.step, test.passes)]
    texts += clause.verification.operation
    texts += [criterion.text for criterion in clause.equivalence.criteria] if clause.equivalence else []
    return list(dict.fromkeys(name for text in texts for said in text.root.values() for name in blanks(said)))


def _settings(one: Selected) -> Iterator[Finding]:
    clause, include, place = one.clause, one.include, ("includes", one.number)
    for name, value in include.settings.items():
        if name not in clause.parameters:
            known = ", ".join(clause.parameters) or "none"
            message = f"{clause.id} has no parameter '{name}'; use one of: {known}"
            yield Finding((*place, "values", name), "unknown-parameter", message)
        elif fault := clause.parameters[name].fault(value):
            yield Finding((*place, "values", name), "parameter-value", f"{name}: {fault}")
    for name in needed_blanks(one):
        parameter = clause.parameters.get(name)
        if parameter and one.setting(name) is None and parameter.filled_by is None:
            message = (
                f"'{name}' of {clause.id} has no value, so no document can be made; "
                "give one under 'values', or say in the clause who fills it in"
            )
            yield Finding(place, "parameter-unresolved", message)


def _together(template: "TenderTemplate", chosen: tuple[Selected, ...]) -> Iterator[Finding]:
    slugs = {include.clause for include in template.includes}
    for one in chosen:
        place = ("includes", one.number, "clause")
        for slug in one.clause.depends_on:
            if slug not in slugs:
                yield Finding(
                    place, "dependency", f"{one.clause.id} must be used together with '{slug}'; include it too"
                )
        for slug in one.clause.conflicts_with:
            if slug in slugs:
                message = f"{one.clause.id} cannot be used together with '{slug}'; leave one of them out"
                yield Finding(place, "conflict", message)


def duties(template: "TenderTemplate", library: Library) -> Iterator["Rule"]:
    """Yield the rules that call for something in this purchase: its traits and its period meet theirs."""
    for entry in library.of_type("rules"):
        rule = cast("Rule", entry.fields)
        begins, ends = rule.valid_from or dt.date.min, rule.valid_to or dt.date.max
        meets = begins <= template.window.delivered and template.window.published <= ends
        if rule.calls_for is not None and rule.applies_to in template.traits and meets:
            yield rule


def _duties(template: "TenderTemplate", chosen: tuple[Selected, ...], library: Library) -> Iterator[Finding]:
    met = {duty for one in chosen for duty in one.clause.fulfils}
    omitted = {omission.duty for omission in template.omitted}
    told = set()
    for rule in duties(template, library):
        duty = rule.calls_for
        if duty is None or duty in met or duty in told or (rule.reason_allowed and duty in omitted):
            continue
        told.add(duty)
        way = "include a clause that fulfils it"
        way += ", or give the reason under 'omitted'" if rule.reason_allowed else ""
        message = f"rule {rule.codes[0]} calls for '{duty.value}' in this purchase; {way}"
        yield Finding(("traits",), f"duty-{duty.value}", message)


def _deadlines(template: "TenderTemplate", library: Library) -> Iterator[Finding]:
    for number, each in enumerate(timed(template, library)):
        step, least = each.step, each.least
        if each.entry is None or step.phase is None:
            continue
        if least is None:
            message = f"'{step.rule}' says nothing of this phase of the procedure; name another rule, or leave it out"
            yield Finding(("timetable", number, "rule"), "deadline-unknown", message)
        elif step.days < least:
            message = f"{step.days} days are fewer than the {least} that '{step.rule}' demands; give {least} or more"
            yield Finding(("timetable", number, "days"), "deadline-too-short", message)
