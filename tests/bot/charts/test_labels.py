"""No two labels of a picture lie over each other, whatever is drawn."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.charts.frame import JSON
from bot.charts.lettering import LINE, width
from bot.charts.look import Look
from bot.charts.places import Box, apart
from bot.charts.spec import spec
from commands.picture import Chart
from tests.bot.charts.made import bar, bars, course, level, lines

NAMES = ("Spain", "Poland", "United Kingdom", "North Macedonia", "Vereinigte Staaten", "Türkiye")
SHARES = st.integers(0, 600).map(lambda each: f"{each / 100:.2f}")
YEARS = st.lists(st.integers(2014, 2026), min_size=1, max_size=13, unique=True).map(sorted)
LEVELS = st.builds(
    level,
    st.sampled_from(["agreed", "agreed before", "not agreed: by and by"]),
    st.sampled_from(["2", "3.5", "5"]),
    st.sampled_from([2014, 2023, 2025]),
    st.sampled_from([None, 2024, 2032, 2035]),
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    courses = [
        course(name, {at: draw(SHARES) for at in draw(YEARS)})
        for name in NAMES[: draw(st.integers(1, 6))]
    ]
    return lines(*courses, levels=draw(st.lists(LEVELS, max_size=2)))


def boxes(drawn: JSON) -> list[Box]:
    found: list[Box] = []
    for each in drawn["datasets"]["labels"]:
        said = each["text"].split("\n")
        wide = max(width(line, Look().small, bold=each["bold"]) for line in said)
        left = {"left": 0.0, "center": wide / 2, "right": wide}[each["align"]]
        found.append(Box(each["x"] - left, each["y"], wide, len(said) * Look().small * LINE))
    return found


def overlaps(drawn: JSON) -> list[tuple[Box, Box]]:
    return [pair for pair in combinations(boxes(drawn), 2) if pair[0].shared(pair[1]) > 1]


@given(charts())
@settings(max_examples=60, deadline=None)
def test_labels_of_lines_stand_alone_and_on_the_card(chart: Chart) -> None:
    drawn = spec(chart, Look())
    assert overlaps(drawn) == []
    right = drawn["width"] + drawn["padding"]["right"]
    assert [each for each in boxes(drawn) if each.right > right - 2 or each.x < -1] == []


def test_six_lines_that_end_alike_have_labels_in_their_order() -> None:
    ends = {"A": "2.05", "B": "2.04", "C": "2.03", "D": "2.02", "E": "2.01", "F": "2.00"}
    drawn = spec(
        lines(*(course(name, {2025: "1", 2026: end}) for name, end in ends.items())), Look()
    )
    placed = sorted(drawn["datasets"]["labels"], key=lambda each: each["y"])
    assert [each["text"][0] for each in placed] == list("ABCDEF")
    assert overlaps(drawn) == []


@given(st.lists(st.floats(-50, 250), min_size=1, max_size=12))
def test_boxes_pushed_apart_keep_their_order_and_touch_at_most(heights: list[float]) -> None:
    given_ = [Box(0, y, 10, 14) for y in heights]
    placed = sorted(apart(given_, 0, 200), key=lambda each: each.y)
    assert all(one.bottom <= two.y + 1e-6 for one, two in pairwise(placed))


def test_levels_over_bars_are_named_in_rows() -> None:
    levels = [level("agreed until then", "2"), level("agreed now", "2.1"), level("asked", "2.2")]
    assert overlaps(spec(bars(bar("Spain", "2.00"), levels=levels), Look())) == []
