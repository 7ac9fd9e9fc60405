"""Finds a Chromium or Chrome, or gets one, so that a gate that needs a browser runs everywhere or fails in plain words."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
# No page may reach another host; should one try, the name leads nowhere and the attempt is still seen.
FLAGS = (*QUIET_FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")

MISSING = (
    "The browser tests need Chromium or Chrome, none was found, and none could be installed. Install one (on Debian: "
    "apt install chromium) or point HUB_CHROMIUM at one, then run the tests again."
)


class NoBrowserError(Exception):
    """There is no browser on this machine and none could be installed; the message says what to do."""


def starts(path: str) -> bool:
    """Tell whether the file is a browser that starts; on some systems the name only asks for a package."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def own_build() -> str:
    """Return where Playwright keeps, or would keep, its own Chromium."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def candidates(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield the browsers that may be on this machine, the one that was asked for first."""
    if environ.get("HUB_CHROMIUM"):
        yield environ["HUB_CHROMIUM"]
    for name in NAMES:
        if found := shutil.which(name, path=environ.get("PATH", os.defpath)):
            yield found


def installers(root: bool) -> Iterator[list[str]]:
    """Yield the commands that may bring a browser, the one that needs no rights first."""
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
    if root and shutil.which("apt-get"):
        yield ["sh", "-c", "apt-get update -q && apt-get install -y -q --no-install-recommends chromium"]


def find_chromium(environ: Mapping[str, str], install: bool = True) -> str:
    """Return the path of a browser that starts; raises NoBrowserError."""
    wanted = environ.get("HUB_CHROMIUM")
    if wanted and not starts(wanted):
        raise NoBrowserError(f"HUB_CHROMIUM is '{wanted}', which does not start; name a Chromium or Chrome.")
    found = next((path for path in candidates(environ) if starts(path)), None)
    if found:
        return found
    own = own_build()
    if Path(own).exists() and starts(own):
        return own
    for command in installers(os.geteuid() == 0) if install else ():
        print(f"No browser was found; trying: {' '.join(command)}", file=sys.stderr)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        found = next((path for path in (own, *candidates(environ)) if starts(path)), None)
        if found:
            return found
    raise NoBrowserError(MISSING)
