"""The pieces of a tender template: lots, included clauses, evaluation, timetable, life-cycle costs."""

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from ..vocabulary import Choice, Label, Line, Ref, Slug, Text, Value, words
from .parameters import Filler, Setting
from .terms import Component, Condition, Duty, Phase

Percent = Annotated[int, Field(ge=1, le=100)]
UNDIVIDED = "all"
"""What stands in place of a lot when the contract is not divided."""


class Lot(Value):
    """A part of the contract that may be won alone."""

    key: Annotated[Slug, Label(words(da="Nøgle", en="Key"), example="luminaires")]
    title: Annotated[Text, Label(words(da="Delaftale", en="Lot"))]
    contents: Annotated[Text, Label(words(da="Omfatter", en="Covers"))]
    components: Annotated[
        tuple[Component, ...], Field(min_length=1), Label(words(da="Dele af leverancen", en="Parts of the delivery"))
    ]
    reason: Annotated[Text, Label(words(da="Hvorfor en delaftale for sig", en="Why a lot of its own"))]


class Include(Value):
    """A clause in a template: which version, which texts, with what values and weight."""

    clause: Annotated[
        Slug,
        Ref(
            "clauses",
            out=words(da="Klausuler i skabelonen", en="Clauses in the template"),
            back=words(da="Skabeloner, der bruger klausulen", en="Templates that use the clause"),
        ),
        Label(words(da="Klausul", en="Clause"), example="slc-iop-003"),
    ]
    pin: Annotated[
        str,
        StringConstraints(pattern=r"^\d+\.\d+$"),
        Label(
            words(da="Fast version", en="Pinned version"),
            words(da="'1.0' tager alle 1.0.x.", en="'1.0' takes every 1.0.x."),
            example='"1.0"',
        ),
    ]
    variants: Annotated[tuple[Slug, ...], Field(min_length=1), Label(words(da="Tekster", en="Texts"), example="ts")]
    settings: Annotated[
        dict[Slug, Setting],
        Field(alias="values"),
        Label(words(da="Værdier", en="Values"), words(da="Felt: værdi.", en="Parameter: value.")),
    ] = {}
    weight: Annotated[
        dict[Slug, Percent],
        Label(
            words(da="Vægt i %", en="Weight in %"),
            words(
                da="Delaftale: vægt; 'all', når kontrakten ikke er delt op.", en="Lot: weight; 'all' when undivided."
            ),
        ),
    ] = {}


class Omission(Value):
    """A duty that the purchase may leave aside, and why it does."""

    duty: Annotated[Duty, Label(words(da="Pligt", en="Duty"))]
    reason: Annotated[Text, Label(words(da="Begrundelse", en="Reason"))]


class Bidder(Value):
    """An invented tenderer in the worked example."""

    name: Annotated[Line, Label(words(da="Navn", en="Name"), example="A")]
    price: Annotated[int, Field(gt=0), Label(words(da="Pris i kr.", en="Price in DKK"), example="1000000")]
    points: Annotated[dict[Slug, int], Label(words(da="Point pr. klausul", en="Points per clause"))] = {}


class Evaluation(Value):
    """How tenders are compared: a linear price model beside weighted quality points."""

    price_basis: Annotated[Text, Label(words(da="Hvad prisen er", en="What the price is"))]
    price_weight: Annotated[
        dict[Slug, Percent],
        Field(min_length=1),
        Label(
            words(da="Prisens vægt i %", en="Weight of price in %"),
            words(
                da="Delaftale: vægt; 'all', når kontrakten ikke er delt op.", en="Lot: weight; 'all' when undivided."
            ),
            example="all: 100",
        ),
    ]
    top: Annotated[int, Field(ge=1, le=100), Label(words(da="Højeste point", en="Highest points"), example="5")]
    spread: Annotated[
        int,
        Field(ge=1, le=300),
        Label(
            words(da="Prisspænd i %", en="Price spread in %"),
            words(
                da="Så mange procent over den laveste pris giver nul point.",
                en="A price this many percent above the lowest earns no points.",
            ),
            example="50",
        ),
    ]
    method: Annotated[tuple[Text, ...], Field(min_length=1), Label(words(da="Metode", en="Method"))]
    example_lot: Annotated[
        Slug, Label(words(da="Delaftale i regneeksemplet", en="Lot of the worked example"), example="all")
    ]
    example: Annotated[tuple[Bidder, ...], Field(min_length=2), Label(words(da="Regneeksempel", en="Worked example"))]


class Step(Value):
    """A step of the timetable; ``days`` counts calendar days from the step before."""

    title: Annotated[Text, Label(words(da="Trin", en="Step"))]
    days: Annotated[
        int,
        Field(ge=0, le=1000),
        Label(words(da="Dage efter forrige trin", en="Days after the last step"), example="30"),
    ]
    phase: Annotated[Phase | None, Label(words(da="Frist for", en="Deadline for"))] = None
    condition: Annotated[Condition, Label(words(da="Hvornår", en="When"))] = Condition.ORDINARY
    rule: Annotated[
        Slug | None,
        Ref(
            "rules",
            out=words(da="Regler bag tidsplan og skabelon", en="Rules behind timetable and template"),
            back=words(da="Skabeloner, der følger reglen", en="Templates that follow the rule"),
        ),
        Label(words(da="Regel", en="Rule")),
    ] = None


class CostKind(Choice):
    """How a cost counts over the years."""

    ONCE = "once", words(da="én gang", en="once")
    YEARLY = "yearly", words(da="hvert år", en="every year")
    ENERGY = "energy", words(da="energi hvert år", en="energy every year")
    END = "end", words(da="ved udløb", en="at the end")


class CostLine(Value):
    """A line of the life-cycle cost sheet."""

    key: Annotated[Slug, Label(words(da="Nøgle", en="Key"))]
    label: Annotated[Text, Label(words(da="Omkostning", en="Cost"))]
    kind: Annotated[CostKind, Label(words(da="Hvornår", en="When"))]
    filled_by: Annotated[Filler, Label(words(da="Udfyldes af", en="Filled in by"))]
    lots: Annotated[
        tuple[Slug, ...],
        Label(words(da="Delaftaler", en="Lots"), words(da="Tom for alle.", en="Empty for all.")),
    ] = ()


class LifeCycle(Value):
    """What the life-cycle cost sheet adds up, and over how long."""

    years: Annotated[int, Field(ge=1, le=40), Label(words(da="År", en="Years"), example="15")]
    discount: Annotated[
        float | None,
        Field(ge=0, le=15),
        Label(
            words(da="Kalkulationsrente i %", en="Discount rate in %"),
            words(da="Tom, når kommunen selv vælger den.", en="Empty when the municipality chooses it."),
        ),
    ] = None
    lines: Annotated[tuple[CostLine, ...], Field(min_length=1), Label(words(da="Omkostninger", en="Costs"))]


class Window(Value):
    """The days between which a tender is published and the last delivery made."""

    published: Annotated[
        dt.date,
        Label(words(da="Udbuddet offentliggøres tidligst", en="Published at the earliest"), example="2027-02-01"),
    ]
    delivered: Annotated[
        dt.date, Label(words(da="Leverancen slutter senest", en="Delivery ends at the latest"), example="2031-12-31")
    ]
