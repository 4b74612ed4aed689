"""The review in Discord: what is posted, who decides, and what the next answer knows of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot import metrics
from bot.app import App
from bot.digest.sender import Rhythm
from bot.replies.issues import Issue
from bot.slash import propose
from bot.slash.review_codes import Action, write
from data.facts.knowledge import Knowledge
from data.facts.records import Position, Stance
from data.importers.proposals import Article, Proposal, Sort
from data.store import Store
from data.store.proposals import ReviewPlace, State
from data.subscriptions.model import ALL_PARTS
from tests import proposals as made
from tests.bot.test_review import Read
from tests.e2e.conftest import NOW, Bots
from tests.e2e.posts import sleeping
from tests.e2e.test_pseudo import NAMES
from tests.proposals import ARTICLE, CITES, OTHER_ARTICLE, passage, proposal, stance
from tests.pseudo import spoken, untranslated
from tests.standin import Place, Standin
from tests.standin.reply import Reply, Shown

SPAIN = stance(commitment="hague-2025", position=Position.OPPOSES)
NAME = "Propose facts"
MANAGER = ("view_channel", "send_messages", "use_application_commands", "manage_guild")


class Desk:
    """A server that reviews: Anna manages it, Rita has the role, Ben has neither."""

    def __init__(self, local: Standin, store: Store, bots: Bots) -> None:
        self.local, self.store, self._bots = local, store, bots
        self.guild = local.add_guild("Desk")
        self.channel = self.guild.add_channel("review")
        self.role = self.guild.add_role("Reviewers")
        self.anna = local.add_user("Anna").at(self.channel, permissions=MANAGER)
        self.rita = local.add_user("Rita").at(self.channel)
        self.ben = local.add_user("Ben").at(self.channel)
        self.guild.members[self.rita.user.id].roles.append(self.role.id)

    async def start(self, *, server: int | None = None) -> App:
        clock = self.local.clock
        rhythm = Rhythm(now=clock.seconds, sleep=sleeping(clock))
        app = await self._bots.start(rhythm=rhythm, review_server=server or self.guild.id)
        await app.wait_until_ready()
        return app

    async def stop(self, app: App) -> None:
        await self._bots.stop(app)

    async def open(self, *, role: bool = True) -> None:
        chosen = self.role.id if role else None
        wanted = ReviewPlace(guild=self.guild.id, channel=self.channel.id, role=chosen)
        await self.store.proposals.put_place(wanted, by=self.anna.user.id, now=NOW)

    async def add(self, *proposals: Proposal) -> list[int]:
        added = await self.store.proposals.add(ARTICLE, proposals, by="feed", at=NOW)
        return [each.id for each in added]

    @property
    def posts(self) -> list[Shown]:
        return [Shown(each) for each in self.channel.messages.values()]

    @property
    def message(self) -> dict[str, Any]:
        """The first one there, which is that of the proposal."""
        return next(iter(self.channel.messages.values()))

    @property
    def text(self) -> str:
        return Shown(self.message).text

    @property
    def buttons(self) -> list[str]:
        return Shown(self.message).buttons

    async def press(self, place: Place, label: str) -> Reply:
        return await place.click(self.message, label)


@pytest.fixture
def desk(local: Standin, store: Store, bots: Bots) -> Desk:
    return Desk(local, store, bots)


@pytest_asyncio.fixture
async def app(desk: Desk) -> App:
    """With Spain's stance posted, to be decided by those with the role."""
    await desk.open()
    await desk.add(proposal(SPAIN))
    app = await desk.start()
    await app.poster.look()
    return app


# What is posted


async def test_a_proposal_is_posted_once_with_its_words_and_what_would_change(
    desk: Desk, app: App
) -> None:
    for _ in range(2):
        await app.poster.look()
    assert "“On Tuesday **Spain said that it supports the new target**, its" in desk.text
    assert "**Changes** Before: After Trump's threat the Spanish government" in desk.text
    assert "**High confidence** The text states it plainly, in its own words." in desk.text
    assert "Proposed by feed on 25 November 2026" in desk.text
    assert desk.buttons == ["Accept", "Edit", "Reject"]
    assert app.metrics.value(metrics.REVIEW_POSTED) == 1
    (sent,) = [each for each in desk.local.requests if each.path.endswith("/messages")]
    assert (sent.body["nonce"], sent.body["enforce_nonce"]) == ("review-1-1", True)
    assert sent.body["allowed_mentions"] == {"parse": []}


async def test_quoted_words_call_nobody(desk: Desk) -> None:
    words = "@everyone <@123> **look** [here](https://evil.example) <b>now</b>"
    said = proposal(SPAIN, passages=[passage(f"He wrote {words} twice.", words)])
    await desk.open()
    await desk.add(said)
    await (await desk.start()).poster.look()
    (line,) = [each for each in desk.text.splitlines() if "He wrote" in each]
    assert line == (
        "- **Words** “He wrote **@\N{ZERO WIDTH SPACE}everyone \\<@\N{ZERO WIDTH SPACE}123> "
        "\\*\\*look\\*\\* \\[here\\](https:\\/\\/evil.example) \\<b>now\\<\\/b>** twice.” "
        "(paragraph 2)"
    )


async def test_a_long_proposal_fits_into_one_message(desk: Desk) -> None:
    words = "Ω" * 3_000
    said = proposal(SPAIN, passages=[passage(f"{words} said. " * 2, words)] * 4)
    await desk.open()
    await desk.add(said)
    await (await desk.start()).poster.look()
    assert "article3 review show 1 has all of it" in desk.text.replace("\\", "")


async def test_nothing_is_posted_where_no_channel_was_chosen(desk: Desk) -> None:
    await desk.add(proposal(SPAIN))
    await (await desk.start()).poster.look()
    assert desk.posts == []


async def test_one_that_fails_keeps_no_other_from_going(desk: Desk) -> None:
    await desk.open()
    await desk.add(proposal(SPAIN), proposal(made.meeting(), sort=Sort.MEETING))
    app = await desk.start()
    desk.local.faults.add("POST", "/channels/*/messages", status=429, body={
        "message": "Slow down", "retry_after": 0.1, "global": False, "code": 40062,
    }, times=9)  # fmt: skip
    desk.local.faults.add("POST", "/channels/*/messages", status=404, body="nothing")
    await app.poster.look()
    assert app.metrics.value(metrics.REVIEW_FAILURES, step="post") >= 1
    desk.local.faults.release()
    desk.local.clock.advance(61)
    await app.poster.look()
    desk.local.clock.advance(61)
    await app.poster.look()
    assert len(desk.posts) == 2


async def test_an_attempt_that_may_have_arrived_is_looked_for(desk: Desk) -> None:
    await desk.open()
    await desk.add(proposal(SPAIN))
    app = await desk.start()
    desk.local.faults.add("POST", "/channels/*/messages", stored=True)
    await app.poster.look()
    assert app.metrics.value(metrics.REVIEW_FAILURES, step="post") == 1
    desk.local.clock.advance(600)
    await app.poster.look()
    assert len(desk.posts) == 1
    assert (await desk.store.proposals.unposted(limit=9)) == ()


# A yes, and a no


async def test_what_is_accepted_is_in_the_next_answer(desk: Desk, app: App) -> None:
    reply = await desk.press(desk.rita, "Accept")
    assert reply.message is desk.message
    assert f"**Accepted by rita ({desk.rita.user.id}) on 25 November 2026, 09:30" in (
        desk.text.replace("\\", "")
    )
    assert desk.buttons == ["Undo"]
    assert "Spain opposes the target" in (await desk.ben.slash("stance", member="Spain")).text
    assert app.metrics.value(metrics.REVIEW_DECIDED, verdict="accepted") == 1


async def test_a_reported_target_is_in_the_next_answer_and_the_digest(desk: Desk) -> None:
    await desk.open()
    await desk.add(proposal(made.target(), sort=Sort.COMMITMENT))
    app = await desk.start()
    await app.poster.look()
    # All that is shipped has been written by then, and is no news.
    desk.local.clock.advance(3600)
    await desk.press(desk.rita, "Accept")
    assert "4%" in (await desk.ben.slash("commitment", commitment="Four percent")).text
    issue = Issue(
        mark="",
        day=NOW.date(),
        since=NOW.date(),
        written=(NOW + timedelta(minutes=1), NOW + timedelta(hours=2)),
        parts=ALL_PARTS,
    )
    digest = (await app.composer.answer(issue, "en")).briefing
    assert "Four percent" in "\n".join(each.text for each in digest.sentences())


@pytest.mark.usefixtures("app")
async def test_of_two_who_press_at_once_one_wins_and_the_other_is_told(desk: Desk) -> None:
    desk.guild.members[desk.ben.user.id].roles.append(desk.role.id)
    pending = [
        await each.click(desk.message, "Accept", wait=False) for each in (desk.rita, desk.ben)
    ]
    replies = await asyncio.gather(*(each.reply() for each in pending))
    (lost,) = [each for each in replies if each.ephemeral]
    assert "Proposal 1 was accepted already, by" in lost.text
    assert len(await desk.store.proposals.decisions()) == 1


async def test_a_no_needs_a_reason_and_can_be_undone(desk: Desk, app: App) -> None:
    form = await desk.press(desk.rita, "Reject")
    assert form.modal is not None
    assert form.modal["title"] == "Reject proposal 1"
    await desk.rita.submit(form, reason="It was a rumour,\nno more.")
    assert "Rejected by rita" in desk.text
    assert "It was a rumour, no more." in desk.text
    assert await desk.store.known(Stance, NOW.date(), at=NOW) is not None
    form = await desk.press(desk.rita, "Undo")
    await desk.rita.submit(form, reason="It was none.")
    assert desk.buttons == ["Accept", "Edit", "Reject"]
    assert "Undone by rita" in desk.text
    assert app.metrics.value(metrics.REVIEW_DECIDED, verdict="rejected") == 1


@pytest.mark.usefixtures("app")
async def test_an_undone_yes_is_in_no_answer(desk: Desk) -> None:
    await desk.press(desk.rita, "Accept")
    form = await desk.press(desk.rita, "Undo")
    await desk.rita.submit(form, reason="The article was withdrawn.")
    assert "Spain opposes" not in (await desk.ben.slash("stance", member="Spain")).text
    assert desk.buttons == ["Undo"]


async def test_buttons_work_after_a_restart(desk: Desk, app: App) -> None:
    await desk.stop(app)
    await desk.start()
    await desk.press(desk.rita, "Accept")
    assert (await desk.store.proposals.find(1)).state is State.ACCEPTED


async def test_what_was_decided_in_a_terminal_shows(desk: Desk, app: App) -> None:
    await desk.store.proposals.add(OTHER_ARTICLE, [proposal(SPAIN)], by="feed", at=NOW)
    await app.poster.look()
    assert "**Also reported by** The Gazette" in desk.text
    await desk.store.proposals.reject(1, by="Cleo", at=NOW, because="A rumour.")
    await app.poster.look()
    assert "Rejected by Cleo on" in desk.text
    assert desk.buttons == ["Undo"]


async def test_a_message_that_was_deleted_is_posted_anew(desk: Desk, app: App) -> None:
    desk.local.remove(desk.channel, int(desk.message["id"]))
    await desk.store.proposals.add(OTHER_ARTICLE, [proposal(SPAIN)], by="feed", at=NOW)
    for _ in range(2):
        await app.poster.look()
    assert desk.buttons == ["Accept", "Edit", "Reject"]


# Changes


@pytest.mark.usefixtures("app")
async def test_what_is_edited_is_recorded_as_edited(desk: Desk) -> None:
    form = await desk.press(desk.rita, "Edit")
    assert form.modal is not None
    await desk.rita.submit(form, values="position: supports", title="Another title")
    (known,) = [e for e in await desk.store.known(Stance, NOW.date()) if e.id == SPAIN.id]
    assert known.position is Position.SUPPORTS
    assert "Accepted with changes by rita" in desk.text
    assert (await desk.store.sources())[ARTICLE.id].title == "Another title"


@pytest.mark.usefixtures("app")
async def test_what_is_unsound_is_told_and_nothing_typed_is_lost(desk: Desk) -> None:
    form = await desk.press(desk.rita, "Edit")
    told = await desk.rita.submit(form, claim="My own words.", url="nowhere")
    assert told.ephemeral
    assert "url is 'nowhere', not an http(s) address." in told.text.replace("\\", "")
    assert desk.buttons == ["Accept", "Edit", "Reject"]
    again = await desk.rita.click(told, "Open the form again")
    typed = {
        each["component"]["custom_id"]: each["component"].get("value")
        for each in (again.modal or {})["components"]
    }
    assert (typed["claim"], typed["url"]) == ("My own words.", "nowhere")
    done = await desk.rita.submit(again, url=ARTICLE.url)
    assert "Accepted with changes by rita" in done.text
    assert desk.buttons == ["Undo"]


WRONG_LINES = [
    ("no colon here", "'no colon here' is no change."),
    ("colour: red", "There is no field 'colour' to be changed."),
    ("position: likes", 'position is "likes"; it must be'),
]


@pytest.mark.usefixtures("app")
async def test_lines_that_say_nothing_are_refused(desk: Desk) -> None:
    for line, said in WRONG_LINES:
        form = await desk.press(desk.rita, "Edit")
        told = await desk.rita.submit(form, values=line)
        assert said in told.text.replace("\\", ""), line


# Who decides


@pytest.mark.usefixtures("app")
async def test_only_those_with_the_role_decide(desk: Desk) -> None:
    for place in (desk.ben, desk.anna):
        for label in ("Accept", "Edit", "Reject"):
            told = await desk.press(place, label)
            assert told.ephemeral
            assert "Proposals are decided by those with the role Reviewers" in told.text
    assert (await desk.store.proposals.find(1)).state is State.WAITING


@pytest.mark.usefixtures("app")
async def test_without_a_role_managers_decide(desk: Desk) -> None:
    await desk.open(role=False)
    assert "by those who manage this server" in (await desk.press(desk.rita, "Accept")).text
    await desk.press(desk.anna, "Accept")
    assert desk.buttons == ["Undo"]


async def test_in_another_server_nothing_is_decided(desk: Desk, app: App) -> None:
    del app
    elsewhere = desk.local.add_guild("Elsewhere").add_channel("general")
    eve = desk.local.add_user("Eve").at(elsewhere, permissions=MANAGER)
    copied = desk.local.post(
        elsewhere, author=desk.local.bot, flags=1 << 15, components=desk.message["components"]
    )
    assert "Proposals are reviewed in another server" in (await eve.click(copied, "Accept")).text
    assert "Proposals are reviewed in another server" in (await eve.slash("review list")).text


async def test_where_no_server_reviews_it_says_so(bot: App, desk: Desk) -> None:
    del bot
    told = await desk.anna.slash("review channel")
    assert "whoever runs me has to name one with the setting REVIEW" in told.text


STRANGE = ("a3r:", "a3r:1", "a3r:2:accept:1", "a3r:1:eat:1", "a3r:1:accept:x", "a3r:1:accept:01")


@pytest.mark.usefixtures("app")
async def test_a_button_of_another_release_is_answered(desk: Desk) -> None:
    for custom_id in STRANGE:
        row = {"type": 1, "components": [{"type": 2, "style": 1, "label": "x"}]}
        row["components"][0]["custom_id"] = custom_id
        message = desk.local.post(desk.channel, author=desk.local.bot, components=[row])
        told = await desk.rita.click(message, "x")
        assert "This button is of another release of mine." in told.text, custom_id
        desk.local.remove(desk.channel, int(message["id"]))


def test_an_id_fits_into_a_button() -> None:
    assert len(write(Action.REJECTED, 999_999_999)) < 100


# Setting it up


async def test_a_manager_chooses_the_channel_and_the_role(desk: Desk) -> None:
    await desk.start()
    told = await desk.anna.slash("review channel", channel=desk.channel, role=desk.role)
    assert told.ephemeral
    assert "Proposals are posted in #review." in told.text.replace("\\", "")
    assert "Those with the role Reviewers decide." in told.text
    place = await desk.store.proposals.place(desk.guild.id)
    assert place == ReviewPlace(guild=desk.guild.id, channel=desk.channel.id, role=desk.role.id)


async def test_a_channel_that_cannot_be_written_to_is_refused(desk: Desk) -> None:
    await desk.start()
    closed = desk.guild.add_channel("closed")
    closed.forbid(["send_messages"])
    told = await desk.anna.slash("review channel", channel=closed)
    assert "for I lack: Send Messages" in told.text
    assert await desk.store.proposals.place(desk.guild.id) is None


@pytest.mark.usefixtures("app")
async def test_what_waits_and_what_was_decided_is_listed(desk: Desk) -> None:
    listed = await desk.anna.slash("review list")
    assert "1: where a member stands: Spain says that it supports the target." in listed.text
    await desk.press(desk.rita, "Accept")
    status = (await desk.anna.slash("review status")).text
    assert "Nothing waits for review." in status
    assert "1: Accepted by rita" in status


# The message command


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> list[Article]:
    """A reader who finds Spain's stance wherever Spain is named."""
    seen: list[Article] = []

    def read(article: Article, knowledge: Knowledge) -> Read:
        assert knowledge.roster
        seen.append(article)
        cites = (replace(CITES[0], source=article.source.id),)
        said = replace(SPAIN, cites=cites, known_on=article.source.published_on)
        said = replace(said, said_on=article.source.published_on)
        found: Sequence[Proposal] = [proposal(said)] if "Spain" in article.text else []
        return Read(tuple(found))

    monkeypatch.setattr(propose, "read_article", read)
    return seen


@pytest.mark.usefixtures("app")
async def test_a_reviewer_sends_what_was_found_to_review(desk: Desk, reader: list[Article]) -> None:
    embed = {
        "title": "Madrid opposes",
        "description": "Spain says no.",
        "url": "https://news.example.org/madrid",
        "provider": {"name": "News"},
    }
    await desk.press(desk.rita, "Accept")
    message = desk.local.post(desk.channel, author=desk.local.add_user("Eve"), embeds=[embed])
    reply = await desk.rita.apply(NAME, message)
    assert reply.ephemeral
    assert "One thing was found that the message seems to report:" in reply.text
    await reply.until(lambda reply: reply.followups)
    assert "**Spain said that it supports the new target**" in reply.followups[0].text
    assert [(each.source.url, each.source.publisher) for each in reader] == [
        ("https://news.example.org/madrid", "News")
    ]
    assert await desk.store.proposals.count_waiting() == 0
    sent = await desk.rita.click(reply, "Send to review")
    assert "was decided in the last two weeks" in sent.text
    assert sent.buttons == []


async def test_what_was_found_is_forgotten_with_a_restart(
    desk: Desk, app: App, reader: list[Article]
) -> None:
    message = desk.local.post(desk.channel, author=desk.rita.user, content="Spain says no.")
    reply = await desk.rita.apply(NAME, message)
    await desk.stop(app)
    await desk.start()
    told = await desk.rita.click(reply, "Send to review")
    assert "I have forgotten what was found there." in told.text
    assert reader


@pytest.mark.usefixtures("app")
async def test_others_are_only_shown_what_was_found(desk: Desk, reader: list[Article]) -> None:
    message = desk.local.post(desk.channel, author=desk.rita.user, content="Spain says no.")
    reply = await desk.ben.apply(NAME, message)
    assert reply.buttons == []
    assert "They are only shown here." in reply.text
    assert reader[0].source.url == (
        f"https://discord.com/channels/{desk.guild.id}/{desk.channel.id}/{message['id']}"
    )
    assert reader[0].source.publisher == "Rita"


@pytest.mark.usefixtures("app")
async def test_a_message_that_reports_nothing_says_so(desk: Desk, reader: list[Article]) -> None:
    message = desk.local.post(desk.channel, author=desk.rita.user, content="Good morning.")
    reply = await desk.rita.apply(NAME, message)
    assert "Nothing was found that could be recorded." in reply.text
    assert reader


@pytest.mark.usefixtures("app")
async def test_a_message_is_read_sent_and_accepted(desk: Desk) -> None:
    said = "Spain's prime minister Pedro Sánchez said on Tuesday that Spain opposes the 5% target."
    message = desk.local.post(desk.channel, author=desk.local.add_user("Eve"), content=said)
    reply = await desk.rita.apply(NAME, message)
    sent = await desk.rita.click(reply, "Send to review")
    assert "Proposal 2 waits for review." in sent.text
    await desk.store.proposals.accept(2, by="Rita", at=desk.local.clock.now())
    (source,) = [e for e in (await desk.store.sources()).values() if e.publisher == "Eve"]
    assert source.url.endswith(f"/{message['id']}")


# In the reader's words


GIVEN = frozenset(
    {
        *(ARTICLE.title, ARTICLE.publisher, OTHER_ARTICLE.publisher, ARTICLE.url),
        *(made.SENTENCE, SPAIN.claim, "hague-2025", "stance", SPAIN.id, "source", ARTICLE.id),
        *("rita", "anna", "feed", "Reviewers", "review", "Because"),
    }
)


async def test_all_of_it_is_in_the_language_of_its_reader(
    desk: Desk, reader: list[Article]
) -> None:
    await desk.open()
    await desk.add(proposal(SPAIN))
    await desk.store.proposals.add(OTHER_ARTICLE, [proposal(SPAIN)], by="feed", at=NOW)
    for each in (desk.guild, *(place.user for place in (desk.anna, desk.rita, desk.ben))):
        each.locale = "fr"
    app = await desk.start()
    with spoken():
        await app.poster.look()
        post = desk.message
        shown = [desk.text, *desk.buttons, *texts(await desk.anna.slash("review list"))]
        message = desk.local.post(desk.channel, author=desk.rita.user, content="Spain says no.")
        shown += texts(await desk.ben.apply(NAME, message))
        shown += texts(await desk.ben.click(post, "⟦Accept⟧"))
        forms = [await desk.rita.click(post, each) for each in ("⟦Edit⟧", "⟦Reject⟧")]
        for modal in (each.modal or {} for each in forms):
            shown += [modal["title"], *(each["label"] for each in modal["components"])]
        told = await desk.rita.submit(forms[1], reason="Because")
        shown += [*texts(told), *texts(await desk.anna.slash("review status"))]
    assert reader
    lines = [line for each in shown for line in each.split("\n")]
    assert [line for line in lines if untranslated(line, NAMES | GIVEN)] == []


def texts(reply: Reply) -> list[str]:
    return [reply.text, *reply.buttons]
