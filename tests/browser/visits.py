"""Opens a page as a first-time visitor and writes down what the browser asked for, said, refused and kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from .kinds import SitePage

VIEW = {"width": 1280, "height": 844}
TIMEOUT = 10_000
LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  (globalThis.hubViolations ??= []).push(`${event.effectiveDirective} refused ${event.blockedURI}`);
});
"""
KEPT = """
async () => [
  ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
  ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
  ...(await indexedDB.databases()).map((database) => `indexedDB ${database.name}`),
  ...(await caches.keys()).map((key) => `cache ${key}`),
  ...(await navigator.serviceWorker.getRegistrations()).map((worker) => `service worker ${worker.scope}`),
]
"""
RUN_INLINE = """
() => {
  const script = document.createElement("script");
  script.textContent = "globalThis.hubRan = true";
  document.body.append(script);
  const style = document.createElement("style");
  style.textContent = "body { outline: 7px solid }";
  document.body.append(style);
  return [globalThis.hubRan === true, getComputedStyle(document.body).outlineWidth === "7px"];
}
"""
POINTED_AT = """
() => [...document.querySelectorAll("link[rel~=preconnect], link[rel~=dns-prefetch], iframe, object, embed, portal")]
  .map((element) => element.outerHTML)
"""


@dataclass
class Visit:
    """What happened while a page was open; the lists grow as it happens."""

    where: str
    page: Page
    requests: list[tuple[str, str]] = field(default_factory=list)
    """Each address that was asked for, and what it was for (document, stylesheet, script, font, image, fetch …)."""
    failed: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def outside(self) -> list[str]:
        """Return the requests that went to another host than the page's own."""
        own = urlsplit(self.page.url).netloc
        return [
            address
            for address, _ in self.requests
            if urlsplit(address).scheme not in {"data", "blob"} and urlsplit(address).netloc != own
        ]

    def refused(self) -> list[str]:
        """Return what the content-security policy refused."""
        return list(self.page.evaluate("globalThis.hubViolations ?? []"))

    def kept(self) -> list[str]:
        """Return everything the page left on the reader's machine."""
        cookies = [f"cookie {cookie.get('name')}" for cookie in self.page.context.cookies()]
        return cookies + list(self.page.evaluate(KEPT))

    def faults(self) -> list[str]:
        """Return, in lines that name the page, all that a trustworthy page does not do."""
        return [
            f"{self.where}: {what}: {fault}"
            for what, found in (
                ("asked another host", self.outside()),
                ("points at another place", self.page.evaluate(POINTED_AT)),
                ("failed", self.failed),
                ("the console says", self.said),
                ("policy", self.refused()),
                ("keeps", self.kept()),
            )
            for fault in found
        ]


@dataclass(frozen=True)
class Record:
    """What a visit brought to light, once the page is closed."""

    page: SitePage
    requests: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]
    policy: str
    """The content-security policy that the page itself carries."""
    inline_script_ran: bool
    inline_style_took_effect: bool
    refused: tuple[str, ...]
    """What the policy refused, when something was planted that it must refuse."""


def _watch(context: BrowserContext, where: str) -> Visit:
    context.set_default_timeout(TIMEOUT)
    context.add_init_script(LISTEN)
    visit = Visit(where, context.new_page())
    context.on("request", lambda request: visit.requests.append((request.url, request.resource_type)))
    context.on(
        "response",
        lambda answer: visit.failed.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
    )
    context.on("requestfailed", lambda request: visit.failed.append(f"{request.failure} {request.url}"))
    context.on(
        "console",
        lambda message: (
            visit.said.append(f"{message.type} {message.text}") if message.type in {"error", "warning"} else None
        ),
    )
    context.on("weberror", lambda error: visit.said.append(f"exception {error.error}"))
    return visit


def record(site_page: SitePage, seen: Visit) -> Record:
    """Return what is to be kept of a visit; ends with the attempt to run something the policy must refuse."""
    requests, faults = tuple(seen.requests), tuple(seen.faults())
    found = seen.page.locator("meta[http-equiv='Content-Security-Policy' i]")
    policy = (found.first.get_attribute("content") if found.count() else "") or ""
    script, style = seen.page.evaluate(RUN_INLINE)
    return Record(site_page, requests, faults, policy, script, style, tuple(seen.refused()))


@contextmanager
def visit(browser: Browser, base: str, path: str, where: str) -> Iterator[Visit]:
    """Open a page with nothing kept from before, wait until it is idle, and keep it open while the block runs."""
    context = browser.new_context(viewport=VIEW, reduced_motion="reduce")  # type: ignore[arg-type]
    try:
        seen = _watch(context, where)
        seen.page.goto(base + path)
        seen.page.evaluate("() => new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle)))")
        yield seen
    finally:
        context.close()


def visit_all(browser: Browser, base: str, pages: Sequence[SitePage]) -> tuple[Record, ...]:
    """Return what a first visit to each page brought to light."""
    records = []
    for one in pages:
        with visit(browser, base, one.path, one.name) as seen:
            records.append(record(one, seen))
    return tuple(records)
