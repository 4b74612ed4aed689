"""What the reader once got wrong, a case each."""

import pytest

from data.facts.knowledge import Knowledge
from data.importers.article import read
from tests.data.importers.article.scoring import article, as_labelled

JUNE, NOVEMBER = "2025-06-12", "2025-11-27"

# what went wrong | day of the article | text | what is read, as kind and telling fields
CASES = [
    (
        "a shortened month",
        JUNE,
        "NATO defence ministers will meet in Brussels on Oct. 15.",
        ["meeting defence_ministers Brussels 2025-10-15"],
    ),
    (
        "an ordinal of a day",
        JUNE,
        "The NATO summit opens in The Hague on the 24th of June.",
        ["meeting summit The Hague 2025-06-24"],
    ),
    (
        "days over the turn of the year",
        NOVEMBER,
        "NATO foreign ministers meet in Oslo from Dec. 31 to Jan. 2.",
        ["meeting foreign_ministers Oslo 2025-12-31 2026-01-02"],
    ),
    (
        "a day on which leaders met, within the days of their summit",
        "2025-06-26",
        ("NATO leaders agreed in The Hague on Wednesday that there was work to do. "
        "The summit in The Hague took place on 24 and 25 June."),
        ["meeting summit The Hague 2025-06-24 2025-06-25"],
    ),
    (
        "a meeting of two days, told by its last",
        "2024-10-18",
        "NATO defence ministers wrapped up two days of talks in Brussels on Friday.",
        ["meeting defence_ministers Brussels 2024-10-17 2024-10-18"],
    ),
    (
        "the war in Ukraine as a venue",
        "2026-07-03",
        "The two-day NATO summit opens on Tuesday, with the war in Ukraine on its agenda.",
        ["meeting summit - 2026-07-07 2026-07-08"],
    ),
    (
        "the Slovak capital as no city",
        "2023-06-07",
        "The leaders of the Bucharest Nine met in the Slovak capital on Tuesday.",
        ["meeting regional Bratislava 2023-06-06"],
    ),
    (
        "innovation as a tax",
        "2025-06-26",
        "NATO leaders agreed on Wednesday to spend up to 1.5 percent on innovation by 2035.",
        ["commitment agreed 1.5 broader 2035"],
    ),
    (
        "a share that a sum is made up of",
        JUNE,
        ("Rutte proposed that allies spend 5 percent of GDP by 2032, made up of 3.5 percent for "
        "core defence and 1.5 percent for resilience."),
        [
            "commitment proposed 5 total 2032",
            "commitment proposed 3.5 core",
            "commitment proposed 1.5 broader",
        ],
    ),
    (
        "what was said between commas",
        JUNE,
        ("Denmark stands by its neighbours, Prime Minister Lone Kjær assured them on Wednesday, "
        "brushing doubts aside."),
        ["statement assurance DNK Lone Kjær"],
    ),
    (
        "somebody told by the office alone",
        JUNE,
        ("NATO Secretary General Mark Rutte was in Dayton on Monday. Article 5 was rock solid, the "
        "secretary general said."),
        ["statement assurance NATO Mark Rutte"],
    ),
    (
        "the others as the United States",
        JUNE,
        "Non-US allies spent 486 billion dollars on defence in 2024.",
        [],
    ),
    (
        "ministers at home as a meeting",
        JUNE,
        "Ministers in Copenhagen see no reason to change the text on 24 June.",
        [],
    ),
    (
        "saying nothing as staying away",
        JUNE,
        "Before the NATO summit in The Hague, Mark Rutte declined to say whether a deal was near.",
        [],
    ),
    (
        "calling a meeting off as staying away",
        "2024-10-09",
        "The Pentagon called off a meeting of the Ukraine Defense Contact Group in Ramstein.",
        ["meeting contact_group Ramstein cancelled"],
    ),
    (
        "a cost as a pledge",
        JUNE,
        "Fencing the border will take 1.1 billion euros, Lithuania's defence ministry estimates.",
        ["statement estimate LTU"],
    ),
    (
        "this year's estimate as a pledge",
        "2024-07-11",
        "Poland will spend 4.1 percent of GDP on defence this year, its government estimates.",
        ["figure POL 4.1 2024"],
    ),
    (
        "a bound on a trip as a promise to come",
        JUNE,
        "Volodymyr Zelensky would travel to the NATO summit in The Hague only if he were heard.",
        [],
    ),
    (
        "the host city's country as a minister's",
        "2024-02-14",
        ("Defence Minister Rain Kallaste will travel to the meeting of NATO defence ministers in "
        "Brussels on Thursday."),
        ["meeting defence_ministers Brussels 2024-02-15"],
    ),
    (
        "a promise of 25 years ago",
        "2024-03-12",
        "When they joined NATO 25 years ago, Poland promised to spend 2 percent of GDP on defence.",
        [],
    ),
    (
        "a demand that is overdue as one of old times",
        "2025-01-24",
        (
            "All allies should pay 5 percent of GDP, President Donald Trump told a forum, and they "
            "should have done so years ago."
        ),
        ["commitment demanded 5 defence"],
    ),
    (
        "a president behind his country",
        JUNE,
        "For Croatia, President Krešimir Jurić can live with the 5 percent target.",
        ["stance HRV supports Krešimir Jurić"],
    ),
    (
        "what diplomats say of a member, as nothing",
        JUNE,
        "Rome opposes the 5 percent target, diplomats said.",
        ["stance ITA opposes"],
    ),
    (
        "a rumour as a position",
        JUNE,
        "Paris is rumoured to be ready to accept the 5 percent target.",
        [],
    ),
    (
        "a name that follows the office",
        "2024-02-12",
        (
            "Russia may attack within five years, the Danish defence minister warned. "
            "It was time to arm, Mads Thorup said."
        ),
        ["statement warning DNK Mads Thorup"],
    ),
    (
        "a year behind its preposition",
        JUNE,
        "Lisbon alone is still pressing for 2034 as the deadline.",
        ["request later_year PRT 2034"],
    ),
    (
        "what is asked for told before who asks",
        JUNE,
        "The deadline of the plan ought to be 2035, argues Berlin.",
        ["request later_year DEU 2035"],
    ),
    (
        "coming empty-handed as not coming",
        "2024-07-02",
        (
            "Norwegian Prime Minister Lars Myklebust will attend the NATO summit in Washington on "
            "9 July. He will not come empty-handed."
        ),
        ["meeting summit Washington 2024-07-09", "attendance confirmed Lars Myklebust"],
    ),
    (
        "what is told to the leaders of parties as a demand",
        JUNE,
        (
            "Sweden will raise its defence spending to 3.5 percent of GDP by 2030, Prime Minister "
            "Gustav Ekdahl told a news conference, flanked by the leaders of all parties."
        ),
        ["pledge SWE 3.5 2030"],
    ),
    (
        "the date by which allies must spend as a demand",
        "2026-05-22",
        (
            "Türkiye is against a change of the date by which allies must spend 3.5% of GDP, "
            "Foreign Minister Kemal Yıldız said."
        ),
        ["stance TUR opposes Kemal Yıldız"],
    ),
    (
        "a position of 2014 as one of today",
        JUNE,
        "When 2 percent was put to the allies in 2014, Canada opposed the target.",
        [],
    ),
    (
        "the terms of one member as those of another",
        JUNE,
        (
            "Poland supports the target and Bulgaria can live with it as long as border fences "
            "count."
        ),
        ["stance POL supports", "stance BGR supports_with_conditions"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "text", "wanted"), [pytest.param(*case, id=name) for name, *case in CASES]
)
def test_it_is_read_now(day: str, text: str, wanted: list[str], knowledge: Knowledge) -> None:
    found = read(article(text, day), knowledge).proposals
    rows = [
        " ".join(_row(next(as_labelled(each, value)))) for each in found for value in each.values
    ]
    assert sorted(rows) == sorted(wanted)


_FIELDS = {
    "meeting": ("kind", "city", "starts", "ends"),
    "commitment": ("status", "share", "category", "by"),
    "statement": ("kind", "party", "speaker"),
    "figure": ("member", "share", "year"),
    "attendance": ("status", "person"),
    "pledge": ("member", "share", "by"),
    "stance": ("member", "position", "speaker"),
    "request": ("change", "members", "year"),
}


def _row(told: dict[str, object]) -> list[str]:
    """The kind and the fields that are told; a meeting without its city has a dash."""
    kind = str(told["fact"])
    shown = [told[field] for field in _FIELDS[kind]]
    shown = [" ".join(map(str, e)) if isinstance(e, list) else e for e in shown]
    if kind == "meeting" and told["city"] is None:
        shown[1] = "-"
    off = ["cancelled"] if told.get("cancelled") else []
    return [kind, *(str(each) for each in shown if each is not None), *off]
