"""The adapter: hands what the hub makes to MkDocs. The one file of ours that imports the engine.

Events, in the order MkDocs calls them: ``on_config`` loads and checks the content (nothing is written if it has
errors), ``on_files`` adds the artefacts, ``on_nav`` makes one navigation per language, ``on_page_context`` and
``on_template_context`` give the theme its words and links.
"""

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from hub import markup, urls
from hub.asides import put_back, set_aside
from hub.exports import artefacts
from hub.keeping import cache_folder
from hub.load import load
from hub.model import Artefact, Entry, Library
from hub.nav import footer, navigation
from hub.policy import META_POLICY, REFERRER_POLICY
from hub.problem import errors_in
from hub.render import block_names
from hub.search import index_site
from hub.search_records import records
from hub.settings import read_settings
from hub.stage import content_of
from hub.types import TYPES
from hub.wording import Wording, read_wording

NOTICES = 20
"""How many notices a build prints; editors read the rest with ``hub check``."""


@dataclass(frozen=True)
class _Build:
    """What one build carries from event to event; it hangs on the configuration, which is made anew for each build."""

    library: Library
    wordings: dict[str, Wording]
    meta: dict[str, Any]
    context: dict[str, dict[str, Any]]
    served: bool
    asides: dict[str, tuple[str, ...]]


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the content; on errors, tell them all and stop before anything is written."""
    root = Path(config.config_file_path).parent
    settings, problems = read_settings(config.extra.get("hub") or {}, os.environ)
    served = bool(config.site_url)
    if served:  # set by `mkdocs serve`, which knows its own address
        settings = replace(settings, site_url=str(config.site_url))
    config.site_url = settings.site_url
    config.site_name = settings.name
    library, found = load(root / "content", root / "docs", TYPES, settings, block_names())
    problems += found
    errors = errors_in(problems)
    for problem in errors or problems[:NOTICES]:
        print(problem, file=sys.stderr)
    if not errors and len(problems) > NOTICES:
        print(f"… and {len(problems) - NOTICES} more notices; 'hub check' lists them all", file=sys.stderr)
    if errors:
        raise Abort(f"{len(errors)} errors in the content; nothing was built. Mend the lines above and build again.")
    config.markdown_extensions = list(markup.EXTENSIONS)
    config.mdx_configs = {name: dict(values) for name, values in markup.extension_configs().items()}
    wordings = {code: read_wording(code) for code in settings.languages}
    config.extra["hub_build"] = _Build(
        library, wordings, {}, {code: _theme_context(library, wordings, code) for code in wordings}, served, {}
    )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the hand-written pages by their rendered form, and add every other artefact."""
    build: _Build = config.extra["hub_build"]
    settings = build.library.settings
    for file in list(files.documentation_pages()):
        if file.src_uri.split("/", 1)[0] in settings.languages:
            files.remove(file)
    root = Path(config.config_file_path).parent
    for artefact in artefacts(build.library, cache_folder(root)):
        files.append(_file(artefact, config))
        build.meta[artefact.path] = artefact.meta
    config.nav = [
        {
            code: [
                {urls.home_path(code, settings): urls.home_path(code, settings)},
                *(
                    {group.title: [{item.title: item.path} for item in group.entries]}
                    for group in navigation(build.library, wording)
                ),
                {"footer": [{item.title: item.path} for item in footer(build.library, wording)]},
            ]
        }
        for code, wording in build.wordings.items()
    ]
    return files


def _file(artefact: Artefact, config: MkDocsConfig) -> File:
    inclusion = InclusionLevel.NOT_IN_NAV if artefact.path.endswith(".md") else InclusionLevel.INCLUDED
    return File.generated(config, artefact.path, content=content_of(artefact), inclusion=inclusion)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Cut the navigation into one per language, and give each entry its parent and neighbours."""
    build: _Build = config.extra["hub_build"]
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.parent = file.page.previous_page = file.page.next_page = None
    for section in nav.items:
        if isinstance(section, Section):
            pages = [page for page in nav.pages if build.meta[page.file.src_uri]["lang"] == section.title]
            for item in section.children:
                item.parent = None
            build.context[section.title]["nav"] = Navigation(section.children, pages)
    for path, meta in build.meta.items():
        page = _page(files, path)
        if page is not None:
            page.parent = _page(files, meta.get("parent")) or page.parent  # type: ignore[assignment]
            page.previous_page = _page(files, (meta.get("previous") or {}).get("path"))
            page.next_page = _page(files, (meta.get("next") or {}).get("path"))
    return nav


def _page(files: Files, path: str | None) -> Page | None:
    file = files.get_file_from_path(path) if path else None
    return file.page if file else None


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Leave out the blank lines that the theme's own tags would leave in every page."""
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the parser from reading HTML that is finished already."""
    text, blocks = set_aside(markdown)
    config.extra["hub_build"].asides[page.file.src_uri] = blocks
    return text


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the finished HTML back."""
    return put_back(html, config.extra["hub_build"].asides.pop(page.file.src_uri))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give the theme the words, navigation and addresses of the page's own language."""
    build: _Build = config.extra["hub_build"]
    meta = build.meta.get(page.file.src_uri, {})
    language = str(meta.get("lang", build.library.settings.first_language))
    # The live preview adds a script of its own to each page, which the policy would refuse.
    policy = "" if build.served else META_POLICY
    return {**context, **build.context[language], "alternates": meta.get("alternates") or {}, "policy": policy}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give pages without a source, such as the page for a lost reader, the words of the first language."""
    build: _Build = config.extra["hub_build"]
    return {**context, **build.context[build.library.settings.first_language], "alternates": {}, "policy": META_POLICY}


def _theme_context(library: Library, wordings: dict[str, Wording], language: str) -> dict[str, Any]:
    """Return what every page of one language shares; made once per build."""
    settings, wording = library.settings, wordings[language]
    network = library.entries.get(("organisations", settings.network))
    return {
        "w": wording.words,
        "hub": settings,
        "lang_code": language,
        "wordings": {code: each.words for code, each in wordings.items()},
        "groups": navigation(library, wording),
        "footer_items": footer(library, wording),
        "search_address": urls.address(urls.search_page_path(library, language)),
        "home_address": urls.address(urls.home_path(language, settings)),
        "homes": {code: urls.address(urls.home_path(code, settings)) for code in wordings},
        "address": urls.address,
        "site_root": settings.site_url,
        "referrer_policy": REFERRER_POLICY,
        "network": network,
        "network_summary": network.fields.summary.said(language)[0] if network else "",
        "built": str(wording.words["built"]).format(date=wording.date(settings.today)),
        "commit_address": urls.commit_address(settings),
        "partners": _partners(library, network, language),
        "network_href": urls.address(urls.entry_path(network, language, settings)) if network else "",
    }


def _partners(library: Library, network: Entry | None, language: str) -> list[dict[str, str]]:
    """Return the network's partners as (title, address), for the foot of every page."""
    slugs = getattr(network.fields, "partners", ()) if network else ()
    found = [library.entries["organisations", slug] for slug in slugs]
    return [
        {
            "title": entry.fields.title.said(language)[0],
            "address": urls.address(urls.entry_path(entry, language, library.settings)),
        }
        for entry in found
    ]


def on_post_build(config: MkDocsConfig) -> None:
    """Index the built site for search; the edit loop of the live preview goes without, and so does HUB_SEARCH=off."""
    build: _Build = config.extra["hub_build"]
    if not build.served and os.environ.get("HUB_SEARCH") != "off":
        index_site(Path(config.site_dir), records(build.library))
