"""Tells everything around the changed content: errors, versions, pages, translations, sources, readability, notices."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ..problem import Problem
from ..readability import level
from . import matters
from .compare import Comparison
from .content_part import content_groups
from .fit import Group, Part
from .pages import PageChange
from .speak import Voice

_EVERYTHING = 10_000


def parts(found: Comparison, voice: Voice) -> Iterator[Part]:
    """Yield the parts that have something to say, the most urgent first."""
    for part in _all_parts(found, voice):
        if part.groups or (part.intro and part.most == 0):
            yield part


def _all_parts(found: Comparison, voice: Voice) -> Iterator[Part]:
    w = voice.word
    yield Part(w("errors"), w("errors_intro"), tuple(_problem_groups(found.new.errors, voice)), 25)
    if found.old.errors:
        yield Part(w("errors"), w("errors_before"), (), 0)
    yield Part(w("versions"), w("versions_intro"), tuple(_version_groups(found, voice)), 25)
    yield Part(w("content"), "", tuple(content_groups(found, voice)), _EVERYTHING)
    yield _outputs(found, voice)
    intro = w("translation_intro", field=voice.form.code("translated"))
    yield Part(w("translation"), intro, tuple(_behind(each, voice) for each in found.behind), 40)
    yield Part(w("sources"), w("sources_intro"), tuple(_source(each, voice) for each in found.sources), 60)
    yield Part(w("reading"), w("reading_intro"), tuple(_readings(found, voice)), 40)
    notices = matters.new_notices(found.old, found.new)
    yield Part(w("remarks"), w("remarks_intro"), tuple(_problem_groups(notices, voice)), 15)
    others = tuple(_line(voice.count("others_line", n, folder=voice.form.code(top))) for top, n in found.others)
    yield Part(w("others"), "", others, 20)


def _line(text: str) -> Group:
    return Group((text,))


def _problem_groups(problems: list[Problem], voice: Voice) -> Iterator[Group]:
    for problem in problems:
        yield _line(f"{voice.form.code(f'{problem.path}:{problem.line}')}: {voice.form.said(problem.message[:400])}")


def _version_groups(found: Comparison, voice: Voice) -> Iterator[Group]:
    names: Mapping[str, Any] = voice.wording.words["change_summary"]["rule"]
    fields = {name: voice.form.code(name) for name in ("version", "versions", "pin", "former_slugs")}
    fields["withdrawn"] = voice.form.code("status: withdrawn")
    for problem in matters.version_problems(found.new):
        by_path = (e for state in (found.new, found.old) for e in state.library.entries.values())
        entry = next((each for each in by_path if each.raw.path == problem.path), None)
        said = voice.entry(entry) if entry else voice.form.code(problem.path)
        yield _line(str(names[problem.rule]).format(entry=said, **fields))


def _outputs(found: Comparison, voice: Voice) -> Part:
    if found.outputs is None:
        key = "outputs_none" if found.new.errors else "outputs_base"
        return Part(voice.word("outputs"), voice.word(key), (), 0)
    given = found.outputs
    count = {kind: sum(page.kind == kind for page in given.pages) for kind in ("changed", "added", "removed")}
    if not (given.pages or given.downloads or given.data):
        return Part(voice.word("outputs"), "", (), 40)
    intro = voice.word("outputs_count", **count, data=given.data, downloads=len(given.downloads))
    # What is new or gone matters most, then what the change itself is about, then pages that only show it.
    rank = {"removed": 0, "added": 1, "changed": 2}
    listed = sorted(given.pages, key=lambda page: (rank[page.kind], bool(page.causes)))
    folders = Counter(file.address.rpartition("/")[0] for file in given.downloads)
    files = (voice.count("files", n, folder=voice.form.code(f"/{folder}/")) for folder, n in folders.items())
    return Part(voice.word("outputs"), intro, tuple(map(_line, (*(_page(page, voice) for page in listed), *files))), 40)


def _page(page: PageChange, voice: Voice) -> str:
    said = voice.word(f"page_{page.kind}", address=voice.form.code("/" + page.address))
    if not page.causes:
        return said
    shown = [voice.form.code(slug) for slug in page.causes[:3]] + (["…"] if len(page.causes) > 3 else [])
    return voice.word("page_causes", page=said, causes=", ".join(shown))


def _behind(each: matters.Behind, voice: Voice) -> Group:
    languages = {"original": voice.tongue(each.original), "language": voice.tongue(each.language)}
    return _line(voice.word("translation_line", entry=voice.entry(each.entry), **languages))


def _source(each: matters.NewSource, voice: Voice) -> Group:
    state = str(voice.wording.words["change_summary"]["link"][each.state])
    address = voice.form.code(each.address)
    publisher = voice.form.said(each.publisher[:80])
    said = voice.word("source_line", publisher=publisher, address=address, state=state, entry=voice.entry(each.entry))
    return _line(said)


def _readings(found: Comparison, voice: Voice) -> Iterator[Group]:
    for change in found.all_texts:
        before, after = change.lix_before, change.lix_after
        if before is None and after is None:
            continue
        if before is None or after is None or round(before) != round(after):
            lixes = {"before": _lix(before, voice), "after": _lix(after, voice)}
            yield _line(voice.word("reading_line", path=voice.form.code(change.path), **lixes))


def _lix(score: float | None, voice: Voice) -> str:
    if score is None:
        return voice.word("reading_none")
    return f"{score:.0f} ({voice.wording.words['change_summary']['level'][level(score)]})"
