"""The content types. A new one is a file beside these and one line in ``TYPES``."""

from ..model import ContentType
from . import (
    abroad,
    analyses,
    business_models,
    cases,
    clauses,
    events,
    focus_areas,
    glossary,
    guides,
    labs,
    needs,
    organisations,
    rules,
    solutions,
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
    needs.TYPE,
    solutions.TYPE,
    events.TYPE,
    guides.TYPE,
    abroad.TYPE,
    organisations.TYPE,
    glossary.TYPE,
)
