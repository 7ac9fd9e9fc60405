"""The pieces of a summary: what is cut, what is defused, what is counted."""

from summary_cases import harmless

from hub.summary.markdown import APART, defused
from hub.summary.speak import around, shortened
from hub.summary.texts import text_change


def test_a_document_of_unknown_origin_is_defused() -> None:
    bad = "@team [x](https://a.example) ![p](https://a.example/p) <img src=x> </details> \\\\<b> [a]: https://b #12\n<details>"
    good = defused(bad)
    harmless(good.replace("https://", "").replace("<details>", ""))
    assert "]" + APART in good
    assert good.endswith("\n<details>")
    assert defused(good) == good


def test_a_long_text_is_shown_where_it_differs() -> None:
    old, new = around("a " * 200 + "red end", "a " * 200 + "blue end")
    assert (old[-8:], new[-9:]) == (" red end", " blue end")
    assert shortened("one two three", 9) == "one two…"
    assert len(shortened("x" * 50, 10)) == 10


def test_readability_is_compared() -> None:
    easy = "The cat sat on a mat. " * 12
    hard = "Municipal interoperability considerations necessitate comprehensive documentation. " * 12
    change = text_change("x.en.md", "en", f"## A\n\n{easy}", f"## A\n\n{hard}")
    assert change is not None
    assert change.lix_after > change.lix_before + 40
    assert text_change("x", "en", easy, easy) is None
