"""Has Lighthouse look at a few pages of the built site, served as a web host serves them; run it as ``make audit``.

It reports and is no gate: its figures for speed vary with the machine. It prints a table, writes what it found to
``.build/audit.json``, and fails only when Lighthouse itself does.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from browser.chromium import QUIET_FLAGS, NoBrowserError, find_chromium
from browser.kinds import SitePage, page_kinds
from browser.server import read_headers, serve

ROOT = Path(__file__).parent.parent
LIGHTHOUSE = ROOT / "node_modules/.bin/lighthouse"
REPORT = ROOT / ".build" / "audit.json"
KINDS = ("home", "standards", "cases", "collection")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AIMS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


class AuditError(Exception):
    """Lighthouse did not run; the message says why."""


def run_lighthouse(address: str, chromium: str) -> dict[str, Any]:
    """Return Lighthouse's report on a page, as on a phone; raises AuditError."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        command = [str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={target}"]
        command += [f"--only-categories={','.join(CATEGORIES)}", "--no-enable-error-reporting"]
        command += [f"--chrome-flags=--headless {' '.join(QUIET_FLAGS)}"]
        environ = {**os.environ, "CHROME_PATH": chromium}
        result = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
        if result.returncode != 0 or not target.exists():
            raise AuditError(f"Lighthouse failed on {address}:\n{result.stderr[-2000:]}")
        report: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    if report.get("runtimeError"):
        raise AuditError(f"Lighthouse failed on {address}: {report['runtimeError'].get('message')}")
    return report


def patient_lighthouse(address: str, chromium: str) -> dict[str, Any]:
    """Return the report, asking once more when the first recording fails, as it does now and then."""
    try:
        return run_lighthouse(address, chromium)
    except AuditError:
        return run_lighthouse(address, chromium)


def summary(page: SitePage, report: dict[str, Any]) -> dict[str, Any]:
    """Return a page's figures and, for each aim that is missed, the audits that cost points."""
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    lost = {
        name: [
            f"{report['audits'][one['id']]['title']} ({report['audits'][one['id']].get('displayValue', '')})"
            for one in report["categories"][name]["auditRefs"]
            if one["weight"]
            and (report["audits"][one["id"]]["score"] or 0) < 0.9
            and report["audits"][one["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
        ]
        for name in CATEGORIES
        if scores[name] < AIMS[name]
    }
    return {"kind": page.kind, "language": page.language, "path": page.path, "scores": scores, "lost": lost}


def audit(site: Path, chromium: str) -> list[dict[str, Any]]:
    """Return the figures of every chosen page, telling each as it comes."""
    file = ROOT / "deploy" / "_headers"
    headers = read_headers(file.read_text(encoding="utf-8")) if file.exists() else ()
    chosen = [page for kind in KINDS for page in page_kinds(site) if page.kind == kind]
    found = []
    print(f"{'page':<48}" + "".join(f"{name:>16}" for name in CATEGORIES))
    with serve(site, headers, compress=True) as base:
        for page in chosen:
            one = summary(page, patient_lighthouse(base + page.path, chromium))
            found.append(one)
            print(
                f"{page.language} /{page.path:<44}" + "".join(f"{one['scores'][name]:>16}" for name in CATEGORIES),
                flush=True,
            )
            for name, audits in one["lost"].items():
                print(f"     {name} is below {AIMS[name]}: {'; '.join(audits) or 'small losses'}", flush=True)
    return found


def main() -> int:
    """Run the audit on ``site/``; return the exit status."""
    site = ROOT / "site"
    if not (site / "index.html").exists() or not LIGHTHOUSE.exists():
        print("Run 'make audit': it builds the site and installs Lighthouse first.", file=sys.stderr)
        return 2
    try:
        found = audit(site, find_chromium(os.environ))
    except (AuditError, NoBrowserError) as error:
        print(error, file=sys.stderr)
        return 1
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{len(found)} pages; details in {REPORT.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
