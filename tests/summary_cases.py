"""What the tests of summaries share: a state of the fixture hub, a small change, and what no summary may hold."""

import re
from collections.abc import Callable
from pathlib import Path

from conftest import CACHE, TODAY

from hub.summary.states import State, read_state

Change = Callable[[Path], object]


def state(content: Path) -> State:
    return read_state(content, CACHE, {"HUB_TODAY": TODAY})


def swap(file: str, old: str, new: str) -> Change:
    def change(content: Path) -> None:
        path = content / file
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new, 1))

    return change


def harmless(text: str) -> None:
    """Assert that GitHub finds nothing to obey outside code: its own rules for mentions, references, links and HTML."""
    outside = re.sub(r"(?<!\\)`[^`\n]*`", "", text)
    assert not re.search(r"(?<![\w`])@[A-Za-z0-9]", outside)
    assert not re.search(r"(?:^|\s)#\d|\bGH-\d", outside)
    assert not re.search(r"<[A-Za-z/!?]", outside)
    assert not re.search(r"\]\(|\]\[|!\[", outside)
    assert not re.search(r"\bhttps?://|\bwww\.", outside)
