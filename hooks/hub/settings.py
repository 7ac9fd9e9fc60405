"""The operator's own details: one block in ``mkdocs.yml``, overridden by ``HUB_*`` variables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from .problem import Problem

LOCAL = "http://localhost:8000/"
REVIEW_NOTICE, REVIEW_OVERDUE = timedelta(days=335), timedelta(days=365)
"""How old the accessibility review may be before editors are told, and before readers are: 11 and 12 months."""
NO_SIGN_UP = "none"
"""What ``HUB_JOIN_URL`` says when the operator has decided that there is no sign-up."""

_DIRTY = "-dirty"
"""What ``git describe`` ends with when files differ from the commit."""
_COMMIT = re.compile(rf"[0-9a-f]{{7,40}}({_DIRTY})?")

_VARIABLES = {
    "name": "HUB_NAME",
    "site_url": "HUB_SITE_URL",
    "repo_url": "HUB_REPO_URL",
    "email": "HUB_EMAIL",
    "join_url": "HUB_JOIN_URL",
}


@dataclass(frozen=True)
class Settings:
    """Who runs this hub and where; an empty string means that the operator has not said."""

    name: str
    languages: tuple[str, ...]
    site_url: str = LOCAL
    repo_url: str = ""
    email: str = ""
    join_url: str = ""
    network: str = ""
    """The slug of the organisation entry that tells of the network itself."""
    accessibility_reviewed: date | None = None
    """When a person last went through the site's accessibility."""
    today: date = date(1970, 1, 1)
    publish: bool = False
    commit: str = ""
    """From which commit the site is built, as ``git describe --always --dirty`` says it; empty when nobody knows."""

    @property
    def committed(self) -> str:
        """Return the commit alone, without the mark that files differ from it."""
        return self.commit.removesuffix(_DIRTY)

    @property
    def uncommitted(self) -> bool:
        """Tell whether files differ from the commit."""
        return self.commit.endswith(_DIRTY)

    @property
    def review_overdue(self) -> bool:
        """Tell whether the accessibility review is more than twelve months old, or was never made."""
        return self.accessibility_reviewed is None or self.today - self.accessibility_reviewed > REVIEW_OVERDUE

    @property
    def first_language(self) -> str:
        """Return the language that lives at the root of the site."""
        return self.languages[0]


def today(environ: Mapping[str, str]) -> date:
    """Return the day that the hub takes as today: ``HUB_TODAY`` (YYYY-MM-DD), else the present day in UTC.

    Raises ValueError for a ``HUB_TODAY`` that is not a date.
    """
    written = environ.get("HUB_TODAY")
    return date.fromisoformat(written) if written else datetime.now(UTC).date()


def read_settings(
    block: Mapping[str, Any], environ: Mapping[str, str], name: str = "mkdocs.yml"
) -> tuple[Settings, list[Problem]]:
    """Return the settings from the ``extra.hub`` block and the environment, and what is wrong with them."""
    problems: list[Problem] = []
    values = {
        field: str(environ.get(variable) or block.get(field) or "").strip() for field, variable in _VARIABLES.items()
    }
    languages = tuple(str(code) for code in block.get("languages") or ())
    if not languages:
        problems.append(
            Problem(name, 1, "setting", "extra.hub.languages is missing; list at least one, such as [da, en]")
        )
    try:
        day = today(environ)
    except ValueError:
        day = datetime.now(UTC).date()
        problems.append(
            Problem(name, 1, "setting", f"HUB_TODAY is '{environ['HUB_TODAY']}'; write a date such as 2026-11-23")
        )
    for field in ("site_url", "repo_url", "join_url"):
        wanted = values[field]
        if (
            wanted
            and not wanted.startswith(("https://", "http://"))
            and not (field == "join_url" and wanted == NO_SIGN_UP)
        ):
            message = f"{_VARIABLES[field]} is '{wanted}'; write a whole address that begins with https://"
            problems.append(Problem(name, 1, "setting", message))
    reviewed = block.get("accessibility_reviewed")
    if reviewed is not None and not isinstance(reviewed, date):
        message = f"extra.hub.accessibility_reviewed is '{reviewed}'; write a date such as 2026-11-23"
        problems.append(Problem(name, 1, "setting", message))
        reviewed = None
    if reviewed is not None and day - reviewed > REVIEW_NOTICE:
        message = (
            f"the accessibility of the site was last gone through on {reviewed}; "
            "do it again and set extra.hub.accessibility_reviewed"
        )
        problems.append(Problem(name, 1, "accessibility-review", message, notice=True))
    commit = environ.get("HUB_COMMIT", "").strip()
    if commit and not _COMMIT.fullmatch(commit):
        message = (
            f"HUB_COMMIT is '{commit}'; write what 'git describe --always --dirty' says, such as abc1234, or nothing"
        )
        problems.append(Problem(name, 1, "setting", message))
        commit = ""
    publish = environ.get("HUB_PUBLISH") == "1"
    if publish:
        problems.extend(
            Problem(
                name,
                1,
                "setting",
                f"a publishing build needs {variable}; set it, or extra.hub.{field}, and build again",
            )
            for field, variable in _VARIABLES.items()
            if not values[field]
        )
    site_url = (values["site_url"] or LOCAL).rstrip("/") + "/"
    settings = Settings(
        name=values["name"],
        languages=languages or ("en",),
        site_url=site_url,
        repo_url=values["repo_url"].rstrip("/"),
        email=values["email"],
        join_url=values["join_url"],
        network=str(block.get("network") or ""),
        accessibility_reviewed=reviewed,
        today=day,
        publish=publish,
        commit=commit,
    )
    return settings, problems


def settings_block(config_file: Path) -> Mapping[str, Any]:
    """Return ``extra.hub`` of a MkDocs configuration, leaving aside the tags that only the engine understands."""

    class Plain(yaml.SafeLoader):
        pass

    Plain.add_multi_constructor("", lambda *_: None)
    if not config_file.is_file():
        return {}
    loaded = yaml.load(config_file.read_text(encoding="utf-8"), Loader=Plain)
    extra = (loaded or {}).get("extra") or {}
    block = extra.get("hub") or {}
    return block if isinstance(block, dict) else {}
