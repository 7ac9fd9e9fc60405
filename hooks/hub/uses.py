"""What part of a city's work an entry is about: finer than a topic, and the same words for a need and what answers it."""

from .vocabulary import Choice, words


class Use(Choice):
    """A part of a city's work."""

    LIGHTING = "lighting", words(da="vejbelysning", en="street lighting")
    TRAFFIC = "traffic", words(da="trafik", en="traffic")
    PARKING = "parking", words(da="parkering", en="parking")
    CHARGING = "charging", words(da="opladning af elbiler", en="EV charging")
    MOBILITY = "mobility", words(da="delt og kollektiv mobilitet", en="shared and public mobility")
    WASTE = "waste", words(da="affald", en="waste")
    WATER = "water", words(da="vand og klimatilpasning", en="water and climate adaptation")
    AIR = "air", words(da="luft og byklima", en="air and urban climate")
    BUILDINGS = "buildings", words(da="bygninger", en="buildings")
    ENERGY = "energy", words(da="energisystemet", en="the energy system")
    IOT = "iot", words(da="sensorer og netværk", en="sensors and networks")
    PLATFORM = "data-platform", words(da="dataplatforme", en="data platforms")
    SHARING = "data-sharing", words(da="datadeling", en="data sharing")
    OPEN_DATA = "open-data", words(da="åbne data", en="open data")
    TWINS = "digital-twins", words(da="digitale tvillinger", en="digital twins")
    AI = "ai", words(da="kunstig intelligens", en="artificial intelligence")
    SERVICES = "citizen-services", words(da="borgerservice", en="citizen services")
    WELFARE = "welfare", words(da="velfærd og sundhed", en="welfare and health")
    PARTICIPATION = "participation", words(da="borgerinddragelse", en="citizen participation")
    SECURITY = "security", words(da="sikkerhed og privatliv", en="security and privacy")
    INDEPENDENCE = "independence", words(da="uafhængighed af leverandører", en="vendor independence")
    PROCUREMENT = "procurement", words(da="indkøb og markedsdialog", en="procurement and market dialogue")
    SKILLS = "skills", words(da="kompetencer", en="skills")
    FUNDING = "funding", words(da="støtte og finansiering", en="funding")


BROAD = frozenset({Use.PROCUREMENT, Use.SKILLS, Use.FUNDING})
"""Parts that cut across all others, and so say less about whether two entries fit."""
