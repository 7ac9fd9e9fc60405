"""Glossary terms: a word of the trade and what it means, shown where a text first uses it."""

from typing import Annotated

from ..evidence import Confidence
from ..fields import Fields
from ..model import ContentType, Facet, Names
from ..vocabulary import Choice, Keywords, Label, Ref, Slug, words


class Category(Choice):
    """What kind of word it is."""

    TECHNOLOGY = "technology", words(da="teknologi", en="technology")
    STANDARD = "standard", words(da="standard", en="standard")
    PROCUREMENT = "procurement", words(da="udbud", en="procurement")
    LAW = "law", words(da="jura", en="law")
    METHOD = "method", words(da="metode", en="method")
    BUSINESS = "business", words(da="forretning", en="business")


class Term(Fields):
    """A term; its title is the word, its summary the meaning."""

    category: Annotated[Category, Label(words(da="Type", en="Type"))]
    confidence: Annotated[Confidence, Label(words(da="Hvor sikkert", en="How certain"))] = Confidence.GENERAL
    forms: Annotated[
        Keywords | None,
        Label(
            words(da="Former i tekster", en="Forms in texts"),
            words(
                da="Bøjninger og forkortelser, der også skal forklares: gatewayen, IoT.",
                en="Inflections and abbreviations to explain as well: gateways, IoT.",
            ),
        ),
    ] = None
    related: Annotated[
        tuple[Slug, ...],
        Ref(
            "glossary",
            out=words(da="Beslægtede ord", en="Related terms"),
            back=words(da="Beslægtede ord", en="Related terms"),
        ),
        Label(words(da="Beslægtede ord", en="Related terms")),
    ] = ()
    standards: Annotated[
        tuple[Slug, ...],
        Ref(
            "standards",
            out=words(da="Standarder", en="Standards"),
            back=words(da="Ord i ordlisten", en="Terms in the glossary"),
        ),
        Label(words(da="Standarder", en="Standards")),
    ] = ()
    rules: Annotated[
        tuple[Slug, ...],
        Ref("rules", out=words(da="Regler", en="Rules"), back=words(da="Ord i ordlisten", en="Terms in the glossary")),
        Label(words(da="Regler", en="Rules")),
    ] = ()
    models: Annotated[
        tuple[Slug, ...],
        Ref(
            "business-models",
            out=words(da="Forretningsmodeller", en="Business models"),
            back=words(da="Ord i ordlisten", en="Terms in the glossary"),
        ),
        Label(words(da="Forretningsmodeller", en="Business models")),
    ] = ()


TYPE = ContentType(
    name="glossary",
    fields=Term,
    names={
        "da": Names("ord", "Ordliste", "ordliste", "Fagord forklaret kort, så både jurister og teknikere er med."),
        "en": Names("term", "Glossary", "glossary", "Terms of the trade in short, for lawyers and engineers alike."),
    },
    group="knowledge",
    facets=(Facet("category", words(da="Type", en="Type"), ("category",)),),
    telling=(("category",),),
)
