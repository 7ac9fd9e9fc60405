"""What a lawyer's eye stops at inside one clause: proof, equivalence, blanks, market (lint rules L2-L6).

The rules come from the hub's own lint list; where the law is behind one, the message names it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..fields import Finding
from ..vocabulary import Text
from ..walk import walk
from .clause_parts import Maturity, Proof, ProofKind, Role, Test, Variant
from .parameters import blanks
from .shared_checks import key_findings, version_findings
from .terms import Obligation, TextKind

if TYPE_CHECKING:
    from ..types.clauses import Clause

EQUIVALENT = {"da": "eller tilsvarende", "en": "or equivalent"}
"""What a requirement must say beside a standard or label (Directive 2014/24/EU art. 42(3), 43 and 44)."""
_DESIGNATION = re.compile(
    r"\b(?:DS|EN|ISO|IEC|ETSI|ITU-T|IEEE|CIE|OGC)(?:[/ ](?:DS|EN|ISO|IEC|TS|TR|GS))*[ -]?(?:[A-Z]{1,4}[. ])?\d[\d.-]*"
)


def clause_findings(clause: "Clause") -> Iterator[Finding]:
    """Yield every finding inside one clause."""
    yield from _keys(clause)
    yield from _award(clause)
    yield from _proof(clause)
    yield from _equivalence(clause)
    yield from _blanks(clause)
    yield from _market(clause)
    yield from version_findings(clause.version, clause.versions)


def _keys(clause: "Clause") -> Iterator[Finding]:
    known = [variant.key for variant in clause.variants]
    criteria = clause.equivalence.criteria if clause.equivalence else ()
    yield from key_findings(("variants",), known)
    yield from key_findings(("verification", "acceptance"), [test.key for test in clause.verification.acceptance])
    yield from key_findings(("equivalence", "criteria"), [each.key for each in criteria])
    for name in ("tender", "acceptance"):
        for number, item in enumerate(getattr(clause.verification, name)):
            for position, key in enumerate(item.variants):
                if key not in known:
                    message = f"'{key}' is not the key of a text; use one of: {', '.join(known)}"
                    yield Finding(("verification", name, number, "variants", position), "unknown-variant", message)


def _award(clause: "Clause") -> Iterator[Finding]:
    for number, variant in enumerate(clause.variants):
        place = ("variants", number)
        if (variant.kind is TextKind.AWARD) != (variant.award is not None):
            message = "an award criterion needs 'award' with weight and scale, and no other text has one; mend it"
            yield Finding((*place, "kind"), "award-incomplete", message)
        if variant.kind is TextKind.AWARD and variant.obligation is not Obligation.EVALUATED:
            message = "an award criterion is evaluated, never a minimum requirement or an option; write 'evaluated'"
            yield Finding((*place, "obligation"), "award-obligation", message)
        if variant.award and variant.award.default_weight > variant.award.max_weight:
            message = f"the suggested weight {variant.award.default_weight} is above the greatest weight; lower it"
            yield Finding((*place, "award", "default_weight"), "award-weight", message)


def covers(item: Proof | Test, variant: Variant) -> bool:
    """Tell whether a proof or a test belongs to a text."""
    return not item.variants or variant.key in item.variants


def _proof(clause: "Clause") -> Iterator[Finding]:
    proofs, tests = clause.verification.tender, clause.verification.acceptance
    for number, variant in enumerate(clause.variants):
        place = ("variants", number, "obligation")
        if variant.obligation is not Obligation.MINIMUM or variant.kind is TextKind.PROCESS:
            continue
        own = [proof for proof in proofs if covers(proof, variant)]
        if not own:
            message = "a minimum requirement needs a proof under verification.tender; say what the tenderer hands in"
            yield Finding(place, "minimum-without-proof", message)
        elif all(proof.kind is ProofKind.MEMBERSHIP for proof in own):
            message = (
                "the only proof is a certificate that requires membership, which not every tenderer can have "
                "(Udbudsloven § 46); accept another proof too, such as a test report"
            )
            yield Finding(place, "membership-sole-proof", message)
        if not any(covers(test, variant) for test in tests):
            message = "a minimum requirement needs a test under verification.acceptance; say how it is tried"
            yield Finding(place, "minimum-without-test", message)


def _equivalence(clause: "Clause") -> Iterator[Finding]:
    names = [use.name for use in clause.standards if use.role is not Role.CONTEXT]
    for number, variant in enumerate(clause.variants):
        if variant.kind is TextKind.PROCESS:
            continue
        for language, phrase in EQUIVALENT.items():
            said = " ".join(text.root.get(language, "") for text in variant.texts())
            named = _named(said, names)
            if not named:
                continue
            place = ("variants", number, "text", language)
            if phrase not in said.casefold():
                message = f"'{named}' is named without '{phrase}'; add the words, or describe the function instead"
                yield Finding(place, "without-equivalent", message)
            if clause.equivalence is None:
                message = f"'{named}' is named, but nothing says what is equivalent; add 'equivalence' with criteria"
                yield Finding(place, "without-criteria", message)


def _named(text: str, names: Iterable[str]) -> str | None:
    found = next((name for name in names if name in text), None)
    if found:
        return found
    match = _DESIGNATION.search(text)
    return match.group().strip() if match else None


def _blanks(clause: "Clause") -> Iterator[Finding]:
    used: set[str] = set()
    for visit in walk(clause):
        if not isinstance(visit.value, Text):
            continue
        by_language = {language: blanks(text) for language, text in visit.value.root.items()}
        for language, found in by_language.items():
            for name in found:
                used.add(name)
                if name not in clause.parameters:
                    message = f"'{{{{{name}}}}}' is no parameter of this clause; add it under 'parameters', or mend it"
                    yield Finding((*visit.path, language), "unknown-parameter", message)
        if len({frozenset(found) for found in by_language.values()}) > 1:
            message = "the languages do not have the same blanks; mend the text that lacks one"
            yield Finding(visit.path, "blanks-differ", message)
    for name, parameter in clause.parameters.items():
        yield from parameter.findings(name)
        if name not in used:
            yield Finding(("parameters", name), "unused-parameter", f"'{name}' is used in no text; use it or remove it")


def _market(clause: "Clause") -> Iterator[Finding]:
    if clause.market.maturity is not Maturity.EMERGING:
        return
    for number, variant in enumerate(clause.variants):
        if variant.obligation is Obligation.MINIMUM and variant.kind is not TextKind.PROCESS:
            message = (
                "a minimum requirement on an emerging market may leave no tenderer; "
                "consider 'evaluated', or ask the market first"
            )
            yield Finding(("variants", number, "obligation"), "minimum-on-emerging", message, notice=True)
