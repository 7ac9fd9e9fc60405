"""Needs: what cities and public bodies have said they want solved, so that suppliers and neighbours can answer."""

from typing import Annotated

from pydantic import Field

from ..evidence import Address, Claim, Place
from ..fields import Fields
from ..model import ContentType, Facet, Names
from ..vocabulary import Choice, Label, PartialDate, Ref, Slug, words


class State(Choice):
    """How far a need has come, as far as a source tells."""

    EXPECTED = "expected", words(da="ventes", en="expected")
    OPEN = "open", words(da="åbent", en="open")
    ONGOING = "ongoing", words(da="i gang", en="ongoing")
    UNCERTAIN = "uncertain", words(da="i gang eller afsluttet", en="ongoing or ended")
    STATED = "stated", words(da="udtrykt behov", en="need expressed")
    PROTOTYPE = "prototype", words(da="prototype leveret", en="prototype delivered")
    DELIVERED = "delivered", words(da="løst", en="solved")
    AWARDED = "awarded", words(da="kontrakt tildelt", en="contract awarded")
    CLOSED = "closed", words(da="afsluttet", en="closed")


STILL_OPEN = (State.EXPECTED, State.OPEN, State.ONGOING, State.UNCERTAIN, State.STATED)
"""The states in which an answer may still be of use."""


class Owner(Claim):
    """Who has the need."""

    organisation: Annotated[
        Slug | None,
        Ref(
            "organisations",
            out=words(da="Hvem har behovet", en="Who has the need"),
            back=words(da="Behov, organisationen har meldt ud", en="Needs the organisation has published"),
        ),
        Label(words(da="Organisation", en="Organisation")),
    ] = None


class Need(Fields):
    """A need that its owner has published."""

    state: Annotated[State, Label(words(da="Status", en="Status"))]
    owners: Annotated[
        tuple[Owner, ...], Field(min_length=1), Label(words(da="Hvem har behovet", en="Who has the need"))
    ]
    place: Annotated[Place | None, Label(words(da="Sted", en="Place"))] = None
    published: Annotated[PartialDate | None, Label(words(da="Meldt ud", en="Published"), example="2026-05")] = None
    deadline: Annotated[PartialDate | None, Label(words(da="Frist", en="Deadline"), example="2026-12-01")] = None
    status: Annotated[Claim, Label(words(da="Status, uddybet", en="Status in detail"))]
    answer: Annotated[
        Claim,
        Label(
            words(da="Sådan kan man svare", en="How to answer"),
            words(da="Hvem man går til, eller hvorfor det er for sent.", en="Whom to turn to, or why it is too late."),
        ),
    ]
    wanted: Annotated[
        tuple[Claim, ...], Field(min_length=1), Label(words(da="Hvad der ønskes løst", en="What is to be solved"))
    ]
    facts: Annotated[tuple[Claim, ...], Label(words(da="Baggrund", en="Background"))] = ()
    outcomes: Annotated[tuple[Claim, ...], Label(words(da="Hvad kom der ud af det", en="What came of it"))] = ()
    site: Annotated[Address | None, Label(words(da="Websted", en="Website"))] = None
    solutions: Annotated[
        tuple[Slug, ...],
        Ref(
            "solutions",
            out=words(da="Svar, som en kilde nævner", en="Answers that a source names"),
            back=words(da="Behov, som løsningen svarede på", en="Needs the solution answered"),
        ),
        Label(
            words(da="Løsninger", en="Solutions"),
            words(da="Kun dem, en kilde knytter til behovet.", en="Only those that a source ties to the need."),
        ),
    ] = ()
    cases: Annotated[
        tuple[Slug, ...],
        Ref("cases", out=words(da="Cases", en="Cases"), back=words(da="Behovet bag", en="The need behind it")),
        Label(
            words(da="Cases", en="Cases"),
            words(da="Cases, der handler om netop dette behov.", en="Cases about this very need."),
        ),
    ] = ()
    labs: Annotated[
        tuple[Slug, ...],
        Ref(
            "labs", out=words(da="Testmiljøer", en="Labs"), back=words(da="Behov i testmiljøet", en="Needs at the lab")
        ),
        Label(
            words(da="Testmiljøer", en="Labs"),
            words(da="Kun dem, en kilde knytter til behovet.", en="Only those that a source ties to the need."),
        ),
    ] = ()
    standards: Annotated[
        tuple[Slug, ...],
        Ref(
            "standards",
            out=words(da="Standarder, der passer til behovet", en="Standards that fit the need"),
            back=words(da="Behov, standarden passer til", en="Needs the standard fits"),
        ),
        Label(
            words(da="Standarder", en="Standards"), words(da="Redaktionens vurdering.", en="The editors' judgement.")
        ),
    ] = ()


def _order(fields: Fields) -> int:
    assert isinstance(fields, Need)
    return list(State).index(fields.state)


TYPE = ContentType(
    name="needs",
    fields=Need,
    names={
        "da": Names("behov", "Behov", "behov", "Hvad byer og myndigheder selv har sagt, at de vil have løst."),
        "en": Names("need", "Needs", "needs", "What cities and public bodies have said they want solved."),
    },
    group="activities",
    facets=(Facet("state", words(da="Status", en="Status"), ("state",)),),
    order=_order,
    telling=(("state",), ("place", "city")),
)
