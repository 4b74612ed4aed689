"""`article3 propose`: what an article seems to report, shown, and queued if somebody wants it."""

import asyncio
import io
from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from bot.article_source import source_of
from bot.call import Call
from bot.fact_store import loaded, screen_of
from bot.facts import BY, JSON, Strict
from bot.facts import check as check_words
from bot.model import ask_further
from bot.named import day_of
from bot.reading import read_article
from bot.render.json import write_all
from bot.render.lines import wrap
from bot.reviewing import desk_of, show_one
from bot.words import Words
from commands import review
from commands.review import Reviewed
from data.errors import QuestionError
from data.importers.article_text import text_of
from data.importers.proposals import Article, Proposal
from data.messages import mark
from data.sources import Grade
from data.store import Store
from data.store.proposals import Added, Came

LARGEST = 1024 * 1024
"""Bytes: a long article has a twentieth of them."""

PUBLISHED, TITLE, PUBLISHER = "--published", "--title", "--publisher"
URL, GRADE, QUEUE, MODEL = "--url", "--grade", "--queue", "--model"

SHAPE = Strict(
    verb="propose",
    operands=("FILE",),
    options={
        PUBLISHED: "DAY",
        TITLE: "TITLE",
        PUBLISHER: "NAME",
        URL: "ADDRESS",
        GRADE: "official|wire|other",
        BY: "NAME",
    },
    flags=(QUEUE, MODEL, JSON),
)

WHEN = mark(
    "--published is missing: what an article says of days counts from the day it came out. Write "
    "article3 {usage}."
)
CANNOT_READ = mark("{file} cannot be read ({problem}). Name a file with the text of an article.")
STANDARD_INPUT = mark("Standard input")
TOO_LARGE = mark("{file} is larger than 1 MB. Name a file with the text of one article.")
NO_TEXT = mark("{file} is no text in UTF-8. Save the article as text or as a web page.")
NO_GRADE = mark("There is no grade '{word}'. There are: {known}.")
WHERE = mark("A source that facts cite needs its address: write --url and the article's address.")
WHOSE = mark("--by is missing: say who sends this to review. Write article3 {usage}.")
NOTHING = mark("Nothing was found that could be recorded.")
CUT = mark("Only the beginning of the text was read: it is longer than articles are.")
DROPPED = mark(
    "Left out of what the language model said, as it rests on no exact words or says more than "
    "they do: {count}."
)
NOT_QUEUED = mark("Nothing was written. With --queue these proposals wait for review.")
WANTED = mark("Send them to review? [y/N] ")

CAME: dict[Came, str] = {
    Came.NEW: mark("Proposal {id} waits for review."),
    Came.MERGED: mark("Proposal {id} tells the same story and waits; this source was added to it."),
    Came.THERE: mark("Proposal {id} waits already, from this source."),
    Came.DECIDED: mark(
        "Proposal {id} told the same story and was decided in the last two weeks; it is not "
        "brought up again."
    ),
}


def propose(words: Sequence[str], call: Call) -> int | None:
    given = check_words(words, SHAPE)
    if PUBLISHED not in given.options:
        raise QuestionError(WHEN, usage=SHAPE.usage)
    if QUEUE in given.flags:
        _check_queued(given)
    return asyncio.run(_propose(given, call))


async def _propose(given: Words, call: Call) -> None:
    article = _article(given, call)
    async with loaded(call) as store:
        desk = await desk_of(store, call)
        reading = read_article(article, desk.knowledge)
        proposals, dropped = reading.proposals, 0
        if MODEL in given.flags:
            more = await ask_further(article, desk.knowledge, reading, call.settings)
            proposals, dropped = (*proposals, *more.proposals), more.dropped
        found = [Reviewed(proposal=each, source=article.source) for each in proposals]
        if JSON in given.flags:
            write_all([review.brief(desk, each) for each in found], call.stdout)
        else:
            for each in found:
                show_one(desk, each, call)
                call.stdout.write("\n")
            _tell(
                [
                    *([CUT] if reading.cut else []),
                    *([] if found else [NOTHING]),
                    *([DROPPED.format(count=dropped)] if dropped else []),
                ],
                call,
            )
        if found:
            await _queue(store, article, proposals, given, call)


async def _queue(
    store: Store, article: Article, found: Sequence[Proposal], given: Words, call: Call
) -> None:
    as_json = JSON in given.flags
    if QUEUE not in given.flags:
        if not (call.is_interactive and URL in given.options and BY in given.options):
            _tell([] if as_json else [NOT_QUEUED], call)
            return
        call.stdout.write(call.voice.text(WANTED))
        call.stdout.flush()
        if call.stdin.readline().strip().lower() not in ("y", "yes"):
            return
    added = await store.proposals.add(article.source, found, by=given.options[BY], at=call.clock())
    if not as_json:
        _tell([said(each) for each in added], call)


def said(added: Added) -> str:
    return CAME[added.came].format(id=added.id)


def _tell(sentences: Sequence[str], call: Call) -> None:
    screen = screen_of(call)
    for each in sentences:
        screen.show(wrap(Text(call.voice.word(each)), screen.width))


def _check_queued(given: Words) -> None:
    if URL not in given.options:
        raise QuestionError(WHERE)
    if BY not in given.options:
        raise QuestionError(WHOSE, usage=SHAPE.usage)


def _article(given: Words, call: Call) -> Article:
    day = day_of(given.options[PUBLISHED], call.today())
    grade = given.options.get(GRADE, Grade.OTHER).lower()
    if grade not in tuple(Grade):
        raise QuestionError(NO_GRADE, word=grade[:40], known=", ".join(Grade))
    text = text_of(_content(given.operands["FILE"], call))
    source = source_of(
        text,
        published_on=day,
        seen_on=call.today(),
        title=given.options.get(TITLE),
        publisher=given.options.get(PUBLISHER),
        url=given.options.get(URL, ""),
        grade=Grade(grade),
    )
    return Article(source=source, text=text)


def _content(name: str, call: Call) -> str:
    """No more is read than an article may have, however much there is."""
    told = STANDARD_INPUT if name == "-" else name
    try:
        if name == "-":
            content = _typed(call)
        else:
            with Path(name).open("rb") as file:
                content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise QuestionError(CANNOT_READ, file=told, problem=problem) from error
    if len(content) > LARGEST:
        raise QuestionError(TOO_LARGE, file=told)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuestionError(NO_TEXT, file=told) from error


def _typed(call: Call) -> bytes:
    if isinstance(call.stdin, io.TextIOWrapper):
        return call.stdin.buffer.read(LARGEST + 1)
    return call.stdin.read(LARGEST + 1).encode(errors="replace")
