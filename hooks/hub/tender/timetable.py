"""The timetable of a template: each step with the rule behind it and the least days that the rule demands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ..model import Entry, Library
from .template_parts import Step

if TYPE_CHECKING:
    from ..types.rules import Rule
    from ..types.tender_templates import TenderTemplate


@dataclass(frozen=True)
class Timed:
    """A step as the law sees it; ``least`` is in calendar days."""

    step: Step
    entry: Entry | None
    """The rule that the step names, when it can be read."""
    least: int | None
    """None when no rule is named, or when it says nothing of this phase of the procedure."""

    @property
    def rule(self) -> "Rule | None":
        """Return the rule's fields."""
        return cast("Rule", self.entry.fields) if self.entry else None


def timed(template: "TenderTemplate", library: Library) -> Iterator[Timed]:
    """Yield the template's steps, in their order."""
    for step in template.timetable:
        entry = library.entries.get(("rules", step.rule)) if step.rule else None
        yield Timed(step, entry, _least(step, cast("Rule", entry.fields), template) if entry else None)


def _least(step: Step, rule: "Rule", template: "TenderTemplate") -> int | None:
    return next(
        (
            deadline.days
            for deadline in rule.deadlines
            if deadline.procedure in {None, template.procedure}
            and (deadline.phase, deadline.condition) == (step.phase, step.condition)
        ),
        None,
    )
