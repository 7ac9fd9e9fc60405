"""The content types. A new one is a file beside these and one line in ``TYPES``."""

from ..model import ContentType
from . import analyses, business_models, cases, focus_areas, labs, organisations, standards, topics

TYPES: tuple[ContentType, ...] = (
    focus_areas.TYPE,
    topics.TYPE,
    standards.TYPE,
    business_models.TYPE,
    analyses.TYPE,
    cases.TYPE,
    labs.TYPE,
    organisations.TYPE,
)
