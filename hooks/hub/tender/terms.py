"""The terms that clauses, templates and rules share, so that a word such as 'mindstekrav' has one home."""

import datetime as dt
from typing import Annotated

from pydantic import StringConstraints

from ..vocabulary import Choice, Label, Line, Text, Value, words


class Obligation(Choice):
    """What happens when a tender does not meet a requirement."""

    MINIMUM = "minimum", words(da="mindstekrav", en="minimum requirement")
    EVALUATED = "evaluated", words(da="evalueret krav", en="evaluated requirement")
    OPTION = "option", words(da="option", en="option")


class Ambition(Choice):
    """How far a requirement goes, whatever its obligation."""

    BASIC = "basic", words(da="basis", en="basic")
    ADVANCED = "advanced", words(da="avanceret", en="advanced")
    LEADING = "leading", words(da="førende", en="leading")


class TextKind(Choice):
    """What a clause's text is in law."""

    SELECTION = "selection", words(da="egnethed og udvælgelse", en="selection")
    SPECIFICATION = "technical-specification", words(da="teknisk specifikation", en="technical specification")
    AWARD = "award", words(da="tildelingskriterium", en="award criterion")
    PERFORMANCE = "contract-performance", words(da="kontraktvilkår", en="contract performance condition")
    PROCESS = "process", words(da="proceskrav", en="process rule")


class DocumentKind(Choice):
    """A file that a template yields; the value is also its name in the address."""

    REQUIREMENTS = "requirement-specification", words(da="Kravspecifikation", en="Requirement specification")
    CONDITIONS = "tender-conditions", words(da="Udbudsbetingelser", en="Tender conditions")
    CONTRACT = "contract-annex", words(da="Kontraktbilag", en="Contract annex")
    TESTS = "acceptance-test-plan", words(da="Plan for overtagelsesprøve", en="Acceptance test plan")
    WORKBOOK = (
        "compliance-and-evaluation",
        words(da="Kravmatrix, evaluering og livscyklusomkostninger", en="Compliance, evaluation and life-cycle cost"),
    )


class Theme(Choice):
    """What a clause is about."""

    DATA = "data", words(da="Dataejerskab og -adgang", en="Data ownership and access")
    INTERFACES = "interfaces", words(da="Interoperabilitet og API'er", en="Interoperability and APIs")
    SECURITY = "security", words(da="Sikkerhed", en="Security")
    PRIVACY = "privacy", words(da="Databeskyttelse", en="Privacy")
    EXIT = "exit", words(da="Exit og portabilitet", en="Exit and portability")
    SERVICE = "service", words(da="Driftsmål og service", en="Service levels and operations")
    LIFE_CYCLE = "life-cycle", words(da="Livscyklus og bæredygtighed", en="Life cycle and sustainability")
    ACCESSIBILITY = "accessibility", words(da="Tilgængelighed", en="Accessibility")
    AI = "ai", words(da="Kunstig intelligens", en="Artificial intelligence")
    TESTING = "testing", words(da="Test og overtagelse", en="Testing and acceptance")
    PROCESS = "process", words(da="Innovation, marked og proces", en="Innovation, market and process")


class Solution(Choice):
    """What kind of purchase a clause is written for."""

    ANY = "any", words(da="alle indkøb", en="any purchase")
    LIGHTING = "street-lighting", words(da="vejbelysning", en="street lighting")
    SENSORS = "sensors", words(da="sensorer og netværk", en="sensors and networks")
    MOBILITY = "mobility", words(da="trafik og mobilitet", en="traffic and mobility")
    PARKING = "parking", words(da="parkering", en="parking")
    PLATFORM = "platform", words(da="dataplatform", en="data platform")


class Component(Choice):
    """The part of a delivery that a text is about; a lot holds one or more."""

    LUMINAIRES = "luminaires", words(da="armaturer", en="luminaires")
    NODES = "nodes", words(da="styringsenheder", en="control nodes")
    NETWORK = "network", words(da="netværk og gateway", en="network and gateway")
    SOFTWARE = "software", words(da="centralt styresystem", en="central management system")
    INSTALLATION = "installation", words(da="montering", en="installation")
    OPERATION = "operation", words(da="drift og vedligehold", en="operation and maintenance")


class Trait(Choice):
    """A property of a purchase that brings duties with it."""

    PERSONAL_DATA = "personal-data", words(da="persondata behandles", en="personal data is processed")
    CONNECTED = "connected-products", words(da="forbundne produkter indgår", en="connected products are included")
    CLOUD = "cloud-services", words(da="cloudtjenester indgår", en="cloud services are included")
    PERSONS = "used-by-persons", words(da="mennesker bruger løsningen", en="people use the solution")


class Duty(Choice):
    """What a rule asks a tender to bring; a clause says which duties it meets."""

    PROCESSOR = "processor-agreement", words(da="databehandleraftale", en="data-processor agreement")
    CYBER = "cyber-resilience", words(da="cyberrobusthed", en="cyber resilience")
    DATA_ACCESS = "data-access", words(da="adgang til produktdata", en="access to product data")
    SWITCHING = "cloud-switching", words(da="skift af cloudtjeneste", en="cloud switching")
    ACCESSIBILITY = "accessibility", words(da="tilgængelighed", en="accessibility")
    EVALUATION = "evaluation-model", words(da="beskrevet evalueringsmodel", en="evaluation model described")


class Procedure(Choice):
    """The procedures of the Danish Public Procurement Act."""

    OPEN = "open", words(da="offentligt udbud", en="open procedure")
    RESTRICTED = "restricted", words(da="begrænset udbud", en="restricted procedure")
    NEGOTIATED = "negotiated", words(da="udbud med forhandling", en="competitive procedure with negotiation")
    DIALOGUE = "dialogue", words(da="konkurrencepræget dialog", en="competitive dialogue")
    INNOVATION = "innovation-partnership", words(da="innovationspartnerskab", en="innovation partnership")


class Phase(Choice):
    """What the market is given time for."""

    REQUESTS = "requests", words(da="ansøgninger om deltagelse", en="requests to participate")
    TENDERS = "tenders", words(da="tilbud", en="tenders")
    STANDSTILL = "standstill", words(da="standstill før kontrakt", en="standstill before the contract")


class Condition(Choice):
    """When a deadline may be used."""

    ORDINARY = "ordinary", words(da="normalt", en="normally")
    ELECTRONIC = (
        "electronic",
        words(da="når tilbud afgives elektronisk", en="when tenders are submitted electronically"),
    )
    PRIOR_NOTICE = "prior-notice", words(da="efter forhåndsmeddelelse", en="after a prior information notice")
    URGENT = "urgent", words(da="når det haster, og det er begrundet", en="in duly justified urgency")


class Buyer(Choice):
    """Who buys, as the thresholds tell buyers apart."""

    SUB_CENTRAL = "sub-central", words(da="kommune eller region", en="municipality or region")
    CENTRAL = "central", words(da="statslig myndighed", en="central government")
    UTILITY = "utility", words(da="forsyningsselskab", en="utility company")


class Purchase(Choice):
    """What is bought, as the thresholds tell purchases apart."""

    SUPPLIES_SERVICES = "supplies-services", words(da="varer og tjenesteydelser", en="supplies and services")
    WORKS = "works", words(da="bygge og anlæg", en="works")
    LIGHT = "light-regime", words(da="sociale og andre specifikke tjenester", en="social and other specific services")


class Status(Choice):
    """Where a clause or template stands."""

    DRAFT = "draft", words(da="udkast", en="draft")
    REVIEWED = "reviewed", words(da="gennemgået", en="reviewed")
    PUBLISHED = "published", words(da="udgivet", en="published")
    DEPRECATED = "deprecated", words(da="på vej ud", en="deprecated")
    WITHDRAWN = "withdrawn", words(da="trukket tilbage", en="withdrawn")


Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
"""Major for a changed meaning, minor for something added, patch for wording alone (semantic versioning)."""


class Release(Value):
    """One version and what changed with it."""

    version: Annotated[Version, Label(words(da="Version", en="Version"), example="1.0.0")]
    date: Annotated[dt.date, Label(words(da="Dato", en="Date"), example="2026-11-24")]
    text: Annotated[Text, Label(words(da="Hvad blev ændret", en="What changed"))]


class SignOff(Value):
    """Who stands behind a review."""

    name: Annotated[Line, Label(words(da="Navn", en="Name"))]
    role: Annotated[Text, Label(words(da="Stilling og firma", en="Position and firm"))]
    date: Annotated[dt.date, Label(words(da="Dato", en="Date"), example="2026-11-24")]


class Authorship(Value):
    """Who wrote a text and who has gone through it; without a lawyer's name it is not legally reviewed."""

    drafted_by: Annotated[Text, Label(words(da="Skrevet af", en="Drafted by"))]
    technical_review: Annotated[SignOff | None, Label(words(da="Teknisk gennemgang", en="Technical review"))] = None
    legal_review: Annotated[SignOff | None, Label(words(da="Juridisk gennemgang", en="Legal review"))] = None
