"""Brings an edition in that is not held, or what is missing of one that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.call import Call
from bot.fact_store import loaded, screen_of
from bot.nato_differences import show_changes, show_comparison
from bot.nato_import import NO_ADDRESS, NOTHING_WRITTEN, Asked, agreed
from bot.nato_lines import Lines
from bot.nato_shown import show_workbook
from commands.inflection import Numeral
from data.errors import QuestionError
from data.facts.knowledge import Knowledge
from data.importers.nato.agreement import understand
from data.importers.nato.edition import Particulars, Taken, take
from data.importers.nato.grid import Sheet
from data.importers.nato.held import compare, figures_of, filled, is_another, twin
from data.messages import Message, mark
from data.rules.expenditure import Edition, Observation
from data.store.editions_taken import Intake

WRITTEN = mark(
    "{count} figures of the edition of {day} were written, by {name}. Answers rest on them from "
    "now on."
)
FILLED = mark(
    "The edition of {day} has what the workbook adds: {count} figures new, {corrected} corrected, "
    "by {name}."
)
ALL_THERE = mark(
    "The edition of {day} is there already: all {count} figures of the workbook are the same as "
    "those held. Nothing was changed."
)
TWIN = mark(
    "These are the figures of the edition of {day}, which is held already. Nothing was changed."
)
NOTHING_NEW = mark("The workbook adds nothing to the edition of {day}. Nothing was changed.")
CORRECT_THEM = mark("Add --correct to have the figures that differ corrected.")
ANOTHER = mark(
    "An edition of {day} is held already, and this is another one: they count different things, or "
    "are at prices of different years. Say with --published DAY when this one was published."
)

BECAUSE = "NATO's own workbook has it so."


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to write, and what to say once it is."""

    edition: Edition
    new: tuple[Observation, ...]
    corrected: tuple[Observation, ...]
    told: Message


async def bring_in(sheets: Sequence[Sheet], asked: Asked, call: Call) -> int | None:
    """Gives the exit code. Raises WorkbookError, QuestionError and RecordError with what is
    wrong; then, too, nothing is written."""
    async with loaded(call) as store:
        knowledge = await store.knowledge()
        workbook = understand(sheets, knowledge.roster)
        taken = take(workbook, _particulars(asked, call), knowledge.roster)
        to = Lines(screen_of(call), call.voice, everything=asked.everything)
        held = next((e for e in knowledge.ledger.editions if e.id == taken.edition.id), None)
        if held is None and (same := twin(knowledge.ledger, taken)) is not None:
            call.tell(TWIN.format(day=same.published_on))
            return None
        if held is None:
            show_workbook(to, workbook, taken, knowledge.roster, is_from_name=asked.is_from_name)
            show_changes(to, knowledge, taken)
            plan = _whole(taken, asked, call)
        else:
            plan = _rest(held, taken, knowledge, to, asked, call)
        if plan is None:
            return None
        if asked.dry:
            call.tell(NOTHING_WRITTEN)
            return None
        if taken.source is None:
            raise QuestionError(NO_ADDRESS)
        if (code := agreed(call, already=asked.agreed)) is not None:
            return code
        intake = Intake(
            source=taken.source,
            edition=plan.edition,
            new=plan.new,
            corrected=plan.corrected,
            because=BECAUSE,
        )
        await store.take_edition(intake, by=asked.by, at=call.clock())
        call.tell(plan.told)
    return None


def _particulars(asked: Asked, call: Call) -> Particulars:
    return Particulars(
        published_on=asked.published_on,
        url=asked.url,
        today=call.today(),
        file=asked.file.name,
        title=asked.title,
        cut_off=asked.cut_off,
    )


def _whole(taken: Taken, asked: Asked, call: Call) -> _Plan:
    day, count = taken.edition.published_on, _number(len(taken.figures), call)
    told = WRITTEN.format(count=count, day=day, name=asked.by)
    return _Plan(taken.edition, taken.figures, (), told)


def _rest(
    held: Edition, taken: Taken, knowledge: Knowledge, to: Lines, asked: Asked, call: Call
) -> _Plan | None:
    """What a workbook adds to its own edition. Figures that differ stay as they are unless it was
    asked that they be corrected."""
    day = held.published_on
    if is_another(held, taken.edition):
        raise QuestionError(ANOTHER, day=day)
    there = figures_of(knowledge.ledger, held)
    found = compare(there, taken.figures)
    if found.is_same:
        call.tell(ALL_THERE.format(day=day, count=_number(found.same, call)))
        return None
    show_comparison(to, held, found)
    corrected = tuple(each.read for each in found.other) if asked.correct else ()
    if found.other and not asked.correct:
        call.tell(CORRECT_THEM)
    if not found.new and not corrected:
        call.tell(NOTHING_NEW.format(day=day))
        return None
    told = FILLED.format(
        count=_number(len(found.new), call),
        corrected=_number(len(corrected), call),
        day=day,
        name=asked.by,
    )
    edition = filled(held, taken, (*there, *found.new))
    return _Plan(edition, found.new, corrected, told)


def _number(count: int, call: Call) -> Numeral:
    return call.voice.number(Decimal(count), 0)
