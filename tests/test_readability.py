"""How hard a text is to read: worked out by hand, in both languages, and told only when there is something to tell."""

from statistics import median

import pytest

from hub.model import Library
from hub.readability import LIMIT, SMALLEST, level, lix, readability_notice

# 10 words, of which Kommunerne, standarder and sensorer have more than six letters: LIX 10 + 30 = 40.
TENDER = "Kommunerne skal kræve åbne standarder i deres udbud af sensorer."
# 10 words, none long.
EASY = "En bil og en bus kan godt dele en vej."
# 10 words, of which Municipalities and standards: LIX 10 + 20 = 30.
ENGLISH = "Municipalities must ask for open standards in what they buy."
# 25 words, of which 11 have more than six letters: LIX 25 + 44 = 69.
HARD = (
    "Kommunalbestyrelsen fastlægger i samarbejde med forvaltningerne en overordnet strategi for den langsigtede "
    "udvikling af de digitale løsninger og de standarder som byen har brug for."
)


def of(*sentences: str) -> str:
    return " ".join(sentences)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (of(*[EASY] * 5), 10.0),
        (of(*[TENDER] * 5), 40.0),
        (of(*[ENGLISH] * 5), 30.0),
        # 50 words in 5 sentences, 3 + 3 + 0 + 0 + 0 of them long.
        (of(TENDER, TENDER, EASY, EASY, EASY), 10 + 100 * 6 / 50),
        # 50 words in 2 sentences of 30 and 20, none long.
        ("En to tre fire fem seks " * 5 + "ti. " + "En to tre fire fem " * 4, 51 / 2),
    ],
)
def test_worked_out_by_hand(text: str, expected: float) -> None:
    assert lix(text) == pytest.approx(expected)


def test_a_short_text_has_no_score() -> None:
    assert lix("") is None
    assert lix(of(*[TENDER] * 4)) is None
    assert lix("Ord " * (SMALLEST - 1)) is None
    assert lix("Ord " * SMALLEST) == SMALLEST
    assert readability_notice(HARD) is None


@pytest.mark.parametrize(
    "written",
    [
        "En bil f.eks. Tesla kan godt dele en vej nu.",
        "En bil og bl.a. en bus kan godt dele vej.",
        "Vi har fx. en bus og en bil på en vej.",
        "Der er ca. 20 biler i nr. 5 på en vej.",
        "Det koster 2,6 mio. kroner at dele en ny lang vej.",
        "I alt 58 pct. af dem kan godt dele en vej.",
        "Den 3. april 2018 kan de godt dele en vej.",
        "Lov nr. 692 og stk. 1 er ret nye i år.",
        "Biler, busser m.m. kan godt dele en lang, god vej.",
        "Vi har 52.800 biler og 1.234,5 km af den vej.",
        "It costs DKK 20,000 excl. VAT to build a new road.",
        "See no. 5 for what it costs, e.g. DKK 5, a day.",
        "Version V3.2.1 er den, som vi kan se på nu.",
        "Byen har (jf. kap. 4) en ny bus på en vej.",
    ],
)
def test_such_a_full_stop_ends_no_sentence(written: str) -> None:
    whole = lix(f"{written} {of(*[EASY] * 9)}")
    plain = lix(f"{written.replace('.', '')}. {of(*[EASY] * 9)}")
    assert whole is not None
    assert plain is not None
    # One sentence of about ten words among ten: a false end would make eleven, and near nine words each.
    assert whole == pytest.approx(plain, abs=0.6)
    split = lix(f"En. Bil. {written} {of(*[EASY] * 9)}")
    assert split is not None
    assert whole - split > 1


@pytest.mark.parametrize(
    "ends",
    [
        "En bil i 2018. To biler",  # a year ends a sentence
        "En bil for 5 mio. To biler",
        "Bil, bus m.m. To biler",
        "Bil, bus osv. To biler",
        "En bil? To biler",
        "En bil! to biler",
        "En ny bil: to biler",
        "En bil … To biler",
        "En “bil.” To biler",
        "En bil (ny.) To biler",
        "En **ny bil:** to biler",
        "En bil. 58 nye biler",
        "The answer is no. Two cars",
        "En bil [@np]. To biler",
    ],
)
def test_such_a_sign_ends_a_sentence(ends: str) -> None:
    more = "ord " * 60
    words = 60 + sum(any(map(str.isalnum, word)) for word in ends.replace("[@np]", "").split())
    assert lix(f"{ends} {more}") == pytest.approx(words / 2)


def test_what_stands_around_the_prose_is_left_out() -> None:
    text = of(*[TENDER] * 5)
    around = (
        "## Uddannelsesmuligheder og kompetenceudvikling\n\n"
        f"{text}\n\n"
        "| Kommunalbestyrelse | Uddannelsesinstitution |\n| --- | --- |\n| langsommelighed | 4 |\n\n"
        "[[hub:accessibility-review]]\n\n"
        "```\nuforstaaelige_variabelnavne = 1\n```\n\n"
        "[kilde]: https://example.org/langsommelighed\n"
    )
    assert lix(around) == lix(text)


def test_a_link_counts_as_its_text_and_a_citation_not_at_all() -> None:
    plain = of(*[TENDER] * 5)
    marked = plain.replace("åbne standarder", "[åbne standarder](../standards/oasc-mims.yml)").replace(
        "sensorer.", "**sensorer** [@np] [@general]. <https://example.org/langsommelighed>"
    )
    assert lix(marked) == lix(plain)
    assert lix(plain.replace("udbud", '[udbud](https://example.org/x "Hvad det er")')) == lix(plain)


def test_list_items_are_sentences() -> None:
    items = "\n".join(["- " + EASY.rstrip(".")] * 3 + ["1. " + EASY.rstrip(".")] * 3)
    assert lix(items) == 10.0
    wrapped = items.replace(" kan godt", "\n  kan godt")
    assert lix(wrapped) == 10.0


def test_a_compound_or_a_figure_is_one_word() -> None:
    # it-sikkerhed is long by its letters; a date and a range have no letters to be long by.
    assert lix("it-sikkerhed " * 50) == 50 + 100
    assert lix("2018-2030 " * 50) == 50
    assert lix("20.000.000 " * 50) == 50


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (10, "very-easy"), (24, "very-easy"), (24.6, "easy"), (25, "easy"), (34, "easy"), (35, "medium"),
        (44.4, "medium"), (45, "hard"), (54, "hard"), (55, "very-hard"), (90, "very-hard"),
    ],
)  # fmt: skip
def test_levels(score: float, name: str) -> None:
    assert level(score) == name


def test_the_writer_is_told_of_a_hard_text() -> None:
    assert lix(of(HARD, HARD)) == 69.0
    assert readability_notice(of(HARD, HARD)) == (
        "the text is hard to read (LIX 69, limit 55); shorten sentences and choose shorter words"
    )
    assert readability_notice(of(*[TENDER] * 5)) is None


def test_the_limit_itself_is_no_fault() -> None:
    assert LIMIT == 55
    # 55 short words in one sentence, then 56.
    assert readability_notice("ord " * 55) is None
    assert readability_notice("ord " * 56) is not None


def test_the_real_content_is_measured(real: Library, capsys: pytest.CaptureFixture[str]) -> None:
    texts = [prose.text for entry in real.entries.values() for prose in entry.prose.values()]
    texts += [page.body for page in real.pages]
    scores = [score for text in texts if (score := lix(text)) is not None]
    assert len(scores) > 100
    # Plain language in both tongues lies in the middle; elsewhere, the measure reads something else than the prose.
    assert level(median(scores)) in {"easy", "medium"}
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "sign", [".", "<", "[", "_", "(", "[a](", ": ", "> ", "|", "ab. ", "a-", "http://", "1. ", "\n"]
)
def test_odd_input_is_read_once(sign: str) -> None:
    # A pattern that began anew at each sign of such a run would keep the whole run of tests waiting.
    assert lix("ord " * 60 + sign * 100_000 + "ord") is not None
