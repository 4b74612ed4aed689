"""The meetings of an article: mentions of one meeting, put together over its sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from data.dates import PartialDate
from data.facts.knowledge import Knowledge
from data.facts.records import Meeting, MeetingKind
from data.importers.article.dating import When
from data.importers.article.marking import Marked
from data.importers.article.mood import Mood, is_ahead, mood
from data.importers.article.things import Gathering, Kind, Party, Place, Thing
from data.names.text import key

Quote = tuple[Marked, int, int]
"""A sentence, and from where to where in it the words stand."""

_SUMMITS = frozenset(
    {MeetingKind.SUMMIT, MeetingKind.EXTRAORDINARY_SUMMIT, MeetingKind.LEADERS_MEETING}
)
_FAR = 13
"""Words between a meeting and its place or day."""
_STOP = re.compile(
    rf"(?<!\S)(?:[;:—]|but|while|said|told|warned|confirmed|announced|added|reported|‹gathering#\d+›|‹elsewhere#\d+›|where|when|whether)(?!\S)"
)
_HELD = (
    r"(?:host(?:s|ed|ing)?|held|scheduled|take place|takes place|taking place|took place|convene[sd]?|"
    r"meet|meets|met|gather(?:s|ed)?|moved|brought forward|postponed|set|slated|planned|opens?|begins?|starts?|due)"
)


@dataclass(slots=True)
class Meet:
    """A meeting as the article tells it. `days` were told with it, `mood` is how."""

    kind: MeetingKind | None
    city: str | None = None
    country: str | None = None
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    cancelled: bool = False
    days: int | None = None
    """How many it lasts, where the text says so."""
    written: bool = True
    told: bool = False
    carried: bool = False
    """Whether its day or place is told here, rather than only its name."""
    quotes: list[Quote] = field(default_factory=list[Quote])

    def takes(self, other: "Meet") -> bool:
        """Whether another mention may be of the same meeting."""
        if other.kind is not None and self.kind is not None and not _same(self.kind, other.kind):
            return False
        if other.city and self.city and key(other.city) != key(self.city):
            return False
        if other.country and self.country and other.country != self.country:
            return False
        if other.starts is not None and self.starts is not None:
            return not _apart(self.starts, other.starts)
        return True

    def take(self, other: "Meet") -> None:
        self.kind = self.kind or other.kind
        if self.kind is MeetingKind.SUMMIT and other.kind is MeetingKind.EXTRAORDINARY_SUMMIT:
            self.kind = other.kind
        self.city, self.country = self.city or other.city, self.country or other.country
        if other.starts is not None and (
            self.starts is None or _RANK[other.starts.precision] > _RANK[self.starts.precision]
        ):
            self.starts, self.ends, self.written = other.starts, other.ends, other.written
        self.cancelled |= other.cancelled
        self.days = self.days or other.days
        self.told |= other.told
        self.quotes.extend(other.quotes)


_RANK = {"year": 0, "month": 1, "day": 2, "instant": 3}


def _same(one: MeetingKind, other: MeetingKind) -> bool:
    return one is other or {one, other} <= _SUMMITS


def _apart(one: PartialDate, other: PartialDate) -> bool:
    return one.last < other.first or other.last < one.first


class Meets:
    """Hands out for each mention the meeting it is of."""

    def __init__(self, published: date) -> None:
        self.published = published
        self.every: list[Meet] = []
        self._of: dict[tuple[int, int], Meet] = {}
        self._newest: Meet | None = None
        self._spoken_in: int | None = None

    def read(self, marked: Marked) -> None:
        for thing in sorted(marked.things_in(marked.text), key=lambda each: each.first):
            if isinstance(thing.value, Gathering) and thing.kind is Kind.GATHERING:
                mention = _mention(marked, thing, thing.value, self.published)
                self._of[marked.sentence.number, thing.first] = self._place(mention)

    def of(self, marked: Marked, thing: Thing) -> Meet:
        return self._of[marked.sentence.number, thing.first]

    def start_again(self) -> None:
        """Before the sentences are read a second time, with all meetings known."""
        self._newest = None
        for each in self.every:
            if each.days and each.starts is None and each.ends is not None and each.ends.day:
                each.starts = PartialDate.of(each.ends.first - timedelta(days=each.days - 1))
                each.told = True
            if each.days and each.ends is None and each.starts is not None and each.starts.day:
                each.ends = PartialDate.of(each.starts.first + timedelta(days=each.days - 1))

    def reach(self, marked: Marked) -> None:
        """From now on the meeting of this sentence is the one spoken of last."""
        spoken = [
            meet for (number, _), meet in self._of.items() if number == marked.sentence.number
        ]
        named = [each for each in spoken if each.kind is not None]
        if named:
            self._newest = named[0]
            self._spoken_in = marked.sentence.number

    def is_near(self, marked: Marked) -> bool:
        """Whether the meeting spoken of last was spoken of in one of the two sentences before."""
        return self._spoken_in is not None and marked.sentence.number - self._spoken_in <= 2  # noqa: PLR2004

    def only(self) -> Meet | None:
        """The one that the article is about, where it is about no more than one."""
        named = [each for each in self.every if each.kind is not None]
        return named[0] if len(named) == 1 else None

    def newest(self) -> Meet | None:
        return self._newest

    def _place(self, mention: Meet) -> Meet:
        for each in reversed(self.every):
            if each.takes(mention):
                each.take(mention)
                self.every.remove(each)
                self.every.append(each)
                return each
        self.every.append(mention)
        return mention


def _mention(marked: Marked, thing: Thing, value: Gathering, published: date) -> Meet:
    text = marked.text
    tag = next(m for m in re.finditer(r"‹gathering#\d+›", text) if marked.thing(m.group()) is thing)
    found = Meet(value.kind)
    spans = [tag.span()]
    for span, told in (*_behind(marked, tag.end()), *_before(marked, tag.start())):
        match told.value:
            case Place(city=city, country=country) if found.city is None and found.country in (
                None,
                country,
            ):
                found.city, found.country = city, country
            case Party(code=code, adjective=False) if found.country is None and len(code) == 3:  # noqa: PLR2004
                found.country = code
            case When(word="until" | "through") as when if found.ends is None:
                found.ends = _day_of(when, text[: tag.end() + 60], published)
            case When() as when if found.starts is None:
                found.starts = _day_of(when, text[: tag.end() + 60], published)
                found.ends, found.written = when.ends_with(found.starts), when.written
            case _:
                continue
        spans.append(span)
    found.days = _lasts(marked, thing)
    if re.match(
        r"(?: \S+){0,10}? (?:closes|ends|finishes|concludes) the (?:following|next) day",
        text[tag.end() :],
    ):
        found.days = 2
    if (
        found.starts is not None
        and found.days
        and re.match(
            r"(?: (?!;)\S+){0,8}? (?:closed|ended|wound up|concluded|finished)(?!\S)",
            text[tag.end() :],
        )
    ):
        found.ends, found.starts = found.starts, None
    found.cancelled = _is_cancelled(text, tag)
    found.told = (
        found.starts is not None
        or found.ends is not None
        or (len(spans) > 1 and _is_set(text, tag))
    )
    moved = _MOVED_TO.search(text[tag.end() :])
    if moved is not None:
        value = marked.thing(moved[1]).value
        found.starts, found.ends = (
            (value.ahead, value.ends) if isinstance(value, When) else (None, None)
        )
    if found.ends is not None and _MOVED.search(text):
        found.starts, found.ends = found.ends, None
    if _is_somebodys_day(found, text, tag):
        found.starts = found.ends = None
        found.told = False
    how = mood(text, tag.start())
    if how in (Mood.CONDITIONAL, Mood.HEARSAY) and found.told and not marked.search(_HELD):
        found.told = False
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    found.quotes.append((marked, *marked.quote(start, end)))
    return found


def _day_of(when: When, said: str, published: date) -> PartialDate:
    """Ahead or behind, by the words around it; of days written out, the nearer one."""
    if when.ahead == when.behind or is_ahead(said):
        return when.ahead
    if not when.written and _PAST.search(said):
        return when.behind
    if not when.written:
        return when.ahead
    away = (abs((each.first - published).days) for each in (when.behind, when.ahead))
    return when.behind if next(away) < next(away) else when.ahead


_PAST = re.compile(
    r"(?<!\S)(?:met|got|held|took|undertook|gave|made|chose|last|were|was|had|did|came|saw|sat|went|sent|left|broke|\w{3,}(?<!plann)(?<!schedul)(?<!expect)ed)(?!\S)"
)


_MOVED_TO = re.compile(
    r"(?<!\S)(?:postponed|moved|rescheduled|put back|put off|brought forward|shifted|delayed)(?: \S+){0,4}? (?:to|until|till) (‹day#\d+›)"
)
_MOVED = re.compile(
    r"(?<!\S)(?:moved|postponed|brought forward|shifted|rescheduled|delayed)(?: \S+){0,5}? ‹day#"
)


def _is_cancelled(text: str, tag: re.Match[str]) -> bool:
    """Of the meeting itself: somebody's trip to it may be cancelled as well."""
    off = r"(?:cancell?ed|called off|scrapped|dropped)"
    if re.match(
        r"(?: (?!;|‹person)\S+){0,10}? will not (?:take place|be held|go ahead)", text[tag.end() :]
    ):
        return True
    behind = re.search(
        rf"^(?: (?!;|‹person)\S+){{0,12}}? (?:been|was|were|is) {off}(?!\S)", text[tag.end() :]
    )
    before = re.search(rf"(?<!\S){off} (?:\S+ ){{0,2}}$", text[: tag.start()])
    return behind is not None or before is not None


def _is_set(text: str, tag: re.Match[str]) -> bool:
    """Whether a place is where the meeting is to be, rather than a part of its name."""
    near = text[max(0, tag.start() - 60) : tag.end() + 60]
    return (
        re.search(
            r"(?<!\S)(?:host(?:s|ed|ing)?|held|take place|takes place|taking place|took place|venue|site|moved|planned for|"
            r"meet|meets|met|gather(?:s|ed)?|convene[sd]?)(?!\S)",
            near,
        )
        is not None
    )


def _is_somebodys_day(found: "Meet", text: str, tag: re.Match[str]) -> bool:
    """`joins the summit on Wednesday` tells when he comes, not when it begins."""
    comes = re.search(
        r"(?<!\S)(?:join|joins|attend|arrive|come|fly|travel|speak|address)(?: \S+){0,2} $",
        text[: tag.start()],
    )
    return comes is not None and not found.written and found.kind in _SUMMITS


def _lasts(marked: Marked, thing: Thing) -> int | None:
    """The days of `the two-day summit`."""
    tokens = marked.sentence.tokens
    said = " ".join(each.key for each in tokens[thing.first : thing.last + 5])
    days = _DAYS.search(said)
    return _COUNTED[days[1]] if days is not None else None


_DAYS = re.compile(r"\b(two|three) days?\b")
_COUNTED = {"two": 2, "three": 3}

Told = tuple[tuple[int, int], Thing]


def _behind(marked: Marked, place: int) -> Iterator[Told]:
    """`in The Hague on June 24`, as far as nothing else comes between."""
    rest = marked.text[place:]
    stop = _STOP.search(rest)
    rest = rest[: stop.start()] if stop is not None else rest
    limit = " ".join(rest.split()[:_FAR])
    for found in re.finditer(r"‹(?:place|day|party)#\d+›", rest[: len(limit) + 1]):
        thing = marked.thing(found.group())
        before = rest[: found.start()].split()
        if thing.kind is Kind.PARTY and not _is_where(before, marked.text):
            continue
        if thing.kind is Kind.DAY and _is_a_deadline(thing):
            continue
        yield (place + found.start(), place + found.end()), thing


def _is_where(before: list[str], text: str) -> bool:
    """`in the Netherlands`, `hosted by Albania`."""
    words = [each for each in before if each != "the"]
    if words[-1:] == ["in"]:
        return True
    return words[-2:] in (["hosted", "by"], ["host", "by"])


def _is_a_deadline(thing: Thing) -> bool:
    return isinstance(thing.value, When) and thing.value.word in {
        "by",
        "since",
        "until",
        "within",
        "before",
        "after",
    }


def _before(marked: Marked, place: int) -> Iterator[Told]:
    """`Thursday's meeting`, `the June summit`, `The Hague summit`, `On Thursday , ministers meet`,
    `Albania will host the summit`."""
    before = marked.text[:place].rstrip()
    for rule in (
        r"(?P<it>‹(?:day|place)#\d+›)(?: 's)?(?: (?P<more>‹(?:day|place|party)#\d+›))?$",
        r"(?P<it>‹party#\d+›)(?: \S+){0,3}? (?:host|hosts|hosted|hosting|welcome|welcomes)(?: (?:the|a|next|another|its)){0,6}(?: (?P<more>‹day#\d+› 's|‹day#\d+›))?$",
        r"^(?P<it>‹day#\d+›) ,?$",
        r"^(?P<it>‹place#\d+›) :$",
        r"(?P<it>‹place#\d+›) (?:will be|is|was|is to be) the (?:venue|site|setting|scene|host) (?:of|for)(?: (?P<more>‹day#\d+›)(?: 's)?)?$",
        r"^(?:meeting|gathered|gathering|assembled|convened|convening|sitting)(?: \S+){0,3}? (?P<it>‹(?:place|day)#\d+›)(?: (?P<more>‹day#\d+›))? ,$",
        r"(?:to|in) (?P<it>‹place#\d+›)(?: (?P<more>‹day#\d+›))? (?:for|to attend|to join)(?: (?P<late>‹day#\d+›)(?: 's)?)?$",
        r"^(?:\S+ ){0,3}?in (?P<it>‹place#\d+›)(?: (?P<more>‹day#\d+›))? ,?$",
    ):
        found = re.search(rule, before)
        if found is None:
            continue
        for group in ("it", "more", "late"):
            tag = re.match(r"‹\w+#\d+›", found.groupdict().get(group) or "")
            if tag is not None:
                yield found.span(group), marked.thing(tag.group())


def known_as(meet: Meet, knowledge: Knowledge, published: date) -> Meeting | None:
    """The meeting of the store that an article means: of its kind, not elsewhere and not on another
    day; of several, the one nearest to the article's day."""
    newest: dict[str, Meeting] = {}
    for each in knowledge.known(Meeting, date.max):
        newest[each.meeting] = each
    fitting = [each for each in newest.values() if _fits(meet, each)]
    if meet.starts is None and meet.city is None and meet.country is None:
        fitting = [
            each
            for each in fitting
            if each.starts and abs((each.starts.first - published).days) < 400
        ]  # noqa: PLR2004
    return min(fitting, key=lambda each: _away(each, meet, published), default=None)


def _fits(meet: Meet, known: Meeting) -> bool:
    if meet.kind is None or not _same(meet.kind, known.kind):
        return False
    if meet.city and known.city and not key(known.city).startswith(key(meet.city)):
        return False
    if meet.country and known.country and meet.country != known.country:
        return False
    if meet.starts is not None and known.starts is not None:
        if meet.kind in _SUMMITS:
            return abs((meet.starts.first - known.starts.first).days) < 200 or not _apart(
                meet.starts, known.starts
            )  # noqa: PLR2004
        return not _apart(meet.starts, known.starts)
    return True


def _away(known: Meeting, meet: Meet, published: date) -> tuple[int, int]:
    if known.starts is None:
        return (1, 0)
    to = meet.starts.first if meet.starts is not None else published
    behind = 100 if known.starts.last < published and meet.starts is None else 0
    return (0, abs((known.starts.first - to).days) + behind)
