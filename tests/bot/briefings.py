"""A briefing made by hand, with something of everything a renderer has to show."""

from decimal import Decimal

from commands.briefing import (
    Briefing,
    Citation,
    Claim,
    Derivation,
    Fact,
    Figure,
    FollowUp,
    Given,
    Moment,
    Part,
    Section,
    Sentence,
    Stamp,
    Step,
    Table,
    Text,
    Unit,
    Verdict,
)


def say(*parts: Part | str) -> Sentence:
    return Sentence(
        parts=tuple(Text(text=part) if isinstance(part, str) else part for part in parts)
    )


def percent(text: str, *citations: int) -> Figure:
    value = Decimal(text.removesuffix("%"))
    return Figure(text=text, value=value, unit=Unit.PERCENT, places=2, citations=citations)


def year(text: str, *citations: int) -> Figure:
    return Figure(text=text, value=Decimal(text), unit=Unit.YEAR, citations=citations)


def source(number: int, title: str = "The Declaration", **changes: str) -> Citation:
    given = {
        "source": f"source-{number}",
        "title": title,
        "publisher": "NATO",
        "published_on": "2025-06-25",
        "published": "25 June 2025",
        "url": "https://www.nato.int/" + "a-long-way-down/" * 5 + str(number),
        "locator": "paragraph 3",
        "grade": "official",
        **changes,
    }
    return Citation.model_validate({"number": number, **given})


GAP = Figure(
    text="1.50 percentage points", value=Decimal("1.50"), unit=Unit.POINTS, places=2, step="s1"
)
TODAY = Given(text="25 November 2026", iso="2026-11-25")

FLOOR_STEP = Step(
    id="s2",
    symbol="floor",
    what=say("share asked for"),
    formula=None,
    expression=None,
    result=percent("3.50%", 1),
)
SHARE_STEP = Step(
    id="s3",
    symbol="share",
    what=say("share reported, ", year("2026", 2)),
    formula=None,
    expression=None,
    result=percent("2.00%", 2),
)
GAP_STEP = Step(
    id="s1",
    symbol="gap",
    what=say("gap"),
    formula="floor - share",
    expression="3.50 − 2.00",
    result=GAP,
    inputs=(FLOOR_STEP, SHARE_STEP),
)

BRIEFING = Briefing(
    command="target",
    language="en",
    title=say("Spain: defence spending"),
    lead=(
        say(
            "The Alliance agreed on at least ",
            percent("3.5%", 1),
            " of GDP by ",
            year("2035", 1),
            "; Spain stands at ",
            percent("2.00%", 2),
            ", ",
            GAP,
            " short: behind.",
        ),
    ),
    verdict=Verdict.BEHIND,
    sections=(
        Section(
            title=say(
                "Agreed: The Hague (",
                Moment(text="25 June 2025", iso="2025-06-25", citations=(1,)),
                ")",
            ),
            facts=(
                Fact(
                    label="Core defence",
                    sentence=say(
                        "At least ", percent("3.5%", 1), " by ", year("2035", 1), ": behind."
                    ),
                    verdict=Verdict.BEHIND,
                ),
                Fact(
                    label="Annual plans",
                    sentence=say(
                        Claim(
                            text="Each Ally hands in a plan every year that shows how it is going "
                            "to reach the goal.",
                            citations=(1, 2),
                        )
                    ),
                ),
            ),
        ),
    ),
    caveats=(say("An estimate is NATO's own, for a year not yet closed."),),
    derivations=(
        Derivation(
            subject=say("Core defence by ", year("2035", 1)),
            rule=say("Behind: the pace observed is below the pace needed."),
            steps=(GAP_STEP,),
        ),
    ),
    citations=(
        source(1),
        source(2, "Table of shares", grade="other", note="Read in a copy.", locator="row Spain"),
    ),
    follow_ups=(
        FollowUp(command="stance", arguments="Spain"),
        FollowUp(command="summit", arguments=""),
    ),
    stamp=Stamp(as_of="2026-11-25", edition=None, sentence=say("As known on ", TODAY, ".")),
)

TABLE = Table(
    columns=("Member", "Share", "Why"),
    rows=(
        (say("Spain"), say(percent("2.00%", 2)), say("Its own reading of what was agreed.")),
        (say("日本"), say(percent("10.25%", 2)), say("Wide letters take two cells each.")),
    ),
)
