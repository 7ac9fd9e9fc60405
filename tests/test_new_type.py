"""A content type is added in three places, as the README says, and everything else follows."""

import json
import shutil
from pathlib import Path

from conftest import ROOT, copy_hub, run
from lxml import html

TYPE = '''"""Recipes: a type that only this test knows."""

from typing import Annotated

from hub.fields import Fields
from hub.model import ContentType, Facet, Names
from hub.vocabulary import Choice, Label, Ref, Slug, words


class Taste(Choice):
    """How it tastes."""

    SWEET = "sweet", words(da="sød", en="sweet")


class Recipe(Fields):
    """A recipe."""

    taste: Annotated[Taste, Label(words(da="Smag", en="Taste"))]
    standards: Annotated[
        tuple[Slug, ...],
        Ref("standards", out=words(da="Brød", en="Loaves"), back=words(da="Opskrifter", en="Recipes that use it")),
        Label(words(da="Brød", en="Loaves")),
    ] = ()


TYPE = ContentType(
    name="recipes",
    fields=Recipe,
    names={
        "da": Names("opskrift", "Opskrifter", "opskrifter", "Sådan bages."),
        "en": Names("recipe", "Recipes", "recipes", "How to bake."),
    },
    group="practice",
    facets=(Facet("taste", words(da="Smag", en="Taste"), ("taste",)),),
)
'''
ENTRY = """title: {en: Plain bun, da: Almindelig bolle}
summary: {en: A bun., da: En bolle.}
topics: [baking]
owner: the editors
added: 2020-01-01
checked: 2020-02-01
review_due: 2030-02-01
taste: sweet
standards: [loaf]
"""
VIEW = '{% extends "_entry.md.j2" %}\n{% block body %}\n\n## Bake it\n\n{% endblock %}\n'


def test_a_type_in_three_places(tmp_path: Path) -> None:
    hub = copy_hub(tmp_path / "hub")
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    core = tmp_path / "hooks" / "hub"
    (core / "types" / "recipes.py").write_text(TYPE)
    listing = core / "types" / "__init__.py"
    text = listing.read_text()
    listing.write_text(
        text.replace("from . import (\n", "from . import (\n    recipes,\n").replace(
            "    organisations.TYPE,\n", "    organisations.TYPE,\n    recipes.TYPE,\n"
        )
    )
    (core / "views" / "recipes.md.j2").write_text(VIEW)
    (hub / "content" / "recipes").mkdir()
    (hub / "content" / "recipes" / "bun.yml").write_text(ENTRY)
    config = hub / "mkdocs.yml"
    config.write_text(config.read_text().replace(f"{ROOT}/hooks", str(tmp_path / "hooks")))

    site = tmp_path / "site"
    paths = {"PYTHONPATH": str(tmp_path / "hooks")}
    result = run("mkdocs", "build", "--strict", "--site-dir", str(site), cwd=hub, **paths)
    assert result.returncode == 0, result.stderr

    for page, words in (("recipes/bun", ("sweet", "Loaf sizes")), ("da/opskrifter/bun", ("sød", "Brødstørrelser"))):
        tree = html.fromstring((site / page / "index.html").read_bytes())
        text = tree.xpath("string(//article)")
        assert all(word in text for word in (*words, "Bake it")), text
    assert "Plain bun" in (site / "recipes" / "index.html").read_text()
    menu = html.fromstring((site / "index.html").read_bytes()).xpath("//nav[@id='hub-menu']//a/text()")
    assert "Recipes" in menu
    loaf = html.fromstring((site / "standards" / "loaf" / "index.html").read_bytes())
    assert "Recipes that use it" in loaf.xpath("//h3/text()")
    assert "Plain bun" in (site / "topics" / "baking" / "index.html").read_text()
    data = json.loads((site / "api" / "v1" / "recipes" / "bun.json").read_text())
    assert data["fields"]["taste"] == "sweet"
    assert {kind["type"] for kind in json.loads((site / "api" / "v1" / "index.json").read_text())["types"]} >= {
        "recipes"
    }
    assert (site / "api" / "v1" / "schema" / "content" / "recipes.json").is_file()
    result = run("python", "-m", "hub.cli", "check", cwd=hub, **paths)
    assert result.stdout.startswith("35 entries read: 0 errors"), result.stdout + result.stderr
