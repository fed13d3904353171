"""Follow-ups: what a question takes over from the one before it, and when it takes over nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from knowledge.ask import follow_up
from knowledge.ask.forms import Forms
from knowledge.ask.question import Question, Unit, Wanted, When, Who
from knowledge.library.workshop import workshop
from knowledge.model import Period
from tests.ask.asked import talked

STAGES = workshop(())
FORMS = Forms(STAGES.lexicon, "vi")
YEAR = When(Period(date(2031, 1, 1), date(2032, 1, 1)), False, "năm 2031")
BEFORE = When(Period(date(2030, 1, 1), date(2031, 1, 1)), False, "năm 2030")
GATE = Who("gate", ("gate:bo-y",), "Bờ Y")
OTHER_GATE = Who("gate", ("gate:tay-trang",), "Tây Trang")
PROVINCE = Who("place", ("province:dien-bien",), "Điện Biên")
PERSON = Who("person", ("person:a-lang-bup",), "A Lăng Búp")


def thing(concept: str, text: str = "", *, head: bool = False) -> Unit:
    return Unit(text or concept, (("c:" + concept, 1.0),), head=head)


def question(
    text: str,
    *units: Unit,
    whens: tuple[When, ...] = (),
    whos: tuple[Who, ...] = (),
    form: str = "",
    wanted: Wanted = Wanted.QUANTITY,
) -> Question:
    concepts = frozenset(term[2:] for unit in units for term, _ in unit.options)
    notes = {"form": form} if form else {}
    return Question(
        text, text, "vi", wanted, date(2032, 2, 10), units, whens, whos=whos, concepts=concepts, notes=notes
    )


def merged(new: Question) -> Question:
    return follow_up.merge(ASKED, new, FORMS, STAGES.concepts.contrasts, tuple(STAGES.restricting))


ASKED = question(
    "kim ngạch xuất khẩu qua cửa khẩu Bờ Y năm 2031 là bao nhiêu",
    thing("trade_turnover", head=True),
    thing("export"),
    whens=(YEAR,),
    whos=(GATE,),
    form="how much",
)


def test_the_first_question_stands_as_it_is() -> None:
    assert follow_up.merge(None, ASKED, FORMS, STAGES.concepts.contrasts, tuple(STAGES.restricting)) is ASKED


def test_a_whole_question_takes_nothing_over() -> None:
    new = question("có bao nhiêu nhiệm vụ được giao năm 2030", thing("task", head=True), whens=(BEFORE,))
    assert merged(new) is new


def test_the_other_side_takes_the_room_of_the_one_said_before() -> None:
    read = merged(question("còn nhập khẩu", thing("import")))
    said = {term for unit in (*read.units, *read.inherited) for term, _ in unit.options}
    assert "c:import" in said
    assert "c:trade_turnover" in said
    assert "c:export" not in said
    assert "export" not in read.concepts
    assert (read.whens, read.whos) == ((YEAR,), (GATE,))


def test_another_year_keeps_all_else() -> None:
    read = merged(question("còn năm 2030", whens=(BEFORE,)))
    assert read.whens == (BEFORE,)
    assert {term for unit in read.units for term, _ in unit.options} == {"c:trade_turnover", "c:export"}
    assert read.whos == (GATE,)


def test_the_year_before_is_counted_from_the_one_asked_about() -> None:
    read = merged(question("năm trước thì sao"))
    assert [when.period for when in read.whens] == [BEFORE.period]


@pytest.mark.parametrize("place", [OTHER_GATE, PROVINCE], ids=["gate", "province"])
def test_another_place_takes_the_room_of_the_gate(place: Who) -> None:
    assert merged(question("còn ở đó", whos=(place,))).whos == (place,)


def test_a_name_of_another_kind_joins() -> None:
    assert merged(question("còn của ông ấy", whos=(PERSON,))).whos == (PERSON, GATE)


def test_a_new_thing_leaves_the_old_ones_in_the_background() -> None:
    read = merged(question("còn nhiệm vụ", thing("task", head=True)))
    assert [unit.text for unit in read.units] == ["task"]
    assert {unit.text for unit in read.inherited} == {"trade_turnover", "export"}
    assert read.whens == (YEAR,)


def test_a_part_of_it_is_asked_of_the_same_thing() -> None:
    read = merged(question("trong đó nhập khẩu", thing("import")))
    assert [unit.text for unit in read.units] == ["import", "trade_turnover"]
    assert read.inherited == ()


def test_what_kind_of_answer_is_wanted_is_kept() -> None:
    before = question("trưởng ban là ai", thing("head"), whens=(YEAR,), wanted=Wanted.PERSON, form="who")
    read = follow_up.merge(
        before,
        question("còn năm 2030", whens=(BEFORE,)),
        FORMS,
        STAGES.concepts.contrasts,
        tuple(STAGES.restricting),
    )
    assert read.wanted is Wanted.PERSON


@pytest.mark.parametrize(
    "text", ["còn nhập khẩu", "thế còn Tây Trang", "trong đó quá hạn", "năm 2030 thì sao", "vậy nhiệm vụ"]
)
def test_worded_as_a_follow_up(text: str) -> None:
    new = question(text, thing("task"), whens=(BEFORE,), whos=(GATE,))
    assert follow_up.leans(new, FORMS)
    assert not follow_up.stands_alone(new, FORMS)


@pytest.mark.parametrize("text", ["còn bao nhiêu nhiệm vụ năm 2030", "còn lại mấy nhiệm vụ năm 2030"])
def test_what_is_left_is_no_follow_up(text: str) -> None:
    assert not follow_up.leans(question(text, thing("task", head=True), whens=(BEFORE,)), FORMS)


def test_short_questions_that_say_what_they_want_may_stand_alone() -> None:
    new = question("bao nhiêu nhiệm vụ", thing("task", head=True), form="how many")
    assert follow_up.leans(new, FORMS)
    assert follow_up.stands_alone(new, FORMS)


def test_what_adds_nothing_is_not_the_question_before() -> None:
    assert follow_up.says_nothing_new(ASKED, merged(question("còn cái kia")))
    assert not follow_up.says_nothing_new(ASKED, merged(question("còn năm 2030", whens=(BEFORE,))))
    assert not follow_up.says_nothing_new(ASKED, ASKED)


PROJECTS = """<html><body><p>Giải ngân vốn đầu tư công năm 2031</p><table>
<tr><th>Công trình</th><th>Kế hoạch vốn (triệu đồng)</th><th>Giải ngân (triệu đồng)</th><th>Tỷ lệ (%)</th></tr>
<tr><td>Trạm kiểm soát liên hợp</td><td>47.600</td><td>38.080</td><td>80,0</td></tr>
<tr><td>Đường trục chính Lùng Pô</td><td>20.000</td><td>15.100</td><td>75,5</td></tr>
</table></body></html>"""


def test_the_same_figure_is_asked_of_another_thing() -> None:
    first = "tỷ lệ giải ngân của Trạm kiểm soát liên hợp năm 2031"
    assert talked(PROJECTS, first, "còn đường trục chính Lùng Pô?") == Decimal("75.5")
    english = "disbursement rate of the joint control station, 2031"
    assert talked(PROJECTS, english, "and the Lung Po road?") == Decimal("75.5")
