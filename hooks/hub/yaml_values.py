"""YAML to plain values with the line of each, read safely: no tags, no tabs, no duplicate keys, no bombs."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from .fields import Path
from .files import DIRECTION_MARK, has_direction_mark
from .model import Raw
from .problem import Problem

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

DEPTH = 20
VALUES = 20_000
"""How many values one file may hold once its aliases are followed."""


class _Refused(Exception):
    def __init__(self, line: int, rule: str, message: str) -> None:
        super().__init__(message)
        self.line, self.rule, self.message = line, rule, message


@dataclass
class _Reading:
    """What one reading has gathered so far; lives no longer than ``read_yaml``."""

    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[tuple[int, str, str]] = field(default_factory=list)
    count: int = 0


def read_own(text: str) -> Any:
    """Return the values of a YAML file that is part of the hub itself, such as its words."""
    return yaml.load(text, Loader=Loader)


def read_yaml(text: str, name: str) -> tuple[Raw | None, list[Problem]]:
    """Return the values of one YAML document and the Problems found; the values are None when nothing can be used."""
    reading = _Reading()
    try:
        _refuse_deep(text)
        node = yaml.compose(text, Loader=Loader)
        value = None if node is None else _value(node, (), reading)
    except _Refused as refused:
        return None, [Problem(name, refused.line, refused.rule, refused.message)]
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_problem(error, text, name)]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [Problem(name, 1, "yaml-syntax", f"the YAML cannot be read ({_first_line(error)}); mend it")]
    problems = [Problem(name, *found) for found in reading.problems]
    if not isinstance(value, dict):
        problems.append(Problem(name, 1, "not-a-mapping", "no fields were found; write them as 'name: value' lines"))
        return None, problems
    return Raw(name, value, reading.lines), problems


def _refuse_deep(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH:
                raise _Refused(
                    _line(event),
                    "too-deep",
                    f"values are nested more than {DEPTH} deep; flatten them",
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _value(node: yaml.Node, path: Path, reading: _Reading) -> Any:
    line = _line(node)
    reading.lines.setdefault(path, line)
    reading.count += 1
    if reading.count > VALUES:
        raise _Refused(
            line,
            "too-many-values",
            f"the file holds more than {VALUES} values; write out or remove aliases (*)",
        )
    if len(path) > DEPTH:
        raise _Refused(line, "too-deep", f"values are nested more than {DEPTH} deep, or hold themselves; flatten them")
    if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.startswith("tag:yaml.org,2002:python"):
        reading.problems.append((line, "yaml-tag", f"the tag '{node.tag}' is not allowed; write a plain value"))
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, reading)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, number), reading) for number, item in enumerate(node.value)]
    return _scalar(node, line, reading)


def _mapping(node: yaml.MappingNode, path: Path, reading: _Reading) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = _line(key_node)
        if not isinstance(key_node, yaml.ScalarNode) or key_node.tag == "tag:yaml.org,2002:merge":
            reading.problems.append(
                (line, "bad-key", "a field name must be plain text, such as 'title:'; write it out")
            )
            continue
        key = str(key_node.value)
        if key in values:
            first = reading.lines[(*path, key)]
            reading.problems.append((line, "duplicate-key", f"'{key}' stands twice (first at line {first}); keep one"))
            continue
        reading.lines[(*path, key)] = line
        values[key] = _value(value_node, (*path, key), reading)
    return values


def _scalar(node: yaml.Node, line: int, reading: _Reading) -> Any:
    if has_direction_mark(str(node.value)):
        reading.problems.append((line, "direction-mark", DIRECTION_MARK))
    constructor = yaml.SafeLoader("")
    try:
        return constructor.construct_object(node) if node.tag != "tag:yaml.org,2002:str" else node.value
    except (yaml.YAMLError, ValueError, OverflowError):
        return str(node.value)
    finally:
        constructor.dispose()


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, name: str) -> Problem:
    # What is never closed is noticed at the end of the file; the writer needs the line where it was opened.
    unclosed = error.context_mark if "end of stream" in str(error.problem) else None
    mark = unclosed or error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = text.split("\n")
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "\\t" in str(error.problem):
        return Problem(name, line, "tab", "a tab was found where YAML wants spaces; indent with two spaces")
    found = (error.problem or "it cannot be read").replace("\n", " ")
    return Problem(
        name,
        line,
        "yaml-syntax",
        f"the YAML cannot be read here ({found}); look for a missing colon, quote or indent on this line or the one before",
    )


def _line(event: yaml.Event | yaml.Node) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
