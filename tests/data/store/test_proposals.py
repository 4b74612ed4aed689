"""The queue: nothing enters without a yes, of two who decide one wins, and all can be undone."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import QuestionError, RecordError
from data.facts.records import Attendance, Position, Stance
from data.importers.proposals import Ground, Level, Passage, Proposal, Reported, Sort
from data.rules.commitments import Commitment, Status
from data.sources import Source
from data.store import Store, proposal_bodies, proposing
from data.store.proposals import Came, DecidedError, ReviewPlace, State, Verdict
from tests.data.store.conftest import NOW, REPORT, catalogue
from tests.data.store.test_tables import outcomes
from tests.proposals import (
    ARTICLE,
    OTHER_ARTICLE,
    guest,
    meeting,
    passage,
    proposal,
    review,
    stance,
    target,
)

BY = "Ana"
WHY = "The article was withdrawn."
TODAY = NOW.date()


@pytest.fixture
async def queue(store: Store) -> Store:
    await store.sync(catalogue(), now=NOW)
    return store


async def add(store: Store, *proposals: Proposal, source: Source = ARTICLE) -> list[int]:
    added = await store.proposals.add(source, proposals, by=BY, at=NOW)
    return [each.id for each in added]


# What waits


async def test_what_is_added_waits_and_nothing_is_known(queue: Store) -> None:
    before = await queue.change_counter()
    wanted = proposal(stance(), target(), reported=Reported(member="ESP", year=2025))
    (id,) = await add(queue, wanted)
    (waits,) = await queue.proposals.waiting()
    assert (waits.id, waits.proposal, waits.source) == (id, wanted, ARTICLE)
    assert (waits.state, waits.by, waits.at) == (State.WAITING, BY, NOW)
    assert await queue.known(Stance, TODAY) == ()
    assert await queue.change_counter() == before


async def test_a_story_that_waits_gets_another_source(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    again = proposal(stance(id="other", claim="Madrid says yes."))
    (added,) = await queue.proposals.add(OTHER_ARTICLE, [again], by="feed", at=NOW)
    assert (added.id, added.came) == (id, Came.MERGED)
    (waits,) = await queue.proposals.waiting()
    assert waits.further == (OTHER_ARTICLE,)
    assert waits.version == 2


async def test_the_same_article_twice_adds_nothing(queue: Store) -> None:
    await add(queue, proposal(stance()))
    (added,) = await queue.proposals.add(ARTICLE, [proposal(stance())], by="feed", at=NOW)
    assert added.came is Came.THERE
    assert (await queue.proposals.waiting())[0].further == ()


@pytest.mark.parametrize(("days", "came"), [(14, Came.DECIDED), (15, Came.NEW)])
async def test_a_story_that_was_decided_rests_for_two_weeks(
    queue: Store, days: int, came: Came
) -> None:
    (id,) = await add(queue, proposal(stance()))
    await queue.proposals.reject(id, by=BY, at=NOW, because="A rumour.")
    later = NOW + timedelta(days=days)
    (added,) = await queue.proposals.add(OTHER_ARTICLE, [proposal(stance())], by=BY, at=later)
    assert added.came is came


async def test_no_more_wait_than_can(queue: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposing, "MOST_WAITING", 2)
    await add(queue, proposal(stance()))
    with pytest.raises(QuestionError, match=r"^1 proposals wait for review, and 2 is the most"):
        await add(queue, proposal(stance("FRA")), proposal(stance("ITA")))
    assert await queue.proposals.count_waiting() == 1


async def test_of_a_sentence_without_end_only_what_is_near_the_words_is_kept(queue: Store) -> None:
    endless = "x" * 5_000 + " here " + "y" * 5_000
    await add(queue, proposal(stance(), passages=[passage(endless, "here")]))
    ((kept,),) = [each.proposal.passages for each in await queue.proposals.waiting()]
    assert (kept.words, len(kept.sentence)) == ("here", 2_004)


# A yes


async def test_what_is_accepted_is_known_with_its_source(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    before = await queue.change_counter()
    done = await queue.proposals.accept(id, by=BY, at=NOW)
    assert [(each.kind, each.id) for each in done.entries] == [
        ("source", ARTICLE.id),
        ("stance", "spain-2026-11-24"),
    ]
    assert await queue.known(Stance, TODAY) == (stance(),)
    assert (await queue.sources())[ARTICLE.id] == ARTICLE
    assert await queue.change_counter() > before
    assert done.queued.state is State.ACCEPTED
    assert done.queued.decision is not None
    assert (done.queued.decision.verdict, done.queued.decision.by) == (Verdict.ACCEPTED, BY)


async def test_of_two_who_decide_at_once_one_is_first(queue: Store, url: str) -> None:
    (id,) = await add(queue, proposal(stance()))

    async def press(by: str) -> str:
        async with Store.open(url) as other:
            try:
                await other.proposals.accept(id, by=by, at=NOW)
            except DecidedError as error:
                return error.message
            return by

    said = sorted(await asyncio.gather(press("Ana"), press("Ben")), key=len)
    winner = said[0]
    assert said[1] == (f"Proposal {id} was accepted already, by {winner} on 2026-11-25 08:00 UTC.")
    assert len(await queue.proposals.decisions()) == 1
    assert len(await queue.known(Stance, TODAY)) == 1


async def test_what_is_edited_is_recorded_as_edited(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    done = await queue.proposals.accept(
        id,
        by=BY,
        at=NOW,
        edited=[stance(position=Position.OPPOSES)],
        source=replace(ARTICLE, title="Spain says no"),
    )
    (known,) = await queue.known(Stance, TODAY)
    assert known.position is Position.OPPOSES
    assert (await queue.sources())[ARTICLE.id].title == "Spain says no"
    assert done.queued.decision is not None
    assert done.queued.decision.verdict is Verdict.EDITED


async def test_what_is_unsound_is_refused_and_still_waits(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    with pytest.raises(RecordError) as refused:
        await queue.proposals.accept(id, by=BY, at=NOW, edited=[stance("XXX", claim=" ")])
    assert {each.field for each in refused.value.faults} == {"member", "claim"}
    assert (await queue.proposals.find(id)).state is State.WAITING
    assert ARTICLE.id not in await queue.sources()


async def test_another_kind_cannot_take_its_place(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    with pytest.raises(QuestionError, match="is of stance"):
        await queue.proposals.accept(id, by=BY, at=NOW, edited=[meeting()])


async def test_an_id_that_is_taken_gets_a_number(queue: Store) -> None:
    first, second = await add(
        queue, proposal(stance()), proposal(stance(position=Position.OPPOSES))
    )
    await queue.proposals.accept(first, by=BY, at=NOW)
    await queue.proposals.accept(second, by=BY, at=NOW)
    known = {each.id for each in await queue.known(Stance, TODAY)}
    assert known == {"spain-2026-11-24", "spain-2026-11-24-2"}


async def test_a_source_that_is_there_is_cited_by_its_own_id(queue: Store) -> None:
    read_again = replace(ARTICLE, url=REPORT.url)
    (id,) = await add(queue, proposal(stance()), source=read_again)
    await queue.proposals.accept(id, by=BY, at=NOW)
    (known,) = await queue.known(Stance, TODAY)
    assert [each.source for each in known.cites] == [REPORT.id]


async def test_another_source_of_the_same_id_gets_a_number(queue: Store) -> None:
    (id,) = await add(
        queue,
        proposal(replace(stance(), cites=(replace(stance().cites[0], source=REPORT.id),))),
        source=replace(ARTICLE, id=REPORT.id),
    )
    await queue.proposals.accept(id, by=BY, at=NOW)
    (known,) = await queue.known(Stance, TODAY)
    assert [each.source for each in known.cites] == ["report-2"]


# What rests on what is not known yet


async def test_what_rests_on_another_proposal_names_it(queue: Store) -> None:
    attendance, oslo = await add(
        queue,
        proposal(guest(), sort=Sort.ATTENDANCE),
        proposal(meeting(), sort=Sort.MEETING),
    )
    with pytest.raises(QuestionError) as refused:
        await queue.proposals.accept(attendance, by=BY, at=NOW)
    assert refused.value.message == (
        f"Proposal {attendance} rests on oslo-2027, which is not known yet. Accept proposal {oslo} "
        "first, which proposes it."
    )
    await queue.proposals.accept(oslo, by=BY, at=NOW)
    await queue.proposals.accept(attendance, by=BY, at=NOW)
    assert await queue.known(Attendance, TODAY) == (guest(),)


async def test_a_meeting_told_with_its_guests_is_recorded_with_them_where_it_is_new(
    queue: Store,
) -> None:
    (id,) = await add(queue, proposal(meeting(), guest(), sort=Sort.ATTENDANCE))
    done = await queue.proposals.accept(id, by=BY, at=NOW)
    assert [each.kind for each in done.entries if each.kind != "source"] == [
        "meeting",
        "attendance",
    ]


async def test_a_meeting_told_with_its_guests_is_no_newer_word_on_what_is_known(
    queue: Store,
) -> None:
    announced, with_guest = await add(
        queue,
        proposal(meeting(), sort=Sort.MEETING),
        proposal(replace(meeting(), id="oslo-told-again"), guest(), sort=Sort.ATTENDANCE),
    )
    await queue.proposals.accept(announced, by=BY, at=NOW)
    done = await queue.proposals.accept(with_guest, by=BY, at=NOW)
    assert [each.kind for each in done.entries] == ["attendance"]
    assert done.known == (meeting().meeting,)


async def test_what_rests_on_what_nobody_proposes_is_unsound(queue: Store) -> None:
    (id,) = await add(queue, proposal(guest(), sort=Sort.ATTENDANCE))
    with pytest.raises(RecordError, match="meeting"):
        await queue.proposals.accept(id, by=BY, at=NOW)


# Commitments


async def test_a_known_commitment_gets_the_clause(queue: Store) -> None:
    first, second = await add(
        queue,
        proposal(target(), sort=Sort.COMMITMENT),
        proposal(review(), sort=Sort.COMMITMENT),
    )
    await queue.proposals.accept(first, by=BY, at=NOW)
    done = await queue.proposals.accept(second, by=BY, at=NOW)
    assert [(each.action, each.because) for each in done.entries] == [
        ("corrected", "The Tribune reports it: Spain says yes")
    ]
    (known,) = await queue.known(Commitment, TODAY)
    assert [each.id for each in known.clauses] == ["4-by-2030", "review-2029"]


async def test_a_commitment_that_has_it_all_is_left_alone(queue: Store) -> None:
    first, second = await add(
        queue,
        proposal(target(), sort=Sort.COMMITMENT),
        proposal(target(), stance(commitment="four-by-2030"), sort=Sort.COMMITMENT),
    )
    await queue.proposals.accept(first, by=BY, at=NOW)
    done = await queue.proposals.accept(second, by=BY, at=NOW)
    assert done.known == ("four-by-2030",)
    assert [each.kind for each in done.entries] == ["stance"]


async def test_a_later_status_is_added_to_the_history(queue: Store) -> None:
    first, second = await add(
        queue,
        proposal(target(), sort=Sort.COMMITMENT),
        proposal(target(status=Status.AGREED), sort=Sort.COMMITMENT),
    )
    await queue.proposals.accept(first, by=BY, at=NOW)
    await queue.proposals.accept(second, by=BY, at=NOW)
    (known,) = await queue.known(Commitment, TODAY)
    assert [each.status for each in known.history] == [Status.PROPOSED, Status.AGREED]


# A no, and second thoughts


async def test_a_no_needs_a_reason_and_writes_nothing(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    with pytest.raises(RecordError, match="because"):
        await queue.proposals.reject(id, by=BY, at=NOW, because=" ")
    rejected = await queue.proposals.reject(id, by=BY, at=NOW, because="A rumour.")
    assert rejected.state is State.REJECTED
    assert await queue.known(Stance, TODAY) == ()
    with pytest.raises(DecidedError, match=r"was rejected already, by Ana .*: A rumour\."):
        await queue.proposals.accept(id, by="Ben", at=NOW)


async def test_an_undone_yes_is_withdrawn_and_not_brought_up_again(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    await queue.proposals.accept(id, by=BY, at=NOW)
    undone = await queue.proposals.undo(id, by="Ben", at=NOW, because=WHY)
    assert await queue.known(Stance, TODAY) == ()
    assert [each.action for each in await queue.history(Stance, "spain-2026-11-24")] == [
        "recorded",
        "retracted",
    ]
    assert undone.state is State.REJECTED
    (added,) = await queue.proposals.add(ARTICLE, [proposal(stance())], by=BY, at=NOW)
    assert added.came is Came.DECIDED


async def test_an_undone_no_waits_again(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    await queue.proposals.reject(id, by=BY, at=NOW, because="A rumour.")
    assert (await queue.proposals.undo(id, by=BY, at=NOW, because=WHY)).state is State.WAITING
    await queue.proposals.accept(id, by=BY, at=NOW)
    verdicts = [each.verdict for each in reversed(await queue.proposals.decisions())]
    assert verdicts == [Verdict.REJECTED, Verdict.UNDONE, Verdict.ACCEPTED]


async def test_a_record_undone_once_can_be_recorded_again(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    await queue.proposals.accept(id, by=BY, at=NOW)
    await queue.proposals.undo(id, by=BY, at=NOW, because=WHY)
    await queue.proposals.undo(id, by=BY, at=NOW, because="It was right after all.")
    await queue.proposals.accept(id, by=BY, at=NOW)
    assert len(await queue.known(Stance, TODAY)) == 1


async def test_an_added_clause_is_taken_back(queue: Store) -> None:
    first, second = await add(
        queue,
        proposal(target(), sort=Sort.COMMITMENT),
        proposal(review(), sort=Sort.COMMITMENT),
    )
    await queue.proposals.accept(first, by=BY, at=NOW)
    await queue.proposals.accept(second, by=BY, at=NOW)
    with pytest.raises(QuestionError, match="was changed by Ana since proposal"):
        await queue.proposals.undo(first, by=BY, at=NOW, because=WHY)
    await queue.proposals.undo(second, by=BY, at=NOW, because=WHY)
    assert await queue.known(Commitment, TODAY) == (target(),)


async def test_nothing_is_undone_while_others_rest_on_it(queue: Store) -> None:
    first, second = await add(
        queue,
        proposal(target(), sort=Sort.COMMITMENT),
        proposal(stance(commitment="four-by-2030")),
    )
    await queue.proposals.accept(first, by=BY, at=NOW)
    await queue.proposals.accept(second, by=BY, at=NOW)
    with pytest.raises(RecordError, match="cannot go while others refer to it"):
        await queue.proposals.undo(first, by=BY, at=NOW, because=WHY)


async def test_what_waits_cannot_be_undone(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    with pytest.raises(QuestionError, match="still waits"):
        await queue.proposals.undo(id, by=BY, at=NOW, because=WHY)
    with pytest.raises(QuestionError, match="There is no proposal 99"):
        await queue.proposals.undo(99, by=BY, at=NOW, because=WHY)


async def test_a_story_that_waits_anew_keeps_the_old_one_away(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    await queue.proposals.reject(id, by=BY, at=NOW, because="A rumour.")
    later = NOW + timedelta(days=30)
    await queue.proposals.add(ARTICLE, [proposal(stance())], by=BY, at=later)
    with pytest.raises(QuestionError, match="The same story waits"):
        await queue.proposals.undo(id, by=BY, at=later, because=WHY)


async def test_decisions_are_neither_changed_nor_deleted(queue: Store, url: str) -> None:
    (id,) = await add(queue, proposal(stance()))
    await queue.proposals.reject(id, by=BY, at=NOW, because="A rumour.")
    found = await outcomes(
        url,
        {
            "changed": "update proposal_decision set because = 'x'",
            "deleted": "delete from proposal_decision",
        },
    )
    assert [what for what, said in found.items() if "the log only grows" not in said] == []


# Messages


async def test_one_alone_posts_it(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    to = queue.proposals
    assert await to.begin_post(id, channel=7, now=NOW)
    assert not await to.begin_post(id, channel=7, now=NOW)
    assert await to.begin_post(id, channel=7, now=NOW + timedelta(minutes=1))
    await to.give_back(id)
    assert await to.begin_post(id, channel=7, now=NOW)
    await to.posted(id, channel=7, message_id=2**62, version=1)
    assert (await to.unposted(limit=9), await to.outdated(limit=9)) == ((), ())


async def test_a_message_that_shows_less_is_found(queue: Store) -> None:
    (id,) = await add(queue, proposal(stance()))
    to = queue.proposals
    await to.posted(id, channel=7, message_id=8, version=1)
    await to.reject(id, by=BY, at=NOW, because="A rumour.")
    (old,) = await to.outdated(limit=9)
    assert (old.id, old.channel, old.message_id) == (id, 7, 8)
    await to.shown(id, version=old.version)
    assert await to.outdated(limit=9) == ()
    await to.lost(id)
    assert (await to.unposted(limit=9), await to.outdated(limit=9)) == ((), ())


async def test_the_place_set_last_counts(queue: Store) -> None:
    assert await queue.proposals.place(1) is None
    for role in (5, None):
        wanted = ReviewPlace(guild=1, channel=2**62, role=role)
        await queue.proposals.put_place(wanted, by=3, now=NOW)
        assert await queue.proposals.place(1) == wanted


# The text of a proposal

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
SHARES = st.decimals(min_value=0, max_value=100, places=3)
FACTS = st.one_of(
    st.builds(lambda claim: stance(claim=claim), TEXTS),
    st.builds(lambda share, by: target(str(share), by=by), SHARES, st.integers(2024, 2100)),
    st.builds(review, st.integers(2024, 2100)),
    st.just(meeting()),
    st.just(guest()),
)
PASSAGES = st.builds(
    lambda before, words, after, paragraph: Passage(
        sentence=before + words + after,
        start=len(before),
        end=len(before) + len(words),
        paragraph=paragraph,
    ),
    TEXTS,
    TEXTS,
    TEXTS,
    st.integers(1, 999),
)
REPORTED = st.builds(
    Reported,
    member=st.sampled_from(["ESP", "POL"]),
    year=st.integers(1949, 2100),
    share=st.none() | SHARES,
    amount=st.none() | st.integers(0, 10**13).map(Decimal),
    currency=st.none() | st.just("EUR"),
    estimate=st.booleans(),
)
PROPOSALS = st.builds(
    Proposal,
    sort=st.sampled_from(Sort),
    values=st.lists(FACTS, max_size=3).map(tuple),
    passages=st.lists(PASSAGES, max_size=3).map(tuple),
    confidence=st.sampled_from(Level),
    grounds=st.lists(st.sampled_from(Ground), unique=True).map(tuple),
    reported=st.none() | REPORTED,
)


@settings(max_examples=40)
@given(PROPOSALS)
def test_a_proposal_reads_back_as_it_was(made: Proposal) -> None:
    read = proposal_bodies.read(made.sort, proposal_bodies.text(made))
    assert read == made
    assert read.story == made.story


@settings(max_examples=40)
@given(PASSAGES)
def test_words_stay_the_same_however_little_is_kept_around_them(made: Passage) -> None:
    kept = proposal_bodies.bounded(proposal(stance(), passages=[made]))
    assert [each.words for each in kept.passages] == [made.words]
