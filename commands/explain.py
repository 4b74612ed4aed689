"""The message command "Explain figures": what the sources say to the claims in a message."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from commands.briefing import Briefing, FollowUp, Given, Section, Sentence
from commands.claim_answers import Answer, Answering
from commands.claim_draft import ClaimDraft
from commands.claim_leads import COUNTED
from commands.claim_sources import Reported
from commands.claims import Claim, Found, find
from commands.desk import Desk
from data.errors import QuestionError
from data.messages import mark

MOST_CLAIMS = 10
_MOST_FOLLOW_UPS = 3

NO_MEMBER = mark(
    "This looks for a member of NATO and a percentage in a message, such as: Spain spends 1.28 % "
    "of GDP. It found no member here."
)
NO_PERCENTAGE = mark(
    "This looks for a member of NATO and a percentage in a message, such as: Spain spends 1.28 % "
    "of GDP. It found no percentage of defence spending here that belongs to a member."
)


def brief(desk: Desk, text: str, as_of: date, *, written: date | None = None) -> Briefing:
    """Sets each claim in `text` beside what was known on the day it was `written`, and says what is
    known as of `as_of` where that differs. At most ten claims are looked at.

    Raises QuestionError where the text has no claim of a percentage about a member.
    """
    found = find(text, desk.members.members)
    if not found.claims:
        raise QuestionError(NO_PERCENTAGE if found.named else NO_MEMBER)
    draft = ClaimDraft(desk, as_of)
    day = as_of if written is None else min(written, as_of)
    claims = found.claims[:MOST_CLAIMS]
    answers = [_answer(draft, each, day) for each in claims]
    shown = [each for answer in answers for each in answer.shown]
    return draft.finish(
        "explain",
        title=draft.say(mark("What the sources say")),
        lead=_lead(draft, answers),
        sections=[
            Section(title=_title(draft, claim), facts=answer.facts)
            for claim, answer in zip(claims, answers, strict=True)
        ],
        caveats=[*_left_out(draft, found), *_asides(draft, claims, shown, day)],
        edition=max(
            (each.series.edition for each in shown),
            key=lambda edition: edition.published_on.last,
            default=None,
        ),
        follow_ups=_follow_ups(desk, claims),
    )


def _answer(draft: ClaimDraft, claim: Claim, written: date) -> Answer:
    return Answering(draft, claim, draft.desk.members.members[claim.country], written).answer()


def _title(draft: ClaimDraft, claim: Claim) -> Sentence:
    member = draft.desk.members.members[claim.country]
    return draft.say(
        mark("{member}: “{words}”"), member=draft.party(member.id), words=Given(text=claim.words)
    )


def _lead(draft: ClaimDraft, answers: list[Answer]) -> list[Sentence]:
    """One sentence each for what came out of several claims; what came out of none is left out."""
    if len(answers) == 1:
        return [answers[0].lead]
    outcomes = Counter(each.outcome for each in answers)
    count = draft.count(draft.say(mark("claims looked at")), answers)
    said: list[Sentence] = []
    for counted, one, several in COUNTED:
        some = sum(outcomes[each] for each in counted)
        if some:
            figure = draft.count(draft.say(mark("claims of one kind")), range(some))
            template = draft.voice.translations.ngettext(one, several, some)
            said.append(draft.say(template, some=figure, count=count))
    return said


def _left_out(draft: ClaimDraft, found: Found) -> list[Sentence]:
    """What of the message was not looked at."""
    said: list[Sentence] = []
    rest = found.claims[MOST_CLAIMS:]
    if rest:
        count = draft.count(draft.say(mark("further claims")), rest)
        template = mark("Further claims in the message that were not looked at: {count}.")
        said.append(draft.say(template, count=count))
    if found.others:
        what = draft.say(mark("percentages of something else"))
        template = mark(
            "Percentages left out because they are of something else or of no member: {count}."
        )
        said.append(draft.say(template, count=draft.count(what, range(found.others))))
    if found.cut:
        said.append(draft.say(mark("The message is long; only its beginning was read.")))
    return said


def _asides(
    draft: ClaimDraft, claims: Iterable[Claim], shown: list[Reported], written: date
) -> list[Sentence]:
    said: list[Sentence] = []
    if written < draft.as_of:
        day = draft.given(written)
        said.append(
            draft.say(mark("Judged by what was known on {day}, when it was written."), day=day)
        )
    if any(each.negated for each in claims):
        said.append(
            draft.say(
                mark(
                    "Where the message denies a figure, the figure itself is set beside the "
                    "sources."
                )
            )
        )
    if any(each.observation.estimate for each in shown):
        said.append(draft.say(mark("An estimate is NATO's own, for a year not yet closed.")))
    editions = {each.series.edition.id: each.series.edition for each in shown}
    if len({each.basis for each in editions.values()}) > 1:
        core = next(each for each in editions.values() if each.basis == "core")
        said.append(
            draft.say(
                mark(
                    "The edition of {edition} counts core defence expenditure and restates all "
                    "years; the earlier ones count defence expenditure."
                ),
                edition=draft.published(core),
            )
        )
    said.extend(
        draft.say(mark("{note}"), note=draft.claim(each.weak, each.cites))
        for each in editions.values()
        if each.weak is not None
    )
    return said


def _follow_ups(desk: Desk, claims: Iterable[Claim]) -> tuple[FollowUp, ...]:
    countries = list(dict.fromkeys(each.country for each in claims))[:_MOST_FOLLOW_UPS]
    members = (desk.members.members[each] for each in countries)
    return tuple(FollowUp(command="target", arguments=desk.party_name(each.id)) for each in members)
