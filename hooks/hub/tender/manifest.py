"""What every file ends with: what it was put together from, in which state, and what must still be done to it."""

from collections.abc import Iterator

from ..model import Entry
from ..office.document import Block, Heading, Line, Paragraph, Span, Table, numbered_points, plain
from .draft import Draft, review_lines
from .filling import blank_text, value_text
from .library_checks import needed_blanks
from .selection import Selected


def manifest(draft: Draft, own_blanks: tuple[str, ...] = ()) -> Iterator[Block]:
    """Yield the manifest; ``own_blanks`` are the document's own words for places that it leaves open."""
    if hasattr(draft.fields, "adapt"):
        yield Heading(1, draft.word("adapt"), "adapt")
        yield numbered_points(plain(draft.said(text)) for text in draft.fields.adapt)
    yield Heading(2 if hasattr(draft.fields, "adapt") else 1, draft.word("open_blanks"), "open-blanks")
    missing = open_blanks(draft, own_blanks)
    if missing:
        columns = (draft.word("table_clause"), draft.word("table_parameter"))
        yield Table(columns, tuple((plain(where), plain(what)) for where, what in missing), (20, 80))
    else:
        yield Paragraph(plain(draft.word("open_blanks_none")))
    yield Heading(1, draft.word("manifest"), "manifest")
    yield Paragraph(plain(draft.word("manifest_intro")))
    yield Table((draft.word("table_fact"), draft.word("table_content")), tuple(facts(draft)), (28, 72))
    yield Heading(2, draft.word("manifest_clauses"), "manifest-clauses")
    header = tuple(draft.word(f"table_{key}") for key in ("clause", "version", "variants", "values", "state"))
    yield Table(header, tuple(_row(draft, one) for one in draft.chosen), (19, 11, 14, 36, 20))


def facts(draft: Draft) -> Iterator[tuple[Line, Line]]:
    """Yield what the file is, as (name, content)."""
    fields = draft.fields
    legal, technical = review_lines(draft, fields.authorship)
    name = fields.id if hasattr(fields, "id") else draft.entry.slug
    address = draft.address()
    for key, said in (
        ("manifest_template" if not hasattr(fields, "id") else "clause_file", f"{draft.said(fields.title)} ({name})"),
        ("manifest_version", fields.version),
        ("manifest_status", draft.said(fields.status)),
        ("manifest_date", draft.wording.date(draft.date())),
        ("manifest_review", draft.wording.date(min(e.fields.review_due for e in _entries(draft)))),
        ("manifest_legal", legal),
        ("manifest_technical", technical),
    ):
        yield plain(draft.word(key)), plain(said)
    yield plain(draft.word("manifest_address")), (Span(address, href=address),)
    yield plain(draft.word("manifest_licence")), plain(draft.word("manifest_licence_text"))


def _entries(draft: Draft) -> list[Entry]:
    return [draft.entry, *(one.entry for one in draft.chosen)]


def _row(draft: Draft, one: Selected) -> tuple[Line, ...]:
    clause = one.clause
    keys = ", ".join(variant.key for variant in one.variants)
    reviewed, _ = review_lines(draft, clause.authorship)
    state = reviewed if clause.authorship.legal_review else draft.word("state_draft")
    return (
        plain(clause.id),
        plain(clause.version),
        plain(keys),
        plain("; ".join(settled(draft, one)) or "–"),
        plain(state),
    )


def settled(draft: Draft, one: Selected) -> Iterator[str]:
    """Yield "name: value" for each blank of a clause that has its value."""
    for name in needed_blanks(one):
        value = one.setting(name)
        if value is not None:
            yield f"{draft.said(one.parameter(name).label)}: {value_text(one.parameter(name), value, draft.wording)}"


def open_blanks(draft: Draft, own: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the places still to fill in, as (clause or nothing, what belongs there)."""
    words = draft.words
    found = [("–", str(words["blank"]["buyer"]).format(label=words[key])) for key in own]
    found += [
        (one.clause.id, blank_text(one.parameter(name), draft.wording))
        for one in draft.chosen
        for name in needed_blanks(one)
        if one.setting(name) is None
    ]
    return found
