"""Guides: learning paths that lead step by step through the hub's own entries."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from ..fields import Fields, Finding
from ..model import ContentType, Facet, Names
from ..vocabulary import Choice, Label, Offered, Ref, Slug, Text, Value, words

_BACK = words(da="Forløb, der bruger posten", en="Guides that use the entry")


def _read(target: str, da: str, en: str) -> tuple[Ref, Label]:
    return Ref(target, out=words(da="Læs undervejs", en="Read on the way"), back=_BACK), Label(words(da=da, en=en))


class Audience(Choice):
    """Whom a path is for."""

    COMPANY = "company", words(da="lille virksomhed", en="small company")
    MUNICIPALITY = "municipality", words(da="kommune", en="municipality")


class Step(Value):
    """One step: what to do, what to read, and a question to check oneself by."""

    key: Annotated[Slug, Label(words(da="Nøgle", en="Key"), example="find-koeberen")]
    title: Annotated[Text, Label(words(da="Titel", en="Title"))]
    minutes: Annotated[int, Field(ge=1, le=600), Label(words(da="Minutter", en="Minutes"), example="20")]
    what: Annotated[Text, Label(words(da="Hvad du gør", en="What you do"))]
    outcome: Annotated[Text, Label(words(da="Så er trinnet gjort, når", en="The step is done when"))]
    question: Annotated[Text, Label(words(da="Spørg dig selv", en="Ask yourself"))]
    answer: Annotated[Text, Label(words(da="Et godt svar", en="A good answer"))]
    topics: Annotated[tuple[Slug, ...], *_read("topics", "Emner", "Topics"), Offered()] = ()
    standards: Annotated[tuple[Slug, ...], *_read("standards", "Standarder", "Standards")] = ()
    templates: Annotated[tuple[Slug, ...], *_read("tender-templates", "Udbudsskabeloner", "Tender templates")] = ()
    clauses: Annotated[tuple[Slug, ...], *_read("clauses", "Klausuler", "Clauses")] = ()
    rules: Annotated[tuple[Slug, ...], *_read("rules", "Regler", "Rules")] = ()
    models: Annotated[tuple[Slug, ...], *_read("business-models", "Forretningsmodeller", "Business models")] = ()
    cases: Annotated[tuple[Slug, ...], *_read("cases", "Cases", "Cases")] = ()
    labs: Annotated[tuple[Slug, ...], *_read("labs", "Testmiljøer", "Labs")] = ()
    needs: Annotated[tuple[Slug, ...], *_read("needs", "Behov", "Needs")] = ()
    solutions: Annotated[tuple[Slug, ...], *_read("solutions", "Løsninger", "Solutions")] = ()
    organisations: Annotated[tuple[Slug, ...], *_read("organisations", "Organisationer", "Organisations")] = ()
    abroad: Annotated[tuple[Slug, ...], *_read("abroad", "Ud i verden", "Abroad")] = ()


class Guide(Fields):
    """A path with its steps."""

    audience: Annotated[Audience, Label(words(da="For", en="For"))]
    goal: Annotated[Text, Label(words(da="Når du er færdig", en="When you are through"))]
    steps: Annotated[tuple[Step, ...], Field(min_length=1), Label(words(da="Trin", en="Steps"))]

    @property
    def minutes(self) -> int:
        """Return how long the whole path takes, in minutes."""
        return sum(step.minutes for step in self.steps)

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong between fields: two steps of one key, a step that leads nowhere."""
        yield from super().findings()
        seen: set[str] = set()
        for number, step in enumerate(self.steps):
            if step.key in seen:
                message = (
                    f"the key '{step.key}' stands at an earlier step too; progress is kept by key, so give it another"
                )
                yield Finding(("steps", number, "key"), "step-key-twice", message)
            seen.add(step.key)
            if not any(getattr(step, field.name) for field in Step.declared if field.ref is not None):
                message = f"the step '{step.key}' leads to no entry; name at least one to read"
                yield Finding(("steps", number), "step-without-reading", message)


def _order(fields: Fields) -> int:
    assert isinstance(fields, Guide)
    return list(Audience).index(fields.audience)


TYPE = ContentType(
    name="guides",
    fields=Guide,
    names={
        "da": Names("forløb", "Forløb", "forloeb", "Trin for trin gennem det, du skal kunne."),
        "en": Names("guide", "Guides", "guides", "Step by step through what you need to know."),
    },
    group="activities",
    facets=(Facet("audience", words(da="For", en="For"), ("audience",)),),
    order=_order,
    telling=(("audience",), ("steps",)),
)
