"""``hub links``: asks the hub's outside addresses whether they answer, and keeps the ledger of what they said."""

import datetime as dt
import sys
from pathlib import Path

import click

from ..model import Library
from ..outside import asking, summary
from ..outside.addresses import addresses
from ..outside.ledger import NAME, Ledger, Quarantine, read_ledger, written
from ..outside.page import link_page
from ..outside.since import added_since
from ..outside.updating import in_turn, looks_offline, quarantined, update
from ..reporting import report
from ..repository import GitError
from ..settings import LOCAL
from ..suggest import did_you_mean
from ..vocabulary import Text
from ..wording import read_wording
from .reading import content_option, library_or_stop, stop_on_errors, write_file

LONGEST = dt.timedelta(days=366)
"""How long a quarantine may last: one without an end would hide a dead link for good."""
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def links() -> None:
    """Ask outside addresses whether they answer, and keep the ledger of what was found."""


@links.command()
@click.argument("file", type=_FILE)
@content_option
def page(file: Path, content: Path) -> None:
    """Write FILE: one HTML page with each outside address once and the entries that use it, for LinkChecker."""
    uses = addresses(library_or_stop(content))
    write_file(file, link_page(uses, uses))
    click.echo(f"{len(uses)} addresses written to {file}")


@links.command()
@content_option
@click.option("--added-since", "base", metavar="GITREF", help="Only addresses that GITREF lacks; the ledger stays.")
@click.option("--ledger", "file", type=_FILE, help=f"The ledger to go by and to update [default: {NAME}].")
@click.option("--page", "page_file", type=_FILE, help="Keep the page that LinkChecker reads as this file.")
@click.option("--json", "json_file", type=_FILE, help="Write what was found as JSON to this file.")
@click.option("--markdown", "markdown_file", type=_FILE, help="Write what was found as Markdown to this file.")
@click.option("--format", "form", type=click.Choice(["text", "github"]), default="text", help="How to print.")
@click.option("--timeout", type=click.IntRange(1, 300), default=asking.TIMEOUT, show_default=True, help="Seconds.")
@click.option("--budget", type=click.FloatRange(0.1, 600), default=asking.BUDGET, show_default=True, help="Minutes.")
@click.option("--threads", type=click.IntRange(1, 20), default=asking.THREADS, show_default=True)
def check(
    content: Path,
    base: str | None,
    file: Path | None,
    page_file: Path | None,
    json_file: Path | None,
    markdown_file: Path | None,
    form: str,
    timeout: int,
    budget: float,
    threads: int,
) -> None:
    """Ask the addresses through LinkChecker. Exit 0 whatever they answer; 1: nothing could be asked; 2: wrong use."""
    library = library_or_stop(content)
    ledger = _ledger(content, file)
    uses = addresses(library)
    try:
        wanted = in_turn(uses if base is None else added_since(base, uses, content, content.parent / "docs"), ledger)
    except GitError as error:
        raise click.UsageError(f"--added-since '{base}': {error}") from error
    text = link_page(wanted, uses)
    if page_file:
        write_file(page_file, text)
    try:
        results = (
            asking.ask(text, wanted, _agent(library), timeout=timeout, budget=budget, threads=threads) if wanted else {}
        )
    except asking.AskingError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    if base is None and looks_offline(results):
        click.echo("most servers could not be reached: is this machine online? The ledger stays as it is", err=True)
        sys.exit(1)
    notices = sorted(summary.problems(results, uses))
    if form == "github":
        click.echo(report(notices, form, 0))
    else:
        click.echo("\n".join([*map(str, notices), f"{len(results)} of {len(wanted)} asked: {summary.counts(results)}"]))
    if json_file:
        write_file(json_file, summary.as_json(results, wanted, uses))
    if markdown_file:
        wording = read_wording(library.settings.first_language)
        write_file(markdown_file, summary.as_markdown(results, wanted, uses, wording))
    if base is None:
        _save(update(ledger, uses, results, library.settings.today), content, file)


@links.command()
@click.argument("address", metavar="URL")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day of the quarantine, such as 2026-12-31.")
@click.option("--reason", type=(str, str), multiple=True, metavar="LANGUAGE TEXT", help="Why; once per language.")
@click.option("--lift", is_flag=True, help="End the quarantine instead.")
@content_option
def quarantine(
    address: str, until: dt.datetime | None, reason: tuple[tuple[str, str], ...], lift: bool, content: Path
) -> None:
    """Tell nobody that URL fails until a given day, for a reason: --reason da "Siden bygges om"."""
    library = library_or_stop(content)
    known = addresses(library)
    if address not in known:
        near = did_you_mean(address, known)
        raise click.UsageError(f"'{address}' is linked to from nowhere in the hub{near or '; copy it from the entry'}")
    wanted = None if lift else _quarantine(until, reason, library)
    _save(quarantined(_ledger(content, None), address, wanted), content, None)


def _quarantine(until: dt.datetime | None, reason: tuple[tuple[str, str], ...], library: Library) -> Quarantine:
    today, languages = library.settings.today, library.settings.languages
    if until is None or not reason:
        raise click.UsageError('a quarantine needs --until DATE and --reason LANGUAGE "TEXT"; or write --lift')
    last = until.date()
    if not today <= last <= today + LONGEST:
        raise click.UsageError(f"--until {last}: give a day from {today} to {today + LONGEST}")
    said = {language: text.strip() for language, text in reason if text.strip()}
    unknown = [language for language in said if language not in languages]
    if unknown or not said:
        raise click.UsageError(f"--reason: begin with a language of this hub ({', '.join(languages)}), then the reason")
    return Quarantine(until=last, reason=Text(said))


def _agent(library: Library) -> str:
    """Return how the hub calls itself to the servers it asks, so that whoever runs them knows whom to write to."""
    site = library.settings.site_url
    return f"hub-links (+{site})" if site != LOCAL and site.isascii() else "hub-links"


def _ledger(content: Path, file: Path | None) -> Ledger:
    ledger, problems = read_ledger(content, file)
    stop_on_errors(problems, 0)
    return ledger


def _save(ledger: Ledger, content: Path, file: Path | None) -> None:
    place = file or content.parent / NAME
    write_file(place, written(ledger))
    dead = sum(state.dead for state in ledger.values())
    click.echo(f"{place}: {len(ledger)} addresses, {dead} dead")
