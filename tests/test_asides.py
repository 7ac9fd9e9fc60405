"""Finished HTML is set aside while Markdown is parsed, and comes back unchanged."""

from hub.asides import put_back, set_aside
from hub.markup import to_html

NESTED = '<div class="a">\n<figure>\n\n<ul><li>x</li></ul>\n\n</figure>\n</div>'


def test_blocks_are_kept_whole_and_prose_is_left() -> None:
    text, blocks = set_aside(f"# Title\n\n{NESTED}\n\nProse <sup>1</sup>.\n\n<p>one</p>\n\n- item")
    assert blocks == (NESTED, "<p>one</p>")
    assert "Prose <sup>1</sup>." in text
    assert "<figure>" not in text
    assert put_back(text, blocks) == f"# Title\n\n{NESTED}\n\nProse <sup>1</sup>.\n\n<p>one</p>\n\n- item"


def test_an_unclosed_block_is_left_to_the_parser() -> None:
    text, blocks = set_aside("<div>\n\nnever closed")
    assert (text, blocks) == ("<div>\n\nnever closed", ())


def test_every_page_comes_out_the_same(made: dict[str, str]) -> None:
    pages = {path: text.split("\n---\n", 1)[1] for path, text in made.items() if path.endswith(".md")}
    assert len(pages) > 30
    for path, body in pages.items():
        text, blocks = set_aside(body)
        assert blocks, path
        assert len(text) < len(body)
    for path in (
        "cases/village-bake.md",
        "da/forretningsmodeller/pay-per-loaf.md",
        "index.md",
        "da/om.md",
        "labs/index.md",
    ):
        text, blocks = set_aside(pages[path])
        assert "".join(put_back(to_html(text), blocks).split()) == "".join(to_html(pages[path]).split()), path
