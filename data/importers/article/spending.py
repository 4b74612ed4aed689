"""What members spend, and what they set themselves to spend."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from data.dates import PartialDate
from data.importers.article.amounts import Money, Share
from data.importers.article.dating import When
from data.importers.article.findings import FigureFound, PledgeFound
from data.importers.article.lines import pattern
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.subjects import subjects
from data.importers.article.things import Kind, Party, Place, Thing
from data.importers.proposals import Ground

DEFENCE = re.compile(
    r"(?<!\S)(?:defen[cs]e|military|armed forces|army|forces|rearmament|arms|armaments|weapons|soldiers|troops|nato|guideline|guidelines|"
    r"alliance|security)(?!\S)"
)
_INTENT = (
    r"(?:will|plans? to|intends? to|aims? to|aims? for|pledg(?:es|ed) to|promis(?:es|ed) to|vow(?:s|ed) to|commit(?:s|ted)? (?:itself )?to|"
    r"undert(?:ook|akes|aken) to|agreed to|(?:has )?decided to|is to|are to|would|shall|is going to|means? to|(?:has|have) resolved to|resolved to|seeks? to|wants? to|set out to|determined to|prepared to|preparing to|(?:has|have) set itself|(?:has|have) set|sets? itself|"
    r"(?:is|are) (?:committed|determined|set|due|on track) to|pledg(?:es|ed)|promis(?:es|ed)|vow(?:s|ed)|announced|announces|earmark(?:s|ed)|sets? aside|set aside|to)"
)
_SPEND = (
    r"(?:appropriate|allot|top up|topping up|spend|spending|reach|reaching|rais(?:e|es|ing)|lift|lifting|increas(?:e|ing)|boost|bring|bringing|hit|hitting|meet|meeting|invest|investing|devote|devoting|allocate|allocating|"
    r"put|putting|commit|earmark|take|taking|achieve|attain|get|go|grow|climb|rise|expand|push|exceed|pass|top|cross|add|move|double|set aside|provide|make available|channel|dedicate|step up|"
    r"goal|target|objective|floor|aim|ceiling)"
)
_PASSIVE = (
    r"<sum:share|money>(?: (?!;|‹share|‹money)\S+){0,8}? (?P<intent>will|would|is to|are to|is due to|shall|is set to) (?:then |finally |also )?"
    r"(?P<verb>be (?:reached|attained|spent|hit|met|devoted|invested|achieved|allocated|set aside|earmarked|made available|put)|go|flow)(?!\S)"
)
_RAISED_TO = (
    r"(?P<intent>will|would|is to|are to|shall) (?:then |also )?(?P<verb>be (?:raised|lifted|increased|topped up|brought up|brought|boosted|doubled|expanded|taken))"
    r"(?: (?!;)\S+){0,4}? to(?: \S+){0,3}? <sum:share|money>"
)
_WILL_BE = r"(?P<intent>will|would|is to|are to|shall) (?P<verb>be|stand at|amount to|total|equal|come to)(?: (?:at least|about|around|some|nearly|over|at)){0,6}(?: ,)? <sum:share|money>"
_GETS = r"(?:defen[cs]e|the military|the army|the armed forces|the forces|its forces)(?: ministry)? (?P<intent>will|would|is to|are to|gets?|receives?)(?: (?P<verb>get|receive|be given|have|be allotted))?(?: (?!;)\S+){0,4}? <sum:share|money>"
_EARMARKED = (
    r"(?P<verb>ring fenc(?:es|ed)|pencil(?:s|led) in|budget(?:s|ed) for|earmark(?:s|ed)|sets? aside|setting aside|allocat(?:es|ed)|assign(?:s|ed)|commit(?:s|ted)|pledg(?:es|ed)|promis(?:es|ed)|announc(?:es|ed)|approv(?:es|ed)|budget(?:s|ed)|releas(?:es|ed)|"
    r"unlock(?:s|ed)|agreed(?: on)?|enshrin(?:es|ed)|fix(?:es|ed)|anchor(?:s|ed)|signed off on|signs off on|put(?:s)? aside|adopt(?:s|ed)|reserv(?:es|ed)|gives?|provid(?:es|ed)|aim(?:s|ed|ing) (?:for|at)|bound (?:itself )?to)"
    r"(?: (?!;|‹share|‹money)\S+){0,6}? <sum:share|money>"
)
_MUST = r"(?P<intent>must|has to|have to|is (?:obliged|bound|required) to|are (?:obliged|bound) to)(?: (?!;)\S+){0,4}? (?P<verb>spend|reach|invest|devote|allocate|put)(?: (?!;)\S+){0,8}? <sum:share|money>"
_GOAL = r"(?:goal|target|objective|aim|ambition|floor|minimum)(?: \S+){0,4}? (?P<verb>is|of|at|remains|stands at|set at)(?: \S+){0,2}? <sum:share|money>"
_PLEDGE = rf"(?P<intent>{_INTENT})(?: (?!;)\S+){{0,5}}? (?P<verb>{_SPEND})(?: (?!;|but)\S+){{0,14}}? <sum:share|money>"
_PASSED = (
    r"(?:(?:gave|given|gives?) (?:\w+ )?(?:go ahead|green light|nod|blessing|approval) (?:to|for)|pass(?:ed|es)|approv(?:ed|es)|adopt(?:ed|s)|back(?:ed|s)|sign(?:ed|s)(?: off| into law)?|agreed|vot(?:ed|es)(?: through| for)?|waved through|endorsed|"
    r"unveil(?:ed|s)|present(?:ed|s)|enact(?:ed|s)|clear(?:ed|s)|tabled|submit(?:ted|s)|green ?lit|gave (?:its|their) (?:approval|blessing) to|ratified|launch(?:ed|es))"
)
_PAPER = r"(?P<paper>budgets?|laws?|statutes?|acts?|bills?|legislation|programmes?|programs?|plans?|package|strategy|fund|amendment|spending review)"
_BUDGET = rf"{_PASSED}(?: (?!;)\S+){{0,8}}? {_PAPER}(?: (?!;)\S+){{0,18}}? <sum:share|money>"
_BUDGET_OF = rf"{_PASSED}(?: (?!;)\S+){{0,6}}? <sum:share|money>(?: (?!;)\S+){{0,5}}? {_PAPER}"
_GIVES = (
    rf"{_PAPER}(?: (?!;|not)\S+){{0,8}}? (?:receives|allots|prescrib(?:es|ing)|assigns|pencils in|pencilled in|ring fences|ring fenced|tops up|brings up|brings|sets aside|foresees|allocates|gives|earmarks|provides|puts|contains|includes|lifts|raises|takes|devotes|assigns|reserves|"
    r"envisages|obliges|requires|commits|fixes|enshrines|sets|binds|calls for|allots|keeps|holds|anchors|stipulates|mandates|guarantees|earmarking|worth|of)(?: (?!;)\S+){0,12}? <sum:share|money>"
)
_MEASURE = r"(?:defen[cs]e|military|arms|army)(?: (?:and security|related))? (?:spending|expenditures?|budgets?|outlays?|share|effort|bill|investment)"
_STOOD = (
    r"(?:(?:was|were|is|are) (?:equivalent|equal) to|(?:was|were|is|are) put at|was|were|is|are|stood at|stands at|reached|came to|comes to|came in at|amounted to|amounts to|totall?ed|totals|hit|rose to|climbed to|fell to|slipped to|grew to|"
    r"accounted for|accounts for|equalled|equals|ran to|runs to|worked out at|works out at|made up|represented|represents|edged up to|jumped to|dropped to|increased to|swelled to|"
    r"level at|tied at|even at|put at|is put at|was put at|has reached|had reached|has risen to|has climbed to|averaged)"
)
_PAID = (
    r"(?:spent|spends|spend|devoted|devotes|allocated|allocates|invested|invests|paid|dedicated|dedicates|channelled|put|puts|poured|laid out|disbursed|disburses|is spending|are spending|"
    r"has spent|expended|assigned|used|ploughed|plowed|committed)"
)
_RANKED = (
    r"(?:got|came|comes|came (?:in|out|last|first|second|third|fourth|fifth|next|close|top)|comes in|stood|stands|ranked|ranks|followed|follows|led|leads|topped|tops|trailed|trails|languished|lagged|lags|sits|sat|finished|is|was|were|are|fell (?:just |well |far )?short|(?:is|was|are) put|brought up the rear|"
    r"came last|came first|came next|comes next|was next|is next|was ahead|remained|remains|managed|recorded|posted|registered|reported|reports|logged|notched up|achieved)"
)
_M = r"(?:<who:party>|(?P<it>the country|the (?:\w+ )?(?:nation|state|republic|kingdom|ally|neighbou?r|country|island)|it|they))"
_MANAGED = r"(?:managed|recorded|registered|posted|achieved|reached|notched up|logged|hit|clocked up|reaches|manages|averaged)"
_FIGURES = (
    rf"«M»(?: ,)?(?: (?!;|‹share|‹money|and )\S+){{0,12}}? (?P<verb>{_PAID})(?: (?!;|‹share|‹money)\S+){{0,7}}? <sum:share|money>",
    rf"«M»(?: 's)? (?:\S+ ){{0,3}}?(?P<verb>{_MEASURE}|outlays|spending|expenditure|effort|share|contribution)(?: (?!;|‹share|‹money)\S+){{0,5}}? {_STOOD}(?: (?!;|‹share|‹money)\S+){{0,4}}? <sum:share|money>",
    rf"«M»(?: ,)?(?: (?!;|‹share|‹money|and )\S+){{0,9}}? (?P<verb>{_RANKED})(?: (?!;|‹share|‹money)\S+){{0,4}}? (?:level |tied )?(?:at|on|with|only|just|of|to) (?:(?:an|estimated|even|just|only|some|about|around|nearly|almost|spending|defen[cs]e spending of|barely) ){{0,6}}<sum:share|money>",
    rf"«M»(?: ,)?(?: which| who)?(?: (?:has|had|only|just|also|then)){{0,6}} (?P<verb>{_MANAGED})(?: (?:a|an|only|just|some|about|record|meagre|mere|modest|share of|estimated)){{0,6}} <sum:share>",
    r"«M» ,? ?(?P<verb>with|at|on) (?:(?:an|estimated|just|only|some|about|around|nearly|almost|barely|a|mere) ){0,6}<sum:share|money>",
    r"for «M» ,? ?(?:\S+ ){0,4}?(?P<verb>tables?|figures?|report|estimates?|projection|proportion|share|ratio|nato|alliance|it|is|was)(?: \S+){0,4}? <sum:share|money>",
    rf"those (?:of|in|for) (?:the )?<who:party> (?P<verb>{_STOOD})(?: \S+){{0,3}}? <sum:share|money>",
    rf"(?P<it>‹day#\d+› 's (?:\w+ )?(?:outlays|spending|expenditure|budget|share)|(?:outlays|spending|expenditure) ‹day#\d+›) (?P<verb>{_STOOD})(?: \S+){{0,3}}? <sum:share|money>",
    r"in (?:the )?<who:party> ,?(?: \S+){0,8}? the (?P<verb>proportion|share|figure|ratio|level) (?:was|is|stood at|came to) <sum:share>",
    r"«M» \( (?P<verb>)(?:\S+ ){0,2}?<sum:share|money>",
    r"(?P<verb>at|with|spending) (?:(?:an|estimated|just|only) ){0,6}<sum:share> ,? ?«M» (?:is|was|spends|spent|leads|led|ranks|ranked|came|tops|topped|has|remains|comes|stands)",
    r"(?:and|,|while|but|against|compared with) «M»(?P<verb> 's| spent| spends| was| is)? (?:at|to|with|on|just|only|in)? ?<sum:share|money>",
    rf"(?P<verb>{_MEASURE}) (?:of|in|by) «M»(?: (?!;|‹share|‹money)\S+){{0,4}}? {_STOOD}(?: \S+){{0,3}}? <sum:share|money>",
    r"«M» (?P<verb>reports?|reported|declared|posted|recorded|registered|showed|logged)(?: \S+){{0,4}}? (?:spending|expenditure|outlays|budget)(?: \S+){{0,2}}? <sum:share|money>",
    r"<who:party> 's (?P<verb>outlays?|effort|spending|budget|share|bill|contribution|expenditure|defen[cs]e spending|defen[cs]e budget|defen[cs]e effort|military spending|military budget)(?: ,)? (?:of|at|\() ?(?:(?:an|estimated|just|only|some|about) ){0,6}<sum:share|money>",
    r"<who:party> (?::|–|—) (?:(?!;|‹share|‹money)\S+ ){0,6}?(?P<verb>put at|at|of|spent|was|stood at|came to|reached|hit|outlays|spending)(?: \S+){0,2}? <sum:share|money>",
    r"<sum:share>(?: (?:on|for|to) (?:defen[cs]e|the military|its forces))?(?: (?:in|by|for)) «M»(?P<verb>)",
)  # fmt: skip
_IRONY = re.compile(
    r"(?<!\S)(?:oh|perhaps it should|at this (?:rate|pace)|wonderful|why not|bravo|hooray|some time in|one wonders|good luck)(?!\S)"
)
_ESTIMATE = re.compile(
    r"(?<!\S)(?:projection|projects|estimat\w+|expected|projected|provisional|preliminary|forecast|likely|thought to)(?!\S)"
)
_COMBINED = re.compile(r"(?<!\S)(?:‹some#\d+›|together|combined|collectively|jointly)(?!\S)")


@dataclass(frozen=True, slots=True)
class _Sum:
    share: Share | None
    money: Money | None

    @classmethod
    def of(cls, thing: Thing) -> "_Sum | None":
        match thing.value:
            case Share(of="" | "gdp") as share:
                return cls(share, None)
            case Money() as money:
                return cls(None, money)
            case _:
                return None


_CROWNS = {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK", "CZE": "CZK", "ISL": "ISK", "CAN": "CAD"}


def _currency(money: Money | None, member: str) -> str | None:
    """Kroner of nobody named are the member's own."""
    return None if money is None else money.currency or _CROWNS.get(member)


def is_ironic(text: str) -> bool:
    return _IRONY.search(text) is not None


def figures(scene: Scene, year_before: int | None, *, on_defence: bool) -> Iterator[FigureFound]:
    """`year_before` is the year the sentences before spoke of; `on_defence` whether they were about
    spending on defence at all."""
    seen: set[Thing] = set()
    for rule in _FIGURES:
        for match in scene.marked.find(rule.replace("«M»", _M)):
            thing = scene.marked.thing(match["sum"])
            member = _member(scene, match)
            if thing in seen or member is None:
                continue
            made = _figure(scene, match, thing, member, year_before, on_defence=on_defence)
            if made is not None:
                seen.add(thing)
                yield made
                yield from (replace(made, member=each) for each in _listed(scene, match))


def _listed(scene: Scene, match: re.Match[str]) -> list[str]:
    """Others of whom the same is said: `Spain and Belgium were level at`."""
    if match.groupdict().get("who") is None:
        return []
    before = scene.text[: match.start("who")]
    found: list[str] = []
    while (more := re.search(r"(‹party#\d+›)(?: ,)?(?: and)? $", before)) is not None:
        member = scene.member(scene.marked.thing(more[1]).value)
        if member is None:
            return []
        found.append(member)
        before = before[: more.start()]
    return (
        found if re.search(r"(?<!\S)(?:each|both|level|all|apiece|tied)(?!\S)", scene.text) else []
    )


def _member(scene: Scene, match: re.Match[str]) -> str | None:
    if match.groupdict().get("who") is None:
        return scene.member(scene.before[-1]) if scene.before else None
    actor = scene.marked.value(match, "who")
    before = scene.text[: match.start("who")].split()[-2:]
    if set(before) & {"like", "unlike", "than", "beyond", "outside"} and "than" not in before:
        return None
    return scene.member(actor)


def _figure(
    scene: Scene,
    match: re.Match[str],
    thing: Thing,
    member: str,
    year_before: int | None,
    *,
    on_defence: bool,
) -> FigureFound | None:
    total = _Sum.of(thing)
    text = scene.text
    if total is None or (total.share is not None and total.share.upto is not None):
        return None
    if not (DEFENCE.search(text) or on_defence) or _COMBINED.search(text[: match.end()]):
        return None
    if not _is_of_defence(scene, match, on_defence=on_defence):
        return None
    how = mood(text, match.start("sum"))
    if how in (Mood.NEGATED, Mood.CONDITIONAL, Mood.OPEN, Mood.HEARSAY) and not _ESTIMATE.search(
        match.group()
    ):
        return None
    if re.search(
        rf"(?<!\S)(?:will|would|plans?|intends?|aims?|must|should|(?:is|are|due|set|agreed|likely|expected|ordered|ready) to|pledged|target|goal|guideline|requires?)(?!\S)(?: \S+){{0,6}}? $",
        text[match.start() : match.start("sum")],
    ) and not _ESTIMATE.search(text):
        return None
    year, told = _year(scene, match, year_before)
    if year is None or not 1949 <= year <= scene.published.year:  # noqa: PLR2004
        return None
    made = FigureFound(
        quotes=[(scene.marked, *scene.marked.quote(match.start(), match.end()))],
        member=member,
        share=total.share.value if total.share else None,
        amount=total.money.amount if total.money else None,
        currency=_currency(total.money, member),
        year=year,
        estimate=_ESTIMATE.search(text) is not None,
        by_nato=re.search(
            r"‹party#\d+›(?: 's)? (?:\w+ )?(?:figures|estimates|tables|data|report)|alliance (?:figures|data)",
            text,
        )
        is not None,
    )
    made.ground(Ground.STATED, Ground.DAY_WRITTEN if told else Ground.DAY_RESOLVED)
    return made


def _is_of_defence(scene: Scene, match: re.Match[str], *, on_defence: bool) -> bool:
    """No share of something else, such as pensions, that stands between."""
    between = scene.text[match.start() : match.end()]
    behind = " ".join(scene.text[match.end() :].split()[:5])
    if re.search(
        r"(?<!\S)(?:pensions?|education|health|research|growth|inflation|deficit|debt|welfare|interest|unemployment|roads)(?!\S)",
        f"{between} {behind}",
    ):
        return DEFENCE.search(behind) is not None
    return on_defence or DEFENCE.search(scene.text) is not None


def _year(scene: Scene, match: re.Match[str], year_before: int | None) -> tuple[int | None, bool]:
    """The year of a figure: told behind it, before it, in its sentence, or in those before."""
    days = [
        (each.start(), scene.marked.thing(each.group()).value)
        for each in re.finditer(r"‹day#\d+›", scene.text)
    ]
    years = [(at, value) for at, value in days if isinstance(value, When) and _is_a_year(value)]
    behind = [value for at, value in years if at > match.start("sum")]
    before = [value for at, value in years if at < match.start("sum")]
    inside = [value for at, value in years if match.start() < at < match.start("sum")]
    nearest = inside[-1:] or (
        behind[:1]
        if behind
        and not re.search(
            r"‹(?:share|money)#\d+›", scene.text[match.end("sum") : _place(years, behind[0])]
        )
        else before[-1:] or behind[:1]
    )
    if nearest:
        return nearest[0].behind.year, nearest[0].written
    if year_before is not None:
        return year_before, False
    if re.search(r"(?<!\S)(?:now|currently|at present|today|present)(?!\S)", scene.text):
        return scene.published.year, False
    return None, False


def _place(days: list[tuple[int, When]], wanted: When) -> int:
    return next(at for at, value in days if value is wanted)


def _is_a_year(when: When) -> bool:
    return when.behind.month is None


def pledges(scene: Scene) -> Iterator[PledgeFound]:
    if is_ironic(scene.text):
        return
    seen: set[Thing] = set()
    rules: tuple[tuple[str, Literal["pledge", "budget"]], ...] = (
        (_BUDGET, "budget"), (_BUDGET_OF, "budget"), (_GIVES, "budget"), (_PLEDGE, "pledge"),
        (_PASSIVE, "pledge"), (_WILL_BE, "pledge"), (_RAISED_TO, "pledge"), (_GETS, "budget"), (_MUST, "pledge"), (_EARMARKED, "pledge"), (_GOAL, "pledge"),
    )  # fmt: skip
    for rule, kind in rules:
        for match in scene.marked.find(rule):
            for thing in _sums(scene, match):
                if thing in seen:
                    continue
                made = _pledge(scene, match, thing, kind)
                if made is None:
                    continue
                seen.add(thing)
                yield made
                more = re.match(
                    r"(?: ‹day#\d+›)? and (?:then )?(?:to |at )?(‹(?:share|money)#\d+›)",
                    scene.text[match.end() :],
                )
                if more is not None and scene.marked.thing(more[1]) not in seen:
                    seen.add(scene.marked.thing(more[1]))
                    yield from _further(
                        scene, made, scene.marked.thing(more[1]), match.end() + more.start(1)
                    )


def _further(scene: Scene, made: PledgeFound, thing: Thing, place: int) -> Iterator[PledgeFound]:
    """`to 2.5 % this year and to 3 % in 2028`."""
    total = _Sum.of(thing)
    day = re.match(r"\S+(?: (?!‹)\S+){0,4}? (‹day#\d+›)", scene.text[place:])
    when = scene.marked.thing(day[1]).value if day is not None else None
    if total is None or not isinstance(when, When) or when.ahead.year < scene.published.year:
        return
    yield replace(
        made,
        share=total.share.value if total.share else None,
        amount=total.money.amount if total.money else None,
        currency=_currency(total.money, made.member),
        by=PartialDate(when.ahead.year),
    )


def _sums(scene: Scene, match: re.Match[str]) -> list[Thing]:
    return [scene.marked.thing(match["sum"])]


def _pledge(
    scene: Scene, match: re.Match[str], thing: Thing, kind: Literal["pledge", "budget"]
) -> PledgeFound | None:
    total, text = _Sum.of(thing), scene.text
    if total is None or not (_is_on_defence(scene, match, total) or scene.on_defence):
        return None
    how = mood(text, match.start())
    allowed = (Mood.STATED, Mood.EXPECTED)
    if how not in allowed or mood(text, match.start("sum")) not in (*allowed, Mood.OPEN):
        return None
    if re.search(
        r"(?<!\S)(?:if|were|could|might|may|should|not|whether|considering|hopes?|would have|dreams?|asked|urged|calls?)(?!\S)",
        text[match.start() : match.start("sum")],
    ):
        return None
    if (
        match.groupdict().get("intent") == "would"
        and scene.speech is None
        and not re.search(r"(?:said|added|announced|told|went on)", text)
    ):
        return None
    if (
        match.groupdict().get("intent") in {"wants to", "want to", "seeks to"}
        and scene.speech is None
    ):
        return None
    if match.re is pattern(_EARMARKED) and (
        total.money is None
        and not re.search(r"(?:law|goal|target|floor|minimum)", text)
        and not re.match(r"commit|pledg|promis|agreed|aim|bound", match["verb"])
    ):
        return None
    if match.groupdict().get("intent") == "to" and not re.search(
        r"(?:plans?|pledge|promise|decision|decided|vow|law|goal|aim|commitment|set)(?: \S+){0,3} $",
        text[: match.start()],
    ):
        return None
    member = _owner(scene, match)
    if member is None:
        return None
    by = _by(scene, match)
    if by is None and (
        match.re is pattern(_GOAL) or (match.re is pattern(_EARMARKED) and total.share)
    ):
        return None
    if by is not None and by.last.year < scene.published.year:
        return None
    paper = match.groupdict().get("paper") or ""
    if paper.startswith("plan") and match.re is pattern(_BUDGET_OF) and total.share is not None:
        return None
    sort: Literal["pledge", "budget", "programme", "law"] = kind
    if kind == "budget":
        sort = (
            "law"
            if re.match(r"law|act|bill|legislation|amendment", paper)
            else "budget"
            if paper.startswith("budget")
            else "programme"
        )
    speech = scene.speech
    speaker = speech.name if speech is not None and speech.party in (None, member) else None
    if total.money is not None and _currency(total.money, member) is None:
        return None
    made = PledgeFound(
        quotes=[(scene.marked, *scene.marked.quote(match.start(), match.end()))],
        member=member,
        kind=sort,
        share=total.share.value if total.share else None,
        amount=total.money.amount if total.money else None,
        currency=_currency(total.money, member),
        by=by,
        speaker=speaker,
    )
    made.ground(Ground.NAMED_SPEAKER if speaker else Ground.STATED)
    return made


def _is_on_defence(scene: Scene, match: re.Match[str], total: _Sum) -> bool:
    said = scene.text[match.start() : match.end() + 60]
    if (
        total.share is not None
        and total.share.of == "gdp"
        and not re.search(
            r"(?<!\S)(?:education|research|aid|climate|health|deficit)(?!\S)",
            scene.text[match.end() - 40 : match.end() + 40],
        )
    ):
        return True
    if total.share is not None and re.search(
        r"(?:target|goal|guideline|gdp|mark|defen[cs]e)", said
    ):
        return True
    return DEFENCE.search(scene.text) is not None and total.share is None


def _owner(scene: Scene, match: re.Match[str]) -> str | None:
    """Whose it is: of whoever promises, or whose budget, parliament or cabinet it is; else of the
    member behind it, of whoever says it, or of the one spoken of before."""
    text = scene.text
    doing = scene.subject(match.start())
    if doing is not None and doing.kind in (Kind.ALL, Kind.SOME):
        return None
    if doing is not None:
        for actor in reversed(subjects(scene, match.start())):
            if (member := scene.member(actor)) is not None:
                return member
    for tags in (
        re.findall(
            r"(?:cabinet|government|parliament|coalition|lawmakers|ministers|mps|senate) in (‹place#\d+›)",
            text,
        ),
        re.findall(r"^(‹party#\d+›) (?::|–|—)", text),
        list(reversed(re.findall(r"‹party#\d+›", text[: match.end()]))),
        re.findall(r"^(?: \S+){0,4}? (?:in|by|of|for) (?:the )?(‹party#\d+›)", text[match.end() :]),
    ):
        for tag in tags:
            if (member := _of_thing(scene, tag)) is not None:
                return member
    if scene.speech is not None and scene.speech.party in scene.members:
        return scene.speech.party
    if scene.before and re.search(
        r"(?<!\S)(?:it|its|the country|the government|the cabinet|parliament|lawmakers|he|she)(?!\S)",
        text,
    ):
        return scene.member(scene.before[-1])
    return None


def _of_thing(scene: Scene, tag: str) -> str | None:
    match scene.marked.thing(tag).value:
        case Place(country=country):
            return country if country in scene.members else None
        case value:
            return scene.member(value)


def _by(scene: Scene, match: re.Match[str]) -> PartialDate | None:
    days = [
        (each.start(), scene.marked.thing(each.group()).value)
        for each in re.finditer(r"‹day#\d+›", scene.text)
    ]
    whens = [(at, value) for at, value in days if isinstance(value, When)]
    sums = [each.start() for each in re.finditer(r"‹(?:share|money)#\d+›", scene.text)]
    after = [at for at in sums if at > match.start("sum")]
    until = after[0] if after else len(scene.text)
    behind = [value for at, value in whens if match.start("sum") < at < until]
    inside = [value for at, value in whens if match.start() < at < match.start("sum")]
    before = [value for at, value in whens if at < match.start()]
    for value in (*behind, *reversed(inside)):
        if value.ahead.last >= scene.published and (
            value.word in {"by", "in", "from", "for", "until", "before", "within", ""}
        ):
            return (
                value.ahead
                if value.ahead.day is None or value.word == "by"
                else PartialDate(value.ahead.year)
            )
    for value in reversed(before):
        if value.ahead.month is None and value.ahead.year >= scene.published.year:
            return PartialDate(value.ahead.year)
    return None
