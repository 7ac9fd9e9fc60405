"""The content types. A new one is a file beside these and one line in ``TYPES``."""

from ..model import ContentType
from . import (
    analyses,
    business_models,
    cases,
    clauses,
    focus_areas,
    glossary,
    labs,
    organisations,
    rules,
    standards,
    tender_templates,
    topics,
)

TYPES: tuple[ContentType, ...] = (
    focus_areas.TYPE,
    topics.TYPE,
    standards.TYPE,
    tender_templates.TYPE,
    clauses.TYPE,
    rules.TYPE,
    business_models.TYPE,
    analyses.TYPE,
    cases.TYPE,
    labs.TYPE,
    organisations.TYPE,
    glossary.TYPE,
)
