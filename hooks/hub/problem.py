"""A thing to mend, said so that a writer finds the place and knows what to do."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, at one place; a notice is told but stops nothing."""

    path: str
    line: int
    rule: str
    message: str
    notice: bool = False

    def __str__(self) -> str:
        """Return ``path:line: message``, as compilers do, so that editors can jump to it."""
        return f"{self.path}:{self.line}: {'notice: ' if self.notice else ''}{self.message}"


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Return the Problems that stop a build, notices left out."""
    return [problem for problem in problems if not problem.notice]
