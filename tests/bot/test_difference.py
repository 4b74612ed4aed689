from bot.difference import MOST, counts, lines
from data.store import SyncReport
from data.store.plan import Step

CLAIMS = {("stance", "spain-2025-06"): "Spain reads the pledge in its own way."}


def figure(member: str, edition: str = "2026-07-10") -> Step:
    fields = (("value", "2.00", "2.01"),)
    id = f"{edition} {member} share_of_gdp 2025"
    return Step(action="corrected", kind="figure", id=id, fields=fields)


def told(*steps: Step, everything: bool = False) -> list[str]:
    return list(lines(steps, CLAIMS, everything=everything))


def test_each_record_is_a_line() -> None:
    dates = (("starts", '"2027"', '"2027-07-06"'), ("ends", None, '"2027-07-07"'))
    assert told(
        figure("ESP"),
        Step(action="recorded", kind="stance", id="spain-2025-06"),
        Step(action="corrected", kind="meeting", id="tirana-2027", fields=dates),
        Step(action="retracted", kind="pledge", id="x"),
    ) == [
        "+ stance spain-2025-06: Spain reads the pledge in its own way.",
        "~ meeting tirana-2027: starts 2027 -> 2027-07-06; ends – -> 2027-07-07",
        "- pledge x",
        "~ figure 2026-07-10 ESP share_of_gdp 2025: value 2.00 -> 2.01",
    ]


def test_figures_stand_by_their_edition_and_the_rest_is_counted() -> None:
    many = [figure(f"M{number:02}") for number in range(MOST + 2)]
    shown = told(figure("ESP", "2025-08-28"), *many, figure("FRA", "2025-08-28"))
    assert shown[0].startswith("~ figure 2025-08-28 ESP")
    assert shown[1].startswith("~ figure 2025-08-28 FRA")
    assert shown[-1] == "  … and 2 more; --all shows them."
    assert len(shown) == 2 + MOST + 1
    assert len(told(*many, everything=True)) == len(many)


def test_what_a_record_says_cannot_steer_the_terminal() -> None:
    fields = (("claim", None, "\x1b[2J{name}\n"),)
    (line,) = told(Step(action="corrected", kind="stance", id="a", fields=fields))
    assert line.isprintable()


def test_the_counts_name_all_that_happens() -> None:
    steps = (figure("ESP"), figure("FRA"), Step(action="recorded", kind="stance", id="a"))
    report = SyncReport(
        added=1, corrected=0, retracted=0, unchanged=7, left=3, figures=True, steps=steps
    )
    assert counts(report) == (
        "1 new, 2 corrected, 0 withdrawn; 7 facts stay as they are, and 3 belong to people and are "
        "left alone."
    )
