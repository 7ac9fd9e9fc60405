"""Bytes from disk to text, with the limits that every content file must keep, YAML and Markdown alike."""

from pathlib import Path

from .problem import Problem

LIMIT = 300_000
"""The largest content file in bytes; the longest real one is a tenth of this."""

DIRECTION_MARK = (
    "an invisible mark that turns the direction of writing was found; remove it, "
    "for it can make a text read otherwise than it is"
)
_DIRECTION_MARKS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def has_direction_mark(text: str) -> bool:
    """Tell whether a text holds a mark that can make it read otherwise than it is written."""
    return not _DIRECTION_MARKS.isdisjoint(text)


def read_text(file: Path, name: str, limit: int = LIMIT) -> str | Problem:
    """Return the text of ``file``, or the Problem that keeps it from being read; ``name`` is what readers call it.

    ``limit`` is the largest size in bytes.
    """
    try:
        size = file.stat().st_size
        if size > limit:
            return Problem(
                name,
                1,
                "file-too-large",
                f"the file has {size} bytes, more than {limit}; split it or shorten it",
            )
        data = file.read_bytes()
    except OSError as error:
        return Problem(
            name, 1, "unreadable", f"the file cannot be read ({error.strerror}); mend its name or its rights"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(name, line, "not-utf8", f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8")
    if not text.strip():
        return Problem(name, 1, "empty-file", "the file is empty; fill it in or remove it")
    text = text.replace("\r\n", "\n")
    if has_direction_mark(text):
        at = next(number for number, line in enumerate(text.split("\n"), 1) if has_direction_mark(line))
        return Problem(name, at, "direction-mark", DIRECTION_MARK)
    return text
