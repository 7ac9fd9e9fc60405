"""Whatever bytes arrive: entries or Problems, never an exception."""

from datetime import date
from pathlib import Path

import pytest
from conftest import HUB, settings_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from hub import markup
from hub.load import load
from hub.model import Raw
from hub.prose import read_prose
from hub.types import TYPES
from hub.validate import validate
from hub.yaml_values import read_yaml

GOOD = sorted((HUB / "content").rglob("*.yml"))
KINDS = {kind.name: kind for kind in TYPES}
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = [
    "\t",
    "\x00",
    ": ",
    "- ",
    "{",
    "[",
    "&a ",
    "*a",
    "!!",
    "\u202e",
    "\ud7ff",
    '"',
    "'",
    "|",
    "0x",
    "null",
    "2020-13-45",
    "\x85",
    "<<: *a",
]


def outcome(kind: str, text: str) -> None:
    raw, problems = read_yaml(text, "x.yml")
    if raw is None:
        assert problems
        return
    entry, found = validate(KINDS[kind], "x", raw, {}, ("en", "da"), date(2026, 1, 1))
    assert entry is not None or [p for p in (*problems, *found) if not p.notice]
    assert all(p.line >= 1 and p.message and "\n" not in str(p) for p in (*problems, *found))


@FEW
@given(st.data())
def test_mutated_entries(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(GOOD))
    text = file.read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(st.sampled_from(PIECES) | st.text(max_size=5)) + text[at + cut :]
    outcome(file.parent.name, text)


@FEW
@given(st.text())
def test_any_text_as_yaml(text: str) -> None:
    outcome("standards", text)


@FEW
@given(
    st.dictionaries(
        st.sampled_from(sorted(KINDS["cases"].fields.model_fields)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
            max_leaves=6,
        ),
    )
)
def test_any_values_as_fields(values: dict[str, object]) -> None:
    entry, found = validate(KINDS["cases"], "x", Raw("x.yml", values, {(): 1}), {}, ("en", "da"), date(2026, 1, 1))
    assert entry is not None or any(not problem.notice for problem in found)


@FEW
@given(st.binary(max_size=200), st.sampled_from(["yml", "en.md"]))
def test_any_bytes_as_a_file(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    folder: Path = tmp_path_factory.mktemp("bytes")
    (folder / "standards").mkdir()
    (folder / "standards" / f"x.{ending}").write_bytes(data)
    library, problems = load(folder, None, TYPES, settings_of(HUB))
    assert library.entries or problems


MARKDOWN = [
    "[a](",
    ")",
    "<",
    ">",
    "&#106;",
    "javascript:",
    "![",
    "]",
    "[x]: ",
    "`",
    "```\n",
    "\n",
    "\n\n",
    "  ",
    "\\",
    "../labs/mill.yml",
    "https://example.org",
    "word ",
    "# ",
    "- ",
    "| ",
    "[@x]",
    "1999",
    "\x02",
    "{: onclick=x}",
    "mailto:a@b.dk",
    '"t"',
]


@FEW
@given(st.lists(st.sampled_from(MARKDOWN), max_size=14).map("".join))
def test_any_prose(text: str) -> None:
    _, problems = read_prose(text, "x.md", "en", ["x"])
    assert all("\n" not in str(problem) for problem in problems)


@FEW
@given(st.lists(st.sampled_from(MARKDOWN), max_size=14).map("".join))
def test_what_is_let_through_is_harmless(text: str) -> None:
    """The quick test and the full reading agree: accepted prose makes no script, no handler, no odd link."""
    if markup.examine(text).refused:
        return
    made = html.fromstring(f"<div>{markup.to_html(text)}</div>")
    for element in made.iter():
        assert element.tag not in {"script", "iframe", "img", "object", "style", "form"}
        assert not [name for name in element.attrib if name.startswith("on")]
        target = element.attrib.get("href", "https://x.y")
        assert target.startswith(("http://", "https://", "mailto:", "tel:", "../", "#", "\x02")), target
