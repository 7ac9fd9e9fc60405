"""``security.txt`` (RFC 9116): whom to tell about a hole in the site, where those who look for holes expect it."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

from .. import urls
from ..model import Artefact, Library
from ..settings import Settings

PATH = ".well-known/security.txt"
LASTS = timedelta(days=365)
"""How long the file may be trusted; each publishing renews it, and the standard advises no more than a year."""


def export(library: Library) -> Iterator[Artefact]:
    """Yield the file, or nothing while the operator has set no address: without a contact it would be invalid."""
    if library.settings.email:
        yield Artefact(PATH, lambda: security_txt(library.settings), f"{library.digest}:{PATH}")


def security_txt(settings: Settings) -> str:
    """Return the file's text; ``settings.email`` must be set."""
    fields = {
        "Contact": f"mailto:{quote(settings.email, safe='@+')}",
        "Expires": f"{(settings.today + LASTS).isoformat()}T00:00:00Z",
        "Preferred-Languages": ", ".join(settings.languages),
    }
    # The standard allows no other scheme here, and a preview on localhost has no lasting address.
    if settings.site_url.startswith("https://"):
        fields["Canonical"] = urls.absolute(PATH, settings)
    return "".join(f"{name}: {value}\n" for name, value in fields.items())
