"""What a reader has to know of a path and of the figures it starts from."""

from dataclasses import replace

from commands import editions
from commands.assuming import AssumingDraft
from commands.briefing import Sentence
from commands.path_asked import Asked
from commands.path_table import shown
from data.messages import mark
from data.rules import Path, assess


def caveats(draft: AssumingDraft, asked: Asked, path: Path) -> list[Sentence]:
    found: list[Sentence] = []
    if path.years:
        found.append(
            draft.say(mark("This is arithmetic; it is not what the member says it will do."))
        )
    if asked.at_once:
        template = mark(
            "The commitment names no year, so that the path gets there in the year of the day "
            "asked about. Give a later year, or a step, for a slower one."
        )
        found.append(draft.say(template))
    if asked.without and asked.left_out is None:
        template = mark("The commitment has no yearly increase that could be left out.")
        found.append(draft.say(template))
    if path.years and path.years[0].money:
        found.append(
            draft.say(
                mark(
                    "Extra money is what goes beyond the share of now in the same year, at current "
                    "prices; growth is that of nominal GDP."
                )
            )
        )
    elif path.growth.value != 0:
        found.append(
            draft.say(mark("Growth of GDP changes money only, and no money is worked out here."))
        )
    if shown(path) != path.years:
        found.append(draft.say(mark("Of so long a path the table shows every fifth year.")))
    if asked.commitment.weak is not None:
        cites = asked.commitment.history[0].cites
        found.append(draft.weakness(asked.commitment.weak, cites))
    return [*found, *_of_edition(draft, asked, path)]


def _of_edition(draft: AssumingDraft, asked: Asked, path: Path) -> list[Sentence]:
    """What a reader must know of the figures; a path rests on no pace."""
    ledger = draft.desk.knowledge.ledger
    found = assess(asked.clause, asked.member, ledger, as_of=draft.as_of)
    money = tuple(each.gdp for each in path.years[0].money) if path.years else ()
    plain = replace(found, pace=None, needed=None, money=money)
    return editions.caveats(draft, plain)
