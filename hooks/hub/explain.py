"""Turns what Pydantic found into a sentence that tells a writer what to mend."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from .fields import Finding, Path
from .suggest import did_you_mean

_WANTED: Mapping[str, str] = {
    "string_type": "a text was expected; put it in quotes",
    "int_type": "a whole number was expected",
    "int_parsing": "a whole number was expected",
    "float_type": "a number was expected",
    "float_parsing": "a number was expected, with a full stop for decimals",
    "bool_parsing": "true or false was expected",
    "bool_type": "true or false was expected",
    "date_type": "a date was expected, such as 2026-11-23",
    "date_from_datetime_parsing": "a date was expected, such as 2026-11-23",
    "date_from_datetime_inexact": "a date without a time was expected, such as 2026-11-23",
    "date_parsing": "a date was expected, such as 2026-11-23",
    "tuple_type": "a list was expected; write each item on a line of its own after '- '",
    "dict_type": "a text per language was expected, such as 'da: …' and 'en: …' on lines of their own",
    "model_type": "fields were expected, such as 'text:' and 'sources:'",
    "model_attributes_type": "fields were expected, such as 'text:' and 'sources:'",
    "string_too_short": "the text is empty; write it or remove the line",
    "greater_than_equal": "a larger number was expected",
    "less_than_equal": "a smaller number was expected",
    "finite_number": "a real number was expected",
}
_PATTERNS: Mapping[str, str] = {
    r"^https?://": "a public address that begins with https:// or http:// was expected",
    r"^[a-z0-9]+(-": "a slug was expected: small letters a-z, digits and single hyphens, such as 'oasc-mims'",
    r"^[a-z]{2}$": "a language code of two small letters was expected, such as 'da'",
    r"^\d{4}(-": "a year, month or day was expected, such as 2018, 2018-04 or 2018-04-03",
    r"^\d+\.\d+\.\d+$": "a version of three numbers was expected, in quotes where YAML needs them, such as 1.0.0",
    r"^\d+\.\d+$": "the first two numbers of a version were expected, in quotes, such as '1.0'",
    r"^[A-Z]{3}-[A-Z]{3}-": "a clause id was expected, such as 'SLC-IOP-003'",
    r"^[A-Z]{3}-\d": "the number of a rule was expected, such as 'UDB-05'",
    r"^([01]\d|2": "a time of day was expected, in quotes, such as '09:30'",
    r"^BT-": "the number of a field in the notice was expected, such as 'BT-774'",
    r"^T\d": "the number of a test was expected, such as 'T1'",
    r"^E\d": "the number of a criterion was expected, such as 'E1'",
    r"^[0-9a-f]{12}$": "a text state of 12 letters and digits was expected; let 'hub translated' write it",
}


def explain(error: ValidationError, fields: type[BaseModel]) -> list[Finding]:
    """Return one Finding per mistake, each saying what was found, what was expected and how to mend it."""
    findings: dict[Path, Finding] = {}
    for found in error.errors(include_url=False):
        path = _written(found["loc"])
        # A value that may be of two kinds is reported once for each; the writer needs one line.
        findings.setdefault(path, Finding(path, _rule(found["type"]), _message(dict(found), path, fields)))
    return list(findings.values())


def _rule(kind: str) -> str:
    return {"missing": "missing-field", "extra_forbidden": "unknown-field", "enum": "unknown-choice"}.get(
        kind, "wrong-value"
    )


def _written(loc: tuple[int | str, ...]) -> Path:
    """Drop what Pydantic adds to a place that the writer never wrote: branch and constraint names."""
    return tuple(
        part for part in loc if isinstance(part, int) or not (part in {"int", "float", "[key]"} or "[" in part)
    )


def _message(found: dict[str, Any], path: Path, fields: type[BaseModel]) -> str:
    kind, value = str(found["type"]), found.get("input")
    name = next((step for step in reversed(path) if isinstance(step, str)), "the entry")
    if kind == "missing":
        return f"the field '{name}' is missing; add it"
    if kind == "extra_forbidden":
        return f"the field '{name}' is unknown{did_you_mean(name, _names_at(fields, path[:-1]))}"
    if kind == "enum":
        known = str(found["ctx"]["expected"]).replace("' or '", "', '").strip("'").split("', '")
        return f"{name}: {_shown(value)} is not one of the choices{did_you_mean(str(value), known)}"
    if kind == "string_too_long":
        return f"{name}: the text has {len(str(value))} characters; shorten it to {found['ctx']['max_length']} or fewer"
    if kind == "too_short":
        return f"{name}: at least {found['ctx']['min_length']} was expected; add one"
    if kind == "string_pattern_mismatch":
        pattern = str(found["ctx"]["pattern"])
        wanted = next(
            (text for start, text in _PATTERNS.items() if pattern.startswith(start)),
            "another form was expected",
        )
        return f"{name}: {_shown(value)} was found; {wanted}"
    wanted = _WANTED.get(kind, f"another value was expected ({found['msg']})")
    if kind == "value_error":
        wanted = "a real date was expected, such as 2018-04-03"
    if kind == "model_type" and _is_text(fields, path):
        wanted = _WANTED["dict_type"]
    return f"{name}: {_shown(value)} was found; {wanted}"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    text = " ".join(str(value).split())
    return f"'{text[:60]}{'…' if len(text) > 60 else ''}'"


def _is_text(fields: type[BaseModel], path: Path) -> bool:
    return not _names_at(fields, path)


def _names_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names of the fields that may stand at ``path``, or nothing where there are none."""
    for part in path:
        if isinstance(part, int):
            continue
        field = next((f for n, f in model.model_fields.items() if (f.alias or n) == part), None)
        if field is None:
            continue  # the key of a mapping, such as a source's own name
        inner = _model_in(field.annotation)
        if inner is None:
            return []
        model = inner
    return [] if "root" in model.model_fields else [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in get_args(annotation))
    return next((model for model in found if model is not None), None)
