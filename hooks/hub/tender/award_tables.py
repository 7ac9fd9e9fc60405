"""The tables of award criteria and of the worked example, the same on the page and in the tender conditions."""

from ..office.document import Line, Table, plain
from .draft import Draft
from .passages import capital
from .scoring import scores, weights
from .template_checks import lot_keys


def weight_table(draft: Draft) -> Table:
    """Return the criteria with their weight in each lot; the template must have an evaluation."""
    evaluation, keys = draft.template.evaluation, lot_keys(draft.template)
    assert evaluation is not None
    header = (draft.word("table_criterion"), *(capital(draft.lot_name(key)) for key in keys))
    price = (
        plain(f"{draft.word('price')}: {draft.said(evaluation.price_basis)}"),
        *(_percent(draft, evaluation.price_weight.get(key)) for key in keys),
    )
    own = tuple(
        (
            plain(f"{one.clause.id} {draft.said(one.clause.title)}"),
            *(_percent(draft, one.include.weight.get(key)) for key in keys),
        )
        for one in draft.chosen
        if one.include.weight
    )
    share = 40 // len(keys)
    return Table(header, (price, *own), (100 - share * len(keys), *[share] * len(keys)))


def score_table(draft: Draft) -> Table:
    """Return the worked example; the template must have an evaluation."""
    evaluation = draft.template.evaluation
    assert evaluation is not None
    ids = {one.entry.slug: one.clause.id for one in draft.chosen}
    slugs = list(weights(draft.template, evaluation.example_lot))
    header = (
        draft.word("example_bidder"), draft.word("example_price"), draft.word("example_price_points"),
        *(ids.get(slug, slug) for slug in slugs), draft.word("example_total"),
    )  # fmt: skip
    number = draft.wording.number
    rows = tuple(
        tuple(
            plain(text)
            for text in (
                score.bidder.name, number(score.bidder.price), number(score.price_points),
                *(number(score.bidder.points[slug]) for slug in slugs), number(score.total),
            )
        )
        for score in scores(draft.template)
    )  # fmt: skip
    share = 100 // len(header)
    return Table(header, rows, (100 - share * (len(header) - 1), *[share] * (len(header) - 1)))


def _percent(draft: Draft, weight: int | None) -> Line:
    return plain(draft.word("weight", weight=weight) if weight else "–")
