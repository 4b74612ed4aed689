from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import QuestionError
from data.members import Member
from data.rules import Category, Ledger, Ranking, Reason, Unit, Verdict, rank
from tests.data.rules.ledgers import CITES, ICELAND, at_least, edition, ledger, observations
from tests.data.rules.test_derivation import recompute
from tests.shipped import KNOWN

TODAY = date(2026, 11, 25)
TWO = at_least("2", None)


def member(code: str, joined: date = date(1999, 3, 12)) -> Member:
    return Member(id=code, iso2=code[:2], joined=joined, armed_forces=True, cites=CITES)


ALLIES = [member(code) for code in ("AAA", "BBB", "CCC", "DDD", "EEE")]


def book(**editions: dict[str, dict[int, str]]) -> Ledger:
    """Editions by day, `d2025_08_28`, each with the shares of its members by year."""
    return ledger(
        *(
            (
                edition(day[1:].replace("_", "-")),
                [
                    each
                    for code, shares in members.items()
                    for each in observations(shares, member=code)
                ],
            )
            for day, members in editions.items()
        )
    )


NOW = book(
    d2025_08_28={
        "AAA": {2025: "2.00"},
        "BBB": {2025: "3.00"},
        "CCC": {2025: "1.00"},
        "DDD": {2025: "1.50"},
    },
    d2026_07_10={
        "AAA": {2025: "2.40", 2026: "2.50"},
        "BBB": {2025: "2.40", 2026: "2.50"},
        "CCC": {2025: "2.50", 2026: "3.00"},
        "DDD": {2025: "1.50", 2026: "1.99"},
        "EEE": {2025: "9.00"},
    },
)


SETTLED = book(
    d2025_08_28={"AAA": {2024: "1.00", 2025: "1.10"}},
    d2026_07_10={"AAA": {2024: "1.20", 2025: "1.40", 2026: "2.00"}},
)
"""In each edition the last year is an estimate, and those before it are not."""


def told(ranking: Ranking) -> str:
    return " ".join(f"{each.place}{each.member}" for each in ranking.places)


def test_equal_shares_have_equal_places_and_the_next_one_counts_them_all() -> None:
    assert told(rank(TWO, ALLIES, NOW, as_of=TODAY)) == "1CCC 2AAA 2BBB 4DDD"


def test_the_order_in_which_members_are_given_does_not_matter() -> None:
    assert rank(TWO, reversed(ALLIES), NOW, as_of=TODAY) == rank(TWO, ALLIES, NOW, as_of=TODAY)


def test_each_place_has_its_share_and_its_verdict() -> None:
    places = rank(TWO, ALLIES, NOW, as_of=TODAY).places
    assert [str(each.share.value) for each in places] == ["3.00", "2.50", "2.50", "1.99"]
    assert [each.verdict for each in places] == [Verdict.MET] * 3 + [Verdict.BEHIND]


def test_who_lacks_the_newest_year_has_no_place() -> None:
    (only,) = rank(TWO, ALLIES, NOW, as_of=TODAY).unranked
    assert (only.member, only.reason) == ("EEE", Reason.NEWEST_YEAR_NOT_REPORTED)


def test_who_cannot_be_ranked_is_named_with_the_reason() -> None:
    late = member("FFF", joined=date(2026, 11, 26))
    found = rank(TWO, [*ALLIES, late, ICELAND, member("GGG")], NOW, as_of=TODAY).unranked
    assert [(each.member, each.reason) for each in found] == [
        ("EEE", Reason.NEWEST_YEAR_NOT_REPORTED),
        ("FFF", Reason.NOT_A_MEMBER),
        ("GGG", Reason.MEMBER_NEVER_REPORTED),
        ("ISL", Reason.NO_ARMED_FORCES),
    ]


def test_members_are_ranked_by_shares_of_one_year() -> None:
    """Our copy of June 2022 holds nine members; what the others spent in 2019 is no answer."""
    ranking = rank(TWO, KNOWN.roster, KNOWN.ledger, as_of=date(2022, 7, 15))
    assert {(each.share.year, each.share.edition) for each in ranking.places} == {
        (2022, "2022-06-27")
    }
    assert (len(ranking.places), len(ranking.unranked)) == (9, 23)


def test_a_member_given_twice_has_one_place() -> None:
    assert rank(TWO, [*ALLIES, *ALLIES], NOW, as_of=TODAY) == rank(TWO, ALLIES, NOW, as_of=TODAY)


def test_a_group_is_ranked_among_itself() -> None:
    assert told(rank(TWO, ALLIES[1:4:2], NOW, as_of=TODAY)) == "1BBB 2DDD"


def test_a_year_and_an_edition_can_be_asked_for() -> None:
    ranking = rank(TWO, ALLIES, NOW, as_of=TODAY, edition="2025-08-28", year=2025)
    assert told(ranking) == "1BBB 2AAA 3DDD 4CCC"
    assert (ranking.edition, ranking.year, ranking.as_of) == ("2025-08-28", 2025, TODAY)


def test_places_moved_since_the_edition_before_among_those_in_both() -> None:
    ranking = rank(TWO, ALLIES, NOW, as_of=TODAY, year=2025)
    assert told(ranking) == "1EEE 2CCC 3AAA 3BBB 5DDD"
    moved = {each.member: each.movement for each in ranking.places}
    assert moved["EEE"] is None
    assert {code: each.places for code, each in moved.items() if each} == {
        "CCC": 3,
        "AAA": 0,
        "BBB": -1,
        "DDD": -1,
    }
    assert {code: str(each.share.value) for code, each in moved.items() if each} == {
        "CCC": "1.50",
        "AAA": "0.40",
        "BBB": "-0.60",
        "DDD": "0.00",
    }
    assert {each.since for each in moved.values() if each} == {"2025-08-28"}


def test_a_change_of_share_is_the_difference_of_two_editions() -> None:
    movement = rank(TWO, ALLIES, NOW, as_of=TODAY, year=2025).places[1].movement
    assert movement is not None
    now, before = movement.share.inputs
    assert recompute(movement.share) == movement.share.value
    assert (now.edition, before.edition) == ("2026-07-10", "2025-08-28")
    assert (movement.share.year, movement.share.edition) == (2025, "2026-07-10")


def test_a_change_of_share_is_in_points_and_says_whether_it_is_an_estimate() -> None:
    changes = [
        each.movement.share
        for year in (2024, 2025)
        for each in rank(TWO, ALLIES, SETTLED, as_of=TODAY, year=year).places
        if each.movement is not None
    ]
    assert [(each.year, each.estimate) for each in changes] == [(2024, False), (2025, True)]
    assert {(each.symbol, each.what, each.unit, each.places) for each in changes} == {
        ("change", "change since the edition before", Unit.POINTS, 2)
    }
    assert [each.formula for each in changes] == ["share - before"] * 2
    assert [[one.symbol for one in each.inputs] for each in changes] == [["share", "before"]] * 2


def test_the_newest_edition_before_is_the_one_compared_with() -> None:
    book_of_three = book(
        d2024_06_17={"AAA": {2025: "1.00"}},
        d2025_08_28={"AAA": {2025: "1.50"}},
        d2026_07_10={"AAA": {2025: "2.00"}},
    )
    latest, middle, first = (
        rank(TWO, ALLIES, book_of_three, as_of=TODAY, edition=known_as).places[0].movement
        for known_as in ("2026-07-10", "2025-08-28", "2024-06-17")
    )
    assert (latest and latest.since, middle and middle.since) == ("2025-08-28", "2024-06-17")
    assert first is None


def test_who_stands_in_another_pair_of_editions_is_not_counted_among_the_places() -> None:
    """DDD has no figure in August, so its place says nothing on those of the three others."""
    mixed = book(
        d2025_04_24={"DDD": {2025: "9.00"}},
        d2025_08_28={"AAA": {2025: "1.00"}, "BBB": {2025: "2.00"}, "CCC": {2025: "3.00"}},
        d2026_07_10={
            "AAA": {2025: "4.00"},
            "BBB": {2025: "2.00"},
            "CCC": {2025: "3.00"},
            "DDD": {2025: "2.50"},
        },
    )
    ranking = rank(TWO, ALLIES, mixed, as_of=TODAY)
    assert told(ranking) == "1AAA 2CCC 3DDD 4BBB"
    assert [
        each.movement and (each.movement.since, each.movement.places) for each in ranking.places
    ] == [
        ("2025-08-28", 2),
        ("2025-08-28", -1),
        ("2025-04-24", None),
        ("2025-08-28", -1),
    ]


def test_a_year_that_no_edition_before_reports_has_not_moved() -> None:
    assert all(each.movement is None for each in rank(TWO, ALLIES, NOW, as_of=TODAY).places)


def test_places_are_not_compared_with_an_edition_that_ranks_few() -> None:
    few = book(
        d2025_08_28={"AAA": {2025: "1.00"}},
        d2026_07_10={code: {2025: f"{2 + n}.00"} for n, code in enumerate(("AAA", "BBB", "CCC"))},
    )
    movement = rank(TWO, ALLIES, few, as_of=TODAY).places[-1].movement
    assert movement is not None
    assert (movement.places, movement.share.value) == (None, 1)


def test_places_are_compared_where_half_of_them_are_in_both() -> None:
    half = book(
        d2025_08_28={"AAA": {2025: "1.00"}},
        d2026_07_10={"AAA": {2025: "2.00"}, "BBB": {2025: "3.00"}},
    )
    movement = rank(TWO, ALLIES, half, as_of=TODAY).places[-1].movement
    assert movement is not None
    assert movement.places == 0


def test_a_coarser_edition_cannot_tell_a_change() -> None:
    coarse = ledger(
        (edition("2026-03-26"), observations({2025: "2.0"}, places=1)),
        (edition("2026-07-10"), observations({2025: "2.04"})),
    )
    spain = KNOWN.roster["ESP"]
    (only,) = rank(TWO, [spain], coarse, as_of=TODAY).places
    assert only.movement is None


# member | reach | what is around it
AROUND = [
    ("CCC", 1, "1CCC 2AAA"),
    ("AAA", 1, "1CCC 2AAA 2BBB"),
    ("DDD", 1, "2BBB 4DDD"),
    ("DDD", 2, "2AAA 2BBB 4DDD"),
    ("BBB", 0, "2BBB"),
    ("BBB", 9, "1CCC 2AAA 2BBB 4DDD"),
]


@pytest.mark.parametrize(("code", "reach", "seen"), AROUND)
def test_a_member_is_shown_with_its_neighbours(code: str, reach: int, seen: str) -> None:
    around = rank(TWO, ALLIES, NOW, as_of=TODAY).around(code, reach=reach)
    assert " ".join(f"{each.place}{each.member}" for each in around) == seen


def test_two_neighbours_on_each_side_are_shown_by_default() -> None:
    ranking = rank(TWO, ALLIES, NOW, as_of=TODAY)
    assert ranking.around("CCC") == ranking.places[:3]


def test_a_member_without_a_place_has_no_neighbours() -> None:
    with pytest.raises(QuestionError) as refused:
        rank(TWO, ALLIES, NOW, as_of=TODAY).around("EEE")
    assert str(refused.value) == (
        "No member 'EEE' has a place in this ranking; ranked are AAA, BBB, CCC, DDD."
    )


def test_where_nobody_has_a_place_the_sentence_says_so() -> None:
    with pytest.raises(QuestionError) as refused:
        rank(TWO, [], NOW, as_of=TODAY).around("EEE")
    assert str(refused.value) == "No member 'EEE' has a place in this ranking; ranked are none."


def test_an_edition_that_was_not_out_is_refused() -> None:
    with pytest.raises(QuestionError, match="No edition '2026-07-10' was published by 2026-07-09"):
        rank(TWO, ALLIES, NOW, as_of=date(2026, 7, 9), edition="2026-07-10")


def test_nobody_can_be_ranked_by_a_ceiling() -> None:
    ceiling = next(
        clause
        for each in KNOWN.commitments(TODAY)
        for clause in each.clauses
        if clause.id == "broader" and each.id == "hague-2025"
    )
    with pytest.raises(QuestionError, match="The clause 'broader' sets a ceiling, which nobody"):
        rank(ceiling, ALLIES, NOW, as_of=TODAY)  # pyright: ignore[reportArgumentType]


def test_a_share_that_nobody_publishes_ranks_nobody() -> None:
    ranking = rank(at_least("5", 2035, Category.TOTAL), ALLIES, NOW, as_of=TODAY)
    assert ranking.places == ()
    assert {each.reason for each in ranking.unranked} == {Reason.NO_FIGURES_PUBLISHED}


# edition | year | place, member and share, read off NATO's tables
REAL = [
    ("2026-07-10", 2026, "1 LTU 5.33, 2 EST 5.10, 3 LVA 4.92, 4 POL 4.68, 5 GRC 3.65, 6 DNK 3.49"),
    ("2026-07-10", 2025, "1 POL 4.25, 2 LTU 4.03, 3 EST 3.93, 4 LVA 3.67, 5 DNK 3.27, 6 USA 3.17"),
    ("2024-06-17", 2024, "1 POL 4.12, 2 EST 3.43, 3 USA 3.38, 4 LVA 3.15, 5 GRC 3.08, 6 LTU 2.85"),
    ("2024-06-17", 2014, "1 USA 3.71, 2 GRC 2.22, 3 GBR 2.14, 4 EST 1.93, 5 POL 1.88, 6 FRA 1.82"),
]


@pytest.mark.parametrize(("known_as", "year", "top"), REAL)
def test_the_first_six_of_an_edition(known_as: str, year: int, top: str) -> None:
    ranking = rank(TWO, KNOWN.roster, KNOWN.ledger, as_of=TODAY, edition=known_as, year=year)
    shown = (f"{each.place} {each.member} {each.share.value}" for each in ranking.places[:6])
    assert ", ".join(shown) == top


def test_belgium_and_spain_share_a_place_in_2026() -> None:
    places = rank(TWO, KNOWN.roster, KNOWN.ledger, as_of=TODAY).around("ESP", reach=1)
    assert [(each.place, each.member, each.share.value) for each in places] == [
        (29, "BEL", Decimal("2.00")),
        (29, "ESP", Decimal("2.00")),
        (31, "SVN", Decimal("1.61")),
    ]


shares = st.dictionaries(
    st.sampled_from([each.id for each in ALLIES]),
    st.integers(min_value=0, max_value=5).map(lambda each: f"{each}.00"),
)


@settings(max_examples=60, deadline=None)
@given(shares, shares, st.randoms())
def test_places_are_consistent_whatever_is_reported(
    before: dict[str, str], after: dict[str, str], chance: Random
) -> None:
    figures = [each for code in after for each in observations({2025: after[code]}, member=code)]
    older = [each for code in before for each in observations({2025: before[code]}, member=code)]
    chance.shuffle(figures)
    both = ledger((edition("2025-08-28"), older), (edition("2026-07-10"), figures))
    places = rank(TWO, ALLIES, both, as_of=TODAY, edition="2026-07-10").places
    values = [each.share.value for each in places]
    assert values == sorted(values, reverse=True)
    assert [each.place for each in places] == [1 + values.index(each) for each in values]
    common = [code for code in after if code in before]
    assert {each.member: each.movement.places for each in places if each.movement} == {
        code: sum(before[other] > before[code] for other in common)
        - sum(after[other] > after[code] for other in common)
        if 2 * len(common) >= len(after)
        else None
        for code in common
    }
