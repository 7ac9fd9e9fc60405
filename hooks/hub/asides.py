"""Sets a page's finished HTML aside while the Markdown parser works, and puts it back after.

Views write most of a page as HTML blocks between the Markdown of the prose. The parser would read each of them letter by
letter only to hand them back unchanged, which costs more than all the rest of a build. What comes out is the same.
"""

import re
from collections.abc import Sequence

_BLOCK_TAG = re.compile(r"<(/?)(?:div|figure|dl|ul|ol|table|form|section|p|svg)\b")
_STARTS = re.compile(r"<(?:div|figure|dl|ul|ol|table|form|section|p)\b")
_PLACE = re.compile(r'<div class="hub-aside-(\d+)"></div>')


def set_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with a short place-holder for each HTML block, and the blocks in their order."""
    kept: list[str] = []
    blocks: list[str] = []
    open_block: list[str] = []
    depth = 0
    for chunk in re.split(r"\n{2,}", text):
        if not open_block and not _STARTS.match(chunk):
            kept.append(chunk)
            continue
        tags = _BLOCK_TAG.findall(chunk)
        depth += tags.count("") - tags.count("/")
        open_block.append(chunk)
        if depth <= 0:
            kept.append(f'<div class="hub-aside-{len(blocks)}"></div>')
            blocks.append("\n\n".join(open_block))
            open_block, depth = [], 0
    return "\n\n".join([*kept, *open_block]), tuple(blocks)


def put_back(html: str, blocks: Sequence[str]) -> str:
    """Return the parsed page with its blocks where they belong."""
    return _PLACE.sub(lambda match: blocks[int(match[1])].strip("\n"), html)
