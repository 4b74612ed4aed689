"""What `article3 feed` writes: which feeds are watched."""

import asyncio
import secrets

from bot.call import Call
from bot.fact_store import page_of
from bot.facts import BY
from bot.feeds import GRADE, PUBLISHER, URL, WHICH
from bot.feeds_asking import find, show
from bot.opening import bare
from bot.words import Words
from data.errors import QuestionError
from data.facts.soundness.text import LONGEST_NAME, what_is_wrong_with
from data.importers.feeds.addresses import Policy
from data.importers.feeds.model import FeedError, Watched
from data.messages import mark
from data.sources import Grade
from data.subscriptions.model import new_id

NO_GRADE = mark("There is no grade '{word}'. There are: {known}.")
UNFIT = mark("{option} {problem}")
THERE = mark("This feed is watched already.")
REMOVED = mark("{name} is not watched any more. What was found in it stays in the review.")

_MOST_ECHOED = 40


def add(given: Words, call: Call) -> None:
    asyncio.run(_add(made(given, call), call))


def remove(given: Words, call: Call) -> None:
    asyncio.run(_remove(given, call))


def made(given: Words, call: Call) -> Watched:
    """As it was typed. Raises QuestionError for an address that feeds are not read from."""
    try:
        url = Policy().check(given.operands[URL])
    except FeedError as error:
        raise QuestionError(error.sentence.template, **error.sentence.values) from error
    publisher = given.options.get(PUBLISHER)
    if publisher is not None and (problem := what_is_wrong_with(publisher, longest=LONGEST_NAME)):
        raise QuestionError(UNFIT, option=PUBLISHER, problem=problem)
    return Watched(
        id=new_id(secrets.choice),
        url=str(url),
        host=str(url.host),
        publisher=publisher,
        grade=_grade(given.options.get(GRADE, Grade.OTHER.value)),
        by=given.options[BY],
        added_at=call.clock(),
    )


def _grade(word: str) -> Grade:
    if word.lower() not in tuple(Grade):
        raise QuestionError(NO_GRADE, word=word[:_MOST_ECHOED], known=", ".join(Grade))
    return Grade(word.lower())


async def _add(feed: Watched, call: Call) -> None:
    async with bare(call) as store:
        there = await store.feeds.add(feed)
        page = await page_of(store, call)
    if there.id != feed.id:
        call.tell(THERE)
    show([there], call, page)


async def _remove(given: Words, call: Call) -> None:
    async with bare(call) as store:
        feed = await find(store, given.operands[WHICH])
        await store.feeds.remove(feed.id, by=given.options[BY], now=call.clock())
    call.tell(REMOVED.format(name=feed.name))
