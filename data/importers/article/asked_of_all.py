"""What is demanded of, proposed to or agreed by all members: one finding for each clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


from data.dates import PartialDate
from data.importers.article.amounts import Share
from data.importers.article.dating import When
from data.importers.article.findings import CommitmentFound
from data.importers.article.marking import Marked
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.things import Kind, Party, Person, Thing
from data.importers.proposals import Ground
from data.rules.commitments import Category, Status

_DEMANDS = (
    r"(?:demand(?:s|ed|ing)?|called (?:on|for|upon)|calls (?:on|for|upon)|calling (?:on|for)|urg(?:es|ed|ing)|press(?:es|ed|ing)(?: for)?|push(?:es|ed|ing)(?: for)?|"
    r"insist(?:s|ed|ing)?|want(?:s|ed)|ask(?:s|ed|ing)|challeng(?:es|ed)|told|exhort(?:s|ed)|would like|requir(?:es|ed))"
)
_PROPOSES = (
    r"(?:propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)|put forward|puts forward|putting forward|float(?:s|ed|ing)|tabl(?:es|ed|ing)|present(?:s|ed|ing)|outlin(?:es|ed|ing)|"
    r"put(?:s)? (?:\S+ ){1,5}?on the table|laid (?:\S+ ){1,5}?on the table|unveil(?:s|ed|ing)|recommend(?:s|ed)|submit(?:s|ted)|laid out|set out|drafted|pitch(?:es|ed|ing)|circulated|offered)"
)
_AGREES = (
    r"(?:agree(?:s|d)?(?: (?:to|on))?|commit(?:s|ted)?(?: themselves)?(?: to)?|pledg(?:es|ed)|adopt(?:s|ed)|endors(?:es|ed)|approv(?:es|ed)|sign(?:s|ed)(?: up| off)?|undert(?:ook|ake|akes)|"
    r"promis(?:es|ed)|resolv(?:es|ed)|decid(?:es|ed)|settled on|bound themselves|set themselves|enshrin(?:es|ed)|obliges|binds|vowed)"
)
_NOUN = r"(?:proposal|plan|compromise|blueprint|draft|scheme|formula|demand|call|offer|package|initiative)"
_ANY = r"(?: (?!;)\S+){0,12}?"
_FEW = r"(?: (?!;)\S+){0,6}?"
_ASKED = (
    (rf"{_NOUN} (?:that|which) <who:person|party>(?: (?:has|had|have))? (?:tabled|made|put forward|presented|submitted|outlined|circulated|drawn up)", Status.PROPOSED),
    (rf"(?:is what|that is what|what) <who:person|party> (?:wants?|demands?|is demanding|expects){_ANY} <all:all>", Status.DEMANDED),
    (rf"(?:was|were|been) (?:\w+ )?(?:adopted|agreed|approved|endorsed|accepted)(?: ‹day#\d+›| (?:in|at) ‹\w+#\d+›)* by <all:all|gathering>", Status.AGREED),
    (rf"(?:is what|that is what|what) <who:person|party> (?:put to|proposed|put before|suggested|presented)", Status.PROPOSED),
    (rf"<who:person|party>(?: ,)?{_FEW} {_DEMANDS}{_ANY} (?:<all:all>|the alliance)", Status.DEMANDED),
    (rf"<who:person|party>(?: ,)?{_FEW} {_DEMANDS} that (?:every|each|all|everyone|everybody){_ANY} <sum:share>", Status.DEMANDED),
    (rf"<who:person|party> 's demands? (?:that|for|of){_ANY} <sum:share>", Status.DEMANDED),
    (rf"(?:demands?|call|calls) (?:by|from|of) <who:person|party>{_ANY} <sum:share>", Status.DEMANDED),
    (rf"<who:person|party>(?: ,)?{_FEW} {_PROPOSES}", Status.PROPOSED),
    (rf"(?:under|in|as part of) (?:a|an|the|his|her) {_NOUN} (?:by|from|of|put forward by|tabled by|drawn up by|presented by|made by) <who:person|party>", Status.PROPOSED),
    (rf"(?:under|in) <who:person|party> 's{_FEW} {_NOUN}", Status.PROPOSED),
    (rf"<who:person|party> 's{_FEW} {_NOUN}{_FEW} (?:calls for|asks|foresees|envisages|would (?:require|oblige|have|see|commit|ask)|sees|requires|provides|has|sets)", Status.PROPOSED),
    (rf"{_NOUN} (?:by|from|of|put forward by|tabled by|drawn up by|presented by) <who:person|party>", Status.PROPOSED),
    (rf"(?:was|were|been) (?:first )?(?:proposed|suggested|put forward|floated|tabled) by <who:person|party>", Status.PROPOSED),
    (rf"(?:<all:all|gathering>|members|ministers|they|it)(?: (?:,|of ‹\w+#\d+›|in ‹\w+#\d+›|‹day#\d+›|have|has|had|also|all|unanimously|formally|finally|jointly|then|on|at|‹gathering#\d+›|‹place#\d+›|at the time)){{0,6}} {_AGREES}", Status.AGREED),
    (rf"(?:text|declaration|deal|agreement|pact|accord|pledge|document)(?: (?!;)\S+){{0,8}}? (?:leaders|<all:all>|allies|they)(?: \S+){{0,3}}? (?:put their names?|signed|agreed|adopted|approved|endorsed|signed up)", Status.AGREED),
    (rf"(?:agreed|adopted|signed|made|taken|approved|endorsed) (?:by|at|in) <all:all|gathering|party|place>", Status.AGREED),
    (rf"(?:declaration|communique|communiqué|text|agreement|pledge|accord){_FEW} (?:commits|binds|obliges|requires|adopted|says|sets|calls on|has) {_FEW}(?:<all:all>|‹share#\d+›)", Status.AGREED),
    (rf"(?:<all:party>)(?: 's leaders)?(?: (?:has|have|had|members|also|formally)){{0,6}} {_AGREES} {_FEW}(?:to|that|on|a|its)", Status.AGREED),
    (rf"<all:all> (?:should|must|ought to|have to|has to|need to|needs to|had to|will have to) (?:pay|spend|invest|raise|devote|reach|aim|put|contribute|go to|increase|lift){_ANY} <sum:share>", Status.DEMANDED),
)  # fmt: skip
_ALLIED = re.compile(
    r"(?<!\S)(?:‹all#\d+›|alliance|compromise|every ally|each ally|every member|each member|members|allies|countries)(?!\S)"
)
_MENTIONED = re.compile(
    r"^(?: per cent| percent)? (?:spending |defen[cs]e |investment )*(?:target|goal|guideline|benchmark|mark|threshold|objective|line|figure|pledge|target)(?!\S)"
)
_YEARLY = re.compile(
    r"(?<!\S)(?:annual(?:ly)?|yearly|(?:a|every|each|per) year|year on year)(?!\S)"
)
_CLAUSES = {Kind.SHARE, Kind.POINTS}
_LONG_AGO = 366


@dataclass(frozen=True, slots=True)
class Asker:
    """Who demanded, proposed or agreed, and since when: sentences that go on speak of the same."""

    status: Status
    person: str | None
    role: str | None
    party: str
    on: PartialDate
    told: bool
    paragraph: int
    number: int


def asked_of_all(scene: Scene, before: Asker | None) -> tuple[list[CommitmentFound], Asker | None]:
    """The clauses of a sentence, and who is behind them for the sentences that follow."""
    clauses = [
        each
        for each in sorted(scene.marked.things_in(scene.text), key=lambda t: t.first)
        if each.kind in _CLAUSES
    ]
    asker = _asker(scene) if clauses else None
    goes_on = asker is None and before is not None and _goes_on(scene, before)
    if goes_on:
        asker = before
    if asker is None:
        return [], before
    if not goes_on and not _is_of_all(scene, asker):
        return [], before
    found = [made for each in clauses if (made := _clause(scene, asker, each, clauses)) is not None]
    return found, asker if found or goes_on else before


def _asker(scene: Scene) -> Asker | None:
    for rule, status in _ASKED:
        for match in scene.marked.find(rule):
            how = mood(scene.text, match.start())
            inside = mood(scene.text, match.end())
            if how in (Mood.NEGATED, Mood.CONDITIONAL, Mood.HEARSAY) or inside in (
                Mood.NEGATED,
                Mood.HEARSAY,
            ):
                continue
            if re.search(
                r"(?<!\S)(?:not|never|reportedly|close to|could|might|may)(?!\S)", match.group()
            ):
                continue
            who = scene.marked.value(match, "who") if "who" in match.groupdict() else None
            if who is None and status is Status.DEMANDED and scene.speech is not None:
                who = scene.speech.actor
            made = _named(scene, match, status, who)
            if made is not None:
                return made
    return None


def _named(scene: Scene, match: re.Match[str], status: Status, who: object) -> Asker | None:
    on, told = _day(scene, match)
    if on is None:
        return None
    place = (scene.marked.sentence.paragraph, scene.marked.sentence.number)
    if status is Status.AGREED:
        party = scene.marked.value(match, "all") if "all" in match.groupdict() else None
        if isinstance(party, Party) and party.code != "NATO":
            return None
        return Asker(status, None, None, "NATO", on, told, *place)
    match who:
        case Person(party=str(party), former=False):
            return Asker(status, who.name, who.role, party, on, told, *place)
        case Party(code=code, adjective=False) if code == "NATO" or code in scene.members:
            return Asker(status, None, None, code, on, told, *place)
        case _:
            return None


def _day(scene: Scene, match: re.Match[str]) -> tuple[PartialDate | None, bool]:
    """When it was asked or agreed; None for what is long past."""
    published = PartialDate.of(scene.published)
    for each in re.finditer(r"‹day#\d+›", scene.text):
        value = scene.marked.thing(each.group()).value
        if not isinstance(value, When):
            continue
        is_past = value.behind.last <= scene.published
        if (
            value.word in {"in", "at", "back", ""}
            and value.behind.month is None
            and value.written
            and value.behind.year < scene.published.year - 1
        ):
            if each.start() < match.end() + 30:
                return None, True
        if (
            is_past
            and value.word in {"on", ""}
            and value.behind.day is not None
            and abs(each.start() - match.start()) < 60
        ):  # noqa: PLR2004
            if (scene.published - value.behind.first).days > _LONG_AGO:
                return None, True
            return value.behind, True
        if (
            is_past
            and value.word in {"in", "last", ""}
            and value.behind.month is not None
            and value.behind.day is None
        ):
            return value.behind, True
    if re.search(
        r"(?<!\S)(?:back in|years ago|decades ago|a decade ago|long ago|then)(?!\S)",
        scene.text[: match.end()],
    ):
        return None, True
    return published, False


def _is_of_all(scene: Scene, asker: Asker) -> bool:
    if asker.status is Status.AGREED or asker.party == "NATO":
        return True
    return _ALLIED.search(scene.text) is not None


def _goes_on(scene: Scene, before: Asker) -> bool:
    """Whether a sentence says more of what one shortly before it spoke of."""
    sentence = scene.marked.sentence
    others = [
        t
        for t in scene.marked.things_in(scene.text)
        if isinstance(t.value, Party) and scene.member(t.value) is not None
    ]
    is_near = sentence.paragraph == before.paragraph and sentence.number - before.number <= 2  # noqa: PLR2004
    if is_near and not others and mood(scene.text, len(scene.text)) is not Mood.HEARSAY:
        return (
            re.search(
                r"(?<!\S)(?:core|broader|wider|related|equipment|of that|of this|of which|the rest|another|a further|would|is meant|budgets|annual|yearly|year)(?!\S)",
                scene.text,
            )
            is not None
        )
    return (
        re.search(
            r"clause (?:requiring|that requires|obliging|under which|providing for|demanding)(?: \S+){0,3}? ‹points#\d+›",
            scene.text,
        )
        is not None
    )


def _clause(
    scene: Scene, asker: Asker, thing: Thing, clauses: list[Thing]
) -> CommitmentFound | None:
    value = thing.value
    if (
        re.search(
            r"(?<!\S)(?:met|cleared|reached|hit) (?:the )?(?:mark of |bar of )?‹share", scene.text
        )
        and asker.status is Status.PROPOSED
    ):
        return None
    if not isinstance(value, Share) or value.of == "other" or value.upto is not None:
        return None
    text = scene.text
    tag = next(
        each
        for each in re.finditer(r"‹(?:share|points)#\d+›", text)
        if scene.marked.thing(each.group()) is thing
    )
    at = clauses.index(thing)
    until = len(text)
    if at + 1 < len(clauses):
        until = next(
            e.start()
            for e in re.finditer(r"‹(?:share|points)#\d+›", text)
            if scene.marked.thing(e.group()) is clauses[at + 1]
        )
    behind = text[tag.end() : until]
    if value.points and not _YEARLY.search(text):
        return None
    if not value.points and _MENTIONED.match(behind):
        return None
    before = text[: tag.start()]
    if (
        re.search(
            r"(?<!\S)(?:instead of|rather than|up from|from|than|current|present|above the|beyond the|below)(?: \S+){0,2} $",
            before,
        )
        and "more than" not in before[-14:]
    ):
        return None
    category = _category(value, before, behind, text)
    made = CommitmentFound(
        quotes=[(scene.marked, *_words(scene.marked, tag, until))],
        status=asker.status,
        person=asker.person,
        role=asker.role,
        party=asker.party,
        category=category,
        bound="up_to"
        if re.search(r"(?:up to|at most|no more than|as much as|a maximum of) $", before)
        else "at_least",
        share=None if value.points else value.value,
        step=value.value if value.points else None,
        by=_by(scene, tag.start(), until, clauses, at),
        on=asker.on,
    )
    made.ground(
        Ground.NAMED_SPEAKER if asker.person else Ground.STATED,
        Ground.DAY_RESOLVED if asker.told else Ground.DAY_OF_ARTICLE,
    )
    if asker.number != scene.marked.sentence.number:
        made.ground(Ground.SUBJECT_BEFORE)
    return made


def _words(marked: Marked, tag: re.Match[str], until: int) -> tuple[int, int]:
    rest = marked.text[tag.end() : until]
    stop = re.search(r"(?<!\S)(?:[,;.]|and|along|while|plus|with)(?!\S)", rest)
    return marked.quote(tag.start(), tag.end() + (stop.start() if stop is not None else len(rest)))


def _category(value: Share, before: str, behind: str, text: str) -> Category:
    """By the words behind a figure; where these say nothing, by those before it."""
    if value.of == "defence" or re.search(r"(?<!\S)(?:major |new )?equipment(?!\S)", behind):
        return Category.EQUIPMENT
    if value.points:
        return Category.CORE if re.search(r"(?<!\S)(?:core|hard)(?!\S)", text) else Category.DEFENCE
    near = " ".join(re.split(r" [,;:.](?= |$)", f" {behind.strip()}")[0].split()[:12])
    ahead = " ".join(re.split(r"(?<= )[,;:.] |‹(?:share|points)#\d+›", before)[-1].split()[-8:])
    return _named_category(near) or _named_category(ahead) or Category.DEFENCE


def _named_category(words: str) -> Category | None:
    core = re.search(r"(?<!\S)(?:core|hard|pure|strictly|traditional)(?!\S)", words)
    broader = re.search(
        r"(?<!\S)(?:broader|wider|related|infrastructure|resilience|cyber|ports|roads|bridges|railways|civil|security|"
        r"adjacent|dual|innovation)(?!\S)",
        words,
    )
    both = re.search(r"(?<!\S)(?:as well as|and|plus|together)(?!\S)", words)
    if core is not None and broader is not None and both is not None:
        return Category.TOTAL
    if core is not None:
        return Category.CORE
    military = re.search(
        r"(?<!\S)(?:defen[cs]e|military)(?: spending)?(?: ,)? and (?:\S+ ){0,2}?(?:security|related|resilience|infrastructure)",
        words,
    )
    first = broader is None or military is None or military.start() < broader.start()
    if military is not None and first:
        return Category.TOTAL
    if broader is not None:
        return Category.BROADER
    return (
        Category.TOTAL
        if re.search(r"(?<!\S)(?:in total|altogether|combined|overall)(?!\S)", words)
        else None
    )


def _by(scene: Scene, start: int, until: int, clauses: list[Thing], at: int) -> int | None:
    """The year told with a clause; one told only behind the last holds for all of them."""

    def told(begin: int, end: int) -> int | None:
        for each in re.finditer(r"‹day#\d+›", scene.text[begin:end]):
            value = scene.marked.thing(each.group()).value
            if (
                isinstance(value, When)
                and value.word in {"by", "until", "before", "within", "from", "in"}
                and value.ahead.year > scene.published.year
            ):
                return value.ahead.year
        return None

    own = told(start, until)
    if own is not None:
        return own
    places = [e.start() for e in re.finditer(r"‹(?:share|points)#\d+›", scene.text)]
    others = [told(a, b) for a, b in zip(places, [*places[1:], len(scene.text)], strict=True)]
    if (
        len(clauses) > 1
        and at < len(others) - 1
        and all(each is None for each in others[:-1])
        and others[-1] is not None
    ):
        between = scene.text[places[-1] :]
        return others[-1] if re.search(r", (?:\S+ )*?‹day#\d+›", between) or True else None
    first = places[0] if places else start
    return told(0, first)
