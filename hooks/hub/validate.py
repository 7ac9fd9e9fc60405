"""Raw values to entries, or to the Problems that keep them from being one."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pydantic import ValidationError

from .evidence import Confidence, Evidence
from .explain import explain
from .fields import Fields, Finding
from .model import ContentType, Entry, Prose, Raw
from .problem import Problem, errors_in
from .prose import BLANK, GENERAL, read_prose
from .readability import hard_reading
from .suggest import did_you_mean
from .vocabulary import Keywords, Text
from .walk import Visit, walk


def validate(
    kind: ContentType,
    slug: str,
    raw: Raw,
    texts: Mapping[str, tuple[str, str]],
    languages: tuple[str, ...],
    today: date,
) -> tuple[Entry | None, list[Problem]]:
    """Return the entry, or None when it has errors, and all its Problems.

    ``texts`` holds (file name, content) of the long text in each language that has one.
    """
    blanks = list(_blanks(raw))
    problems = [_problem(raw, finding) for finding in blanks]
    try:
        fields = kind.fields.model_validate(raw.value)
    except ValidationError as error:
        return None, [*problems, *(_problem(raw, found) for found in _beside(explain(error, kind.fields), blanks))]
    visits = tuple(walk(fields))
    findings = [*fields.findings(), *_language_findings(visits, languages), *_evidence_findings(visits, fields)]
    prose: dict[str, Prose] = {}
    for language, (name, text) in texts.items():
        read, found = read_prose(text, name, language, fields.sources, kind.sections)
        prose[language] = read
        problems += [*found, *hard_reading(text, name)]
    findings.extend(_unused_sources(visits, fields, prose))
    findings.extend(_missing_prose(kind, prose, languages))
    if fields.review_due < today:
        message = (
            f"the entry was to be looked at again by {fields.review_due}; check it and set 'checked' and 'review_due'"
        )
        findings.append(Finding(("review_due",), "review-passed", message, notice=True))
    problems.extend(_problem(raw, finding) for finding in findings)
    if errors_in(problems):
        return None, problems
    whole = frozenset(code for code in languages if _is_whole(code, kind, visits, prose))
    return Entry(kind, slug, fields, prose, raw, _digest(raw, texts), whole), problems


def _problem(raw: Raw, finding: Finding) -> Problem:
    return Problem(raw.path, raw.line(finding.path), finding.rule, finding.message, finding.notice)


def _digest(raw: Raw, texts: Mapping[str, tuple[str, str]]) -> str:
    return hashlib.sha256(repr((raw.value, sorted(texts.items()))).encode()).hexdigest()[:16]


def _blanks(raw: Raw) -> Iterator[Finding]:
    for path in raw.lines:
        value = raw.value
        for part in path:
            value = value[part]
        if isinstance(value, str) and BLANK in value:
            yield Finding(path, "blank", f"'{path[-1]}' still says {BLANK}; write what belongs there")


def _beside(findings: Iterable[Finding], blanks: list[Finding]) -> Iterator[Finding]:
    """Yield the findings that no blank has told of already."""
    told = {blank.path for blank in blanks}
    return (finding for finding in findings if finding.path not in told)


def _language_findings(visits: tuple[Visit, ...], languages: tuple[str, ...]) -> Iterator[Finding]:
    for visit in visits:
        if not isinstance(visit.value, Text | Keywords):
            continue
        written = visit.value.root
        for code in written:
            if code not in languages:
                message = f"the language '{code}' is not one of this hub's{did_you_mean(code, languages)}"
                yield Finding((*visit.path, code), "unknown-language", message)
        for code in languages:
            if code not in written and isinstance(visit.value, Text):
                message = f"the text lacks '{code}'; add it, or readers are shown it in another language"
                yield Finding(visit.path, "missing-language", message, notice=True)


def _evidence_findings(visits: tuple[Visit, ...], fields: Fields) -> Iterator[Finding]:
    for visit in visits:
        if not isinstance(visit.value, Evidence):
            continue
        for number, key in enumerate(visit.value.sources):
            if key not in fields.sources:
                yield Finding(
                    (*visit.path, "sources", number),
                    "unknown-source",
                    f"the source '{key}' is not listed under 'sources'{did_you_mean(key, fields.sources)}",
                )
        general = visit.value.confidence is Confidence.GENERAL
        if general and visit.value.sources and visit.value.note is None:
            message = (
                "general knowledge is backed by no source; remove the sources, change the confidence, or add a note"
            )
            yield Finding((*visit.path, "confidence"), "general-with-source", message)
        if not general and not visit.value.sources:
            message = f"'{visit.value.confidence}' needs a source; name one under 'sources', or write 'general'"
            yield Finding((*visit.path, "confidence"), "claim-without-source", message)


def _is_whole(language: str, kind: ContentType, visits: tuple[Visit, ...], prose: Mapping[str, Prose]) -> bool:
    texts = (visit.value.root for visit in visits if isinstance(visit.value, Text))
    return (language in prose or not kind.sections) and all(language in text for text in texts)


def _unused_sources(visits: tuple[Visit, ...], fields: Fields, prose: Mapping[str, Prose]) -> Iterator[Finding]:
    cited = {key for visit in visits if isinstance(visit.value, Evidence) for key in visit.value.sources}
    cited |= {key for text in prose.values() for key in text.citations}
    for key in fields.sources:
        if key == GENERAL:
            yield Finding(("sources", key), "reserved-key", f"'{GENERAL}' marks general knowledge; rename this source")
        elif key not in cited:
            message = f"the source '{key}' is cited nowhere; cite it or remove it"
            yield Finding(("sources", key), "unused-source", message, notice=True)


def _missing_prose(kind: ContentType, prose: Mapping[str, Prose], languages: tuple[str, ...]) -> Iterator[Finding]:
    if not kind.sections:
        return
    for code in languages:
        if code not in prose:
            message = f"the long text is missing in '{code}'; add the .{code}.md file beside this one"
            yield Finding((), "missing-prose", message, notice=True)
