"""Answers as messages: whatever is in them, Telegram takes it, and the answer comes first."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render import quote, render
from bot.sandbox.markup import formatted, parse
from bot.wording import clip, printable, units
from knowledge.model import Answer, Choice, Citation, Found, Problem, Span, Unknown

WILD = st.text(st.characters(codec=None), max_size=400) | st.sampled_from(
    ["<b>", "&amp;", "</blockquote>", "𝕏" * 3000, "từ " * 2000, "a" * 9000, "\x00\x07", "{x}", "<", "&"]
)
TEXTS = WILD.filter(lambda text: text.strip() != "")


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    text = draw(WILD)
    mark = draw(st.none() | st.builds(Span, st.integers(-3, 500), st.integers(-3, 9000)))
    return Citation(draw(TEXTS), draw(WILD), draw(st.none() | st.just(date(2020, 6, 25))), text, mark)


FOUND = st.builds(
    Found,
    st.sampled_from(["vi", "en", "xx"]),
    TEXTS,
    st.lists(citations(), max_size=6).map(tuple),
    items=st.lists(WILD, max_size=40).map(tuple),
    arithmetic=st.none() | WILD,
    notes=st.lists(
        st.builds(Problem, st.sampled_from(["corrected", "?"]), st.fixed_dictionaries({"old": WILD, "report": WILD})),
        max_size=3,
    ).map(tuple),
)
CHOICE = st.lists(TEXTS, min_size=1, max_size=12).map(lambda t: Choice("vi", tuple(t), tuple(t)))
UNKNOWN = st.builds(
    Unknown,
    st.sampled_from(["vi", "en"]),
    st.sampled_from(["no_period", "no_gate", "nothing", "empty", "not_a_question", "unheard_of"]),
    st.lists(WILD, max_size=30).map(tuple),
    st.dictionaries(st.sampled_from(["asked", "x"]), WILD),
)


@settings(max_examples=80, deadline=None)
@given(FOUND | CHOICE | UNKNOWN)
def test_telegram_takes_every_answer(answer: Answer) -> None:
    reply = render(answer)
    formatted(reply.html, "HTML", None, 4096)
    reply.html.encode()
    assert all(0 < units(label) <= 60 for label in reply.labels)


@settings(max_examples=50, deadline=None)
@given(FOUND)
def test_the_answer_itself_comes_first_and_bold(answer: Found) -> None:
    text, entities = parse(render(answer).html)
    short = clip(answer.short, 500)
    assert text.startswith(short)
    if short:
        assert entities[0]["type"] == "bold"
        assert entities[0]["offset"] == 0


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(codec=None, exclude_characters="\t"), min_size=1, max_size=900), st.data())
def test_the_mark_survives_the_shortening_of_its_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 100)))
    shown, entities = parse(quote(Citation("f", "t", None, text, Span(start, end)), 200))
    mark = next(e for e in entities if e["type"] == "underline")
    raw = shown.encode("utf-16-le")
    marked = raw[2 * mark["offset"] : 2 * (mark["offset"] + mark["length"])].decode("utf-16-le")
    assert marked == printable(text)[start:end]
    assert len(shown) <= 204


def test_a_long_quote_is_cut_around_the_answer_at_spaces() -> None:
    text = "đầu " * 100 + "đạt 57/60 nhiệm vụ" + " cuối" * 100
    start = text.index("57/60")
    shown, _ = parse(quote(Citation("f", "t", None, text, Span(start, start + 5)), 80))
    assert shown.startswith("… đầu đầu")
    assert shown.endswith("cuối …")
    assert "đạt 57/60 nhiệm vụ" in shown


def test_the_cells_of_a_table_row_are_told_apart() -> None:
    row = "Cốc Nam\t2.610\t74,9"
    shown, _ = parse(quote(Citation("f", "t", None, row, Span(14, 18)), 80))
    assert shown == "Cốc Nam | 2.610 | 74,9"


def test_a_short_quote_is_left_whole() -> None:
    assert quote(Citation("f", "t", None, "Đạt 57/60.", Span(4, 9)), 80) == "Đạt <b><u>57/60</u></b>."


def test_quotes_of_one_report_share_its_line() -> None:
    one = Citation("a.txt", "Báo cáo A", date(2020, 6, 25), "Một.")
    two = Citation("a.txt", "Báo cáo A", date(2020, 6, 25), "Hai.")
    other = Citation("b.txt", "", None, "Ba.")
    text, _ = parse(render(Found("vi", "3", (one, two, other))).html)
    assert text == "3\nMột.\nHai.\n📄 Báo cáo A, 25/6/2020\nBa.\n📄 b.txt"


def test_a_row_stands_below_its_caption_and_header_and_these_are_said_once() -> None:
    row = Citation("a.txt", "Báo cáo A", None, "Cốc Nam\t5.330", None, "Biểu 1 <nháp> · Xe nhập")
    other = Citation("a.txt", "Báo cáo A", None, "Na Hình\t3.270", None, "Biểu 1 <nháp> · Xe nhập")
    text, entities = parse(render(Found("vi", "3", (row, other))).html)
    assert text == "3\nBiểu 1 <nháp> · Xe nhập\nCốc Nam | 5.330\nNa Hình | 3.270\n📄 Báo cáo A"
    assert [entity["type"] for entity in entities].count("italic") == 1


def test_items_arithmetic_and_corrections_are_shown() -> None:
    answer = Found(
        "vi",
        "86,1 tỷ đồng",
        (),
        items=("Hữu Nghị: 1", "Tân Thanh: 2"),
        arithmetic="498,7 - 412,6 = 86,1",
        notes=(Problem("corrected", {"old": "80", "report": "BC cũ"}), Problem("unheard_of", {})),
    )
    text, _ = parse(render(answer).html)
    assert text.split("\n") == [
        "86,1 tỷ đồng",
        "• Hữu Nghị: 1",
        "• Tân Thanh: 2",
        "498,7 - 412,6 = 86,1",
        "Báo cáo sau đã đính chính; số cũ là 80 (BC cũ).",
    ]


def test_a_choice_never_offers_more_buttons_than_it_has_questions() -> None:
    assert len(render(Choice("vi", ("a", "b", "c"), ("a?", "b?"))).labels) == 2


def test_a_button_is_measured_as_telegram_measures_it() -> None:
    """Letters beyond the basic plane count twice: such an option is told in the message, its button by its number."""
    option = "𝖍" * 40
    assert render(Choice("vi", (option, option), (option, option))).labels == ("1", "2")


def test_an_option_keeps_whose_report_it_is_from() -> None:
    option = (
        "12 tỷ đồng: "
        + "Đêm 21/4/2031 xảy ra vụ cháy tại xưởng Bình Minh, thiệt hại 12 tỷ đồng. " * 2
        + "(Lào Cai: Báo cáo năm)"
    )
    assert "Lào Cai" in render(Choice("vi", (option, option), (option, option))).html
