"""Where members stand on a commitment, and which changes to it they ask for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from data.facts.records import Position
from data.importers.article.findings import Change, RequestFound, StanceFound
from data.importers.article.mood import Mood, clause_before, mood
from data.importers.article.scenes import Scene
from data.importers.article.things import Group, Kind, Party, Person
from data.importers.proposals import Ground

PLAN = (
    r"(?:plans?|proposals?|compromise|targets?|goals?|pledges?|deal|package|commitments?|benchmark|objectives?|blueprint|"
    r"drafts?|texts?|formula|figure|number|declaration|idea|increases?|rise|floor|threshold|split|timeline|timetable|"
    r"scheme|initiative|percentage|guideline|spending|levels?|demands?|line|ambition|approach|deadline|timeline|timetable|wording|clause|push|call|bar|path)"
)
_ON = rf"(?: (?!;|but)\S+){{0,8}}? (?P<plan>{PLAN}|‹share#\d+›|(?:it|that)(?= [,.;]|$))"
_SUPPORT = (
    r"(?:support(?:s|ed|ing)?|back(?:s|ed|ing)?|endors(?:e|es|ed|ing)|welcom(?:e|es|ed|ing)|embrac(?:e|es|ed|ing)|"
    r"favou?r(?:s|ed)?|applaud(?:s|ed)?|champion(?:s|ed)?|approv(?:e|es|ed) of|agree(?:s|d)? (?:to|with)|accept(?:s|ed)?|"
    r"(?:sign(?:s|ed)?|signing) (?:up|on) to|stand(?:s)? (?:\w+ ){0,2}behind|(?:is|are) content with|(?:is|are|was|were) (?:\w+ )?(?:behind|in favou?r of|on board with|happy with|comfortable with|fine with|at ease with)|"
    r"thr(?:ew|own|ows) (?:its|his|her) (?:full )?weight behind|(?:came|come|comes|coming) out (?:firmly |strongly )?(?:in favou?r of|for)|hail(?:s|ed)?|prais(?:es|ed)|"
    r"(?:can|could) live with|subscribe(?:s|d)? to|voic(?:ed|es) support for|"
    r"declared (?:its|his|her) support for|signalled support for|pledged support for|lent (?:its|his|her) support to|gave (?:its|his|her) (?:backing|blessing|support) to|"
    r"will vote for|votes for|is (?:fully |firmly |wholly )?committed to|ready to (?:accept|sign|back|support)|"
    r"is all for|are all for|give(?:s|n)? \S+(?: \S+){0,4}? (?:full )?(?:backing|support|blessing)(?: to)?|g[ai]ve(?:s)? (?:its |his |her )?(?:full |wholehearted )?(?:backing|support|blessing)(?: to)?|falls? in line with|fell in line with|comes? round to|came round to|is sold on|warm(?:s|ed) to|has no (?:objection|objections|quarrel|problem|problems) (?:to|with)|raised no objections? to|said yes to|rall(?:ied|ies) behind|put (?:its|his|her) weight behind)"
)
_OPPOSE = (
    r"(?:oppos(?:e|es|ed|ing)|reject(?:s|ed|ing)?|resist(?:s|ed|ing)?|refus(?:e|es|ed|ing)|ruled out|rules out|ruling out|"
    r"object(?:s|ed) to|(?:will|would|could|can) not (?:subscribe to|go along with|vote for|agree to|be bound|commit to|consent to)|is having none of|will have none of|has no time for|threw out|throws out|argues? against|argued against|speaks? out against|wants nothing to do with|will not hear of|will not (?:accept|sign|support|back|endorse|agree|be part)|would not (?:accept|sign|support|back|endorse|agree)|"
    r"won't (?:accept|sign|support|back|endorse)|cannot (?:accept|sign|support|back|endorse|agree)|can't (?:accept|sign|support|back|agree)|can not (?:accept|sign|support|back)|"
    r"does not (?:support|back|accept|agree with)|do not (?:support|back|accept)|did not (?:support|back|accept|endorse)|doesn't (?:support|back|accept)|"
    r"block(?:s|ed|ing)?|veto(?:es|ed|ing)?|dismiss(?:es|ed)?|balk(?:s|ed)? at|baulk(?:s|ed)? at|vot(?:es|ed) against|"
    r"(?:is|are|was|were|come out|came out|comes out|coming out|speaks out|spoke out|remains|remain|stands|stood) (?:firmly |strongly |flatly |resolutely |categorically )?(?:against|opposed to)|"
    r"said no to|says no to|has no intention of (?:accepting|signing|backing)|turned down|turns down|condemn(?:s|ed)|denounc(?:es|ed)|"
    r"withh(?:eld|olds) its support (?:from|for)|hit out at|call(?:s|ed) (?:\S+ ){1,5}?(?:unreasonable|unacceptable|unrealistic|absurd|folly|out of the question))"
)
_HOLDOUT = (
    r"<who:party> (?:has |have |had )?(?:also |long )?(?:emerged as|remains?|remained|is|was|are|stays|became|looks like|stands out as|is (?:regarded|seen|viewed|considered) as|counts as|is considered|has turned into|turned into|has become)"
    r"(?: (?:‹person#\d+› 's|\S+)){0,5}? (?:opponent|critic|holdout|hold out|obstacle|sceptic|resistant(?: member)?|reluctant(?: member)?|naysayer|outlier|"
    r"holding out(?! for)|(?:strongly|firmly|flatly) against)"
)
_BARE = (
    (
        r"(?:is|are|was|were|comes?|came) (?:\w+ )?(?:on board|in favou?r|for it|behind it|all for it)(?= [,.;]|$)",
        Position.SUPPORTS,
    ),
    (
        r"(?:has|have) come round(?= [,.;]|$)|(?:has|have) (?:given|said) (?:\S+ ){0,2}?(?:yes|approval)(?= [,.;]|$)",
        Position.SUPPORTS,
    ),
    (
        r"(?:is|are|was|were|remains?|speaks out|came out) (?:\w+ )?(?:against|against it|opposed|opposed to it)(?= [,.;]|$)|(?:has|have) (?:said|gone public with a) no(?= [,.;]|$)",
        Position.OPPOSES,
    ),
)
_GIVEN = (
    (r"(?:gave|gives?|given) (?:\S+ ){0,7}?thumbs down", Position.OPPOSES),
    (r"(?:gave|gives?|given) (?:\S+ ){0,7}?thumbs up", Position.SUPPORTS),
    (rf"turn(?:s|ed) (?:\S+ ){{0,3}}?{PLAN} down", Position.OPPOSES),
    (r"(?:come|comes|came|get|gets|got|coming) on board", Position.SUPPORTS),
    (
        rf"(?:gave|given|gives?|granted|lent) (?:\S+ ){{0,3}}?{PLAN} (?:its|his|her|their) (?:\w+ )?(?:blessing|backing|support|approval|nod)",
        Position.SUPPORTS,
    ),
)
_FIRST = (
    (
        rf"^(?:throwing|lending|giving|voicing|declaring|expressing|pledging|signalling|putting) (?:(?:its|his|her|their) )?(?:full )?(?:support|weight|backing)(?: \S+){{0,6}}? (?:{PLAN}|‹share#\d+›)(?: \S+){{0,6}}? ,(?: \S+){{0,3}}? <who:person|party>",
        Position.SUPPORTS,
    ),
    (
        rf"^(?:backing|supporting|welcoming|endorsing|hailing|embracing)(?: \S+){{0,6}}? (?:{PLAN}|‹share#\d+›)(?: \S+){{0,6}}? ,(?: \S+){{0,3}}? <who:person|party>",
        Position.SUPPORTS,
    ),
    (
        rf"^(?:rejecting|dismissing|opposing|resisting|criticising|ruling out|turning down|spurning)(?: \S+){{0,6}}? (?:{PLAN}|‹share#\d+›)(?: \S+){{0,6}}? ,(?: \S+){{0,3}}? <who:person|party>",
        Position.OPPOSES,
    ),
)
"""What somebody does who then is said to say something."""
_NOUNS: tuple[tuple[str, Position], ...] = (
    (
        rf"<who:person|party> 's (?:\w+ )?(?:backing|support|endorsement|approval)(?: \S+){{0,5}}? {PLAN}",
        Position.SUPPORTS,
    ),
    (
        rf"<who:person|party> 's (?:\w+ )?(?:opposition|resistance|objections?|rejection|refusal|no)(?: \S+){{0,5}}? {PLAN}",
        Position.OPPOSES,
    ),
    (
        rf"(?:backing|support|endorsement)(?: \S+){{0,5}}? {PLAN}(?: \S+){{0,3}}? (?:came|comes) from <who:person|party>",
        Position.SUPPORTS,
    ),
    (
        rf"(?:opposition|resistance|objections)(?: \S+){{0,5}}? {PLAN}(?: \S+){{0,3}}? (?:came|comes) from <who:person|party>",
        Position.OPPOSES,
    ),
    (
        rf"<who:person|party>(?: \S+){{0,2}}? call(?:s|ed) (?:\S+ ){{0,4}}?(?:{PLAN}|‹share#\d+›)(?: \S+){{0,5}}? (?:unreasonable|unacceptable|unrealistic|absurd|folly|out of the question|wrong|impossible|madness|insane|too much)",
        Position.OPPOSES,
    ),
    (
        rf"(?:{PLAN}|‹share#\d+›)(?: \S+){{0,6}}? (?:was|is|were|are) (?:\w+ )?(?:rejected|opposed|refused|dismissed|turned down|resisted) by <who:person|party>",
        Position.OPPOSES,
    ),
    (
        rf"(?:{PLAN}|‹share#\d+›)(?: \S+){{0,6}}? (?:was|is|were|are) (?:\w+ )?(?:backed|supported|welcomed|endorsed|embraced) by <who:person|party>",
        Position.SUPPORTS,
    ),
    (
        rf"<who:person|party>(?: \S+){{0,2}}? call(?:s|ed) (?:\S+ ){{0,4}}?(?:{PLAN}|‹share#\d+›)(?: \S+){{0,5}}? (?:reasonable|right|overdue|necessary|achievable|sensible|a must|the least|realistic)",
        Position.SUPPORTS,
    ),
)
_EXEMPT = (
    r"(?:exempt(?:s|ed|ion)?|opt(?:s|ed)? out|opt[ -]?out|carve ?out|exception|not bound|excus(?:es|ed)|waiver|free(?:s|d)? from|spar(?:es|ed)|"
    r"does not (?:apply to|bind)|do not bind|counts? itself out|let off|outside the scope|need not follow|no longer bound|leaves? \S+ out|not obliged|need not|no obligation)"
)
_UNDECLARED = (
    r"(?:has|have|had) yet to (?:show its hand|take a (?:position|stand|stance)|declare|say where|make up its mind|decide|commit itself|comment|state)|"
    r"(?:has|have|had)(?: so far| still| as yet)? not (?:yet |so far )?(?:said where|taken a (?:position|stand|stance)|declared|made up its mind|shown its hand|commented|said whether|decided whether|stated a position|taken sides)|"
    r"(?:declined|refused) to say (?:whether|where|if) (?:it|he|she|\S+) (?:backs?|supports?|would (?:back|support|sign)|will (?:back|support|sign)|stands)|"
    r"(?:has|have) (?:kept|stayed|remained) silent|(?:is|remains|remained|stays|was) (?:still )?(?:undeclared|undecided|non ?committal|on the fence|silent)|"
    r"(?:keep(?:s|ing)?|kept) (?:its|his|her) (?:own )?(?:cards|counsel|options)|took no (?:side|position|stand)|takes no (?:side|position|stand)|will say where it stands|(?:come|came) out neither|neither for|gave nothing away|has given no hint|would not be drawn|did not say where it stood|(?:has|have) neither (?:welcomed|backed|endorsed|supported) nor"
)
_FLEX = r"(?:more |greater |extra |some |additional |maximum )*(?:flexibility|leeway|latitude|room for manoeuv\w+|room|elbow room|wiggle room|breathing space|slack)"
_ASK = (
    r"(?:seek(?:s|ing)?|sought|want(?:s|ed|ing)?|ask(?:s|ed|ing)?(?: for)?|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|call(?:s|ed|ing) for|"
    r"press(?:es|ed|ing)? for|push(?:es|ed|ing)? (?:for|to)|plead(?:s|ed|ing)? for|need(?:s|ed)?|propos(?:es|ed|ing)|suggest(?:s|ed|ing)?|"
    r"would (?:like|prefer)|prefer(?:s|red)?|insist(?:s|ed)? on|argu(?:es|ed) for|lobb(?:ies|ied|ying) (?:for|to)|appeal(?:s|ed) for|"
    r"(?:plea|appeal|request|demand|call|suggestion|wish)s?(?: (?:by|from|of) (?:the )?‹(?:party|person)#\d+›(?:(?: ,)?(?: and)? ‹(?:party|person)#\d+›)*)? (?:for|that|to)|argu(?:es|ed|ing)|desir(?:es|ed)|lobb(?:ies|ied)|beg(?:s|ged)|is after|are after|advocat(?:es|ed)|favou?r(?:s|ed)?|made the case for|makes the case for|urg(?:es|ed)|hold(?:s|ing)? out for|held out for|angling for|pleading for|campaign(?:s|ed|ing)? for)"
)
_CHANGES: tuple[tuple[str, Change], ...] = (
    (r"(?:scrap(?:ped|ping)?|drop(?:ped|ping)?|eliminat(?:e|ed|ing|ion)|remov(?:e|ed|al|ing)|delet(?:e|ed|ing|ion)|strik(?:e|ing)|struck|abandon(?:ed|ing)?|abolish(?:ed)?|take out|taken out|cut|done away with|do away with|without|get rid of|gone|ditch(?:ed)?|omit(?:ted)?|waiv(?:e|ed))"
     r"(?: \S+){0,7}? (?:annual|yearly|0\.2|‹points#\d+›|each year|every year|year on year|a year)", "no_annual_increase"),
    (r"(?:annual|yearly|‹points#\d+›|year on year)(?: \S+){0,8}? (?:scrapped|dropped|eliminated|removed|deleted|struck|abandoned|taken out|abolished|done away|ditched|omitted|waived|gone|go)", "no_annual_increase"),
    (r"(?:no|without a|without any) (?:fixed |binding |mandatory )?(?:annual|yearly) (?:\w+ )?(?:increase|rise|step|steps|increment|increments)", "no_annual_increase"),
    (r"(?:start|begin|proceed|go|move|rise)(?: \S+){0,3}? (?:more )?(?:slow(?:er|ly)|gradual(?:ly)?|gentl(?:er|y))|(?:slower|slow|gentle|gradual|gentler|softer|more gradual|later) (?:start|beginning|ramp up|ramp|phase ?in|climb|pace)|"
     r"back ?load(?:ed|ing)?|(?:lighter|smaller|lower) (?:load|steps|rises|burden)(?: \S+){0,3}? (?:opening|first|early|start|beginning)|flat at first|(?:smaller|small|lower|modest) (?:first )?steps|ramp up (?:more )?slow\w*|phased in", "slower_start"),
    (r"(?:weight|divid|split|shar)\w* (?:\S+ ){0,4}?differently|(?:different|another|other|new) (?:split|mix|weighting|balance|division)|weighted differently|split differently|divided differently|(?:rebalanc|re ?weigh)\w+|"
     r"into \S+ plus \S+|\S+ plus \S+ (?:rather than|instead of)|(?:shift|move)(?: \S+){0,5}? (?:between the two|from one part|to the broader|to the second)|(?:larger|bigger|smaller|greater) (?:share|part|slice)(?: \S+){0,6}? (?:broader|related|core|second|wider)", "other_split"),
    (r"(?:(?:more|longer|extra|additional|further|\d+|one|two|three|four|five|ten|couple of|few)(?: more)? (?:time|years?)(?! ago)(?= to| than| in which|$| [,.;]| for| before)|longer (?:timeline|timetable|deadline|period|term|time|horizon|transition|runway)|later (?:\w+ )?(?:date|deadline|year|target)|"
     r"(?:put off|put back|extend(?:ed|ing)?|extension|push(?:ed|ing)? back|postpone(?:d|ment)?|postponing|delay(?:ed|ing)?|mov(?:e|ed|ing)|shift(?:ed|ing)?|stretch(?:ed|ing)?(?: out)?|put back|putting back|defer(?:red|ring|ral)?|prolong(?:ed|ing)?|set back|relax(?:ed|ing)?)(?: \S+){0,6}? (?:timeline|timetable|deadline|date|target|year|goal|‹day#\d+›|term|period|schedule|years)|"
     r"(?:deadline|timeline|timetable|date|target date|target year|schedule)(?: \S+){0,6}? (?:slip|put off|extended|pushed back|postponed|delayed|moved|shifted|stretched|put back|later|deferred|relaxed)|"
     r"(?:for|until|till|prefer(?:s|red)?) (?:at least )?‹day#\d+›(?= [,.;]|$| to ‹day| instead| rather| as)|‹day#\d+› as (?:the |a |its )?(?:\w+ )?(?:date|year|deadline|target|goal)|‹day#\d+› (?:instead|rather|not)(?: of| than)?(?: in)? ‹day#\d+›)", "later_year"),
)  # fmt: skip
_CONDITION = re.compile(
    r"(?<!\S)(?:provided|on the understanding|as long as|so long as|on condition|on the condition|only if|but only|conditional|if|unless|"
    r"but (?:wants|insists|expects|demands|asks|with|said|also)|with (?:caveats|reservations|conditions|strings)|in return for|"
    r"with the proviso|subject to|so far as)(?!\S)"
)
_EXPECTS = re.compile(
    r"(?<!\S)(?:expects?|insist(?:s|ed)?|wants?|demands?|emphasi[sz]ed|stressed)(?: \S+){0,6}? "
    r"(?:clear|credible|concrete|plans?|deliverables|timelines|proof|guarantees|budgets)(?!\S)"
)
_OF_SPENDING = re.compile(
    r"spend|budget|defen[cs]e|target|goal|plan|proposal|pledge|gdp|‹share|‹points|compromise|deadline|timeline|timetable|annual|flexib|leeway|increase|draft|text|figure|number"
)
_NOT_ABOUT = re.compile(
    r"(?<!\S)(?:troops|nuclear|missiles?|membership|sanctions|tariffs|conscription|conscripts|migration|euro ?bonds?|aid|ceasefire|accession)(?!\S)"
)


_OF_A_FEW = re.compile(
    r"(?<!\S)(?:lawmakers?|legislators?|members? of parliament|mps?|senators?|backbenchers?|analysts?|experts?|commentators?|"
    r"think tanks?|institutes?|newspapers?|opposition|ex|former|union|voters|citizens|retired)(?!\S)"
)
"""Those who do not speak for a member."""


def positions(scene: Scene) -> Iterator[StanceFound]:
    """A position of each member in a sentence, at most one for each."""
    found: dict[str, StanceFound] = {}
    for each in (*_exemptions(scene), *_holdouts(scene), *_undeclared(scene), *_verbs(scene)):
        found.setdefault(each.member, each)
    for match in (
        scene.marked.find(
            r"(?:and|nor|neither) so (?:has|have|does|do|did|is|are) <who:party|person>"
        )
        if found
        else ()
    ):
        member = scene.member(scene.marked.value(match, "who"))
        if member is not None:
            first = next(iter(found.values()))
            found.setdefault(member, replace(first, member=member, speaker=None, role=None))
    yield from found.values()


def _verbs(scene: Scene) -> Iterator[StanceFound]:
    for verbs, position in ((_OPPOSE, Position.OPPOSES), (_SUPPORT, Position.SUPPORTS)):
        for match in scene.marked.find(rf"(?P<verb>{verbs}){_ON}"):
            if not _is_about_spending(scene, match):
                continue
            how = mood(scene.text, match.start())
            if position is Position.SUPPORTS and how not in (Mood.STATED, Mood.EXPECTED):
                if how is not Mood.CONDITIONAL or not re.search(
                    r"(?:can|could|would|may) $", scene.text[: match.start()]
                ):
                    continue
            if position is Position.OPPOSES and how in (Mood.HEARSAY, Mood.OPEN, Mood.NEGATED):
                continue
            told = position
            if position is Position.SUPPORTS and _has_conditions(scene, match):
                told = Position.SUPPORTS_WITH_CONDITIONS
            elif how is Mood.CONDITIONAL:
                continue
            yield from _of(scene, match, told)
    for rule, position in _BARE if scene.on_plan else ():
        for match in scene.marked.find(rule):
            if mood(scene.text, match.start()) in (Mood.STATED, Mood.EXPECTED):
                yield from _of(scene, match, position)
    for rule, position in _GIVEN:
        for match in scene.marked.find(rule):
            if mood(scene.text, match.start()) in (Mood.STATED, Mood.EXPECTED):
                on_terms = position is Position.SUPPORTS and _has_conditions(scene, match)
                told = Position.SUPPORTS_WITH_CONDITIONS if on_terms else position
                yield from _of(scene, match, told)
    backed = scene.marked.search(
        rf"{PLAN}(?: (?!;)\S+){{0,8}}? (?:has|have|enjoys|had) (?:\S+ ){{0,3}}?(?:backing|support|blessing)(?= [,.;]|$)"
    )
    if backed is not None and scene.speech is not None:
        member = scene.member(scene.speech.actor)
        if member is not None:
            yield _stance(scene, backed, member, Position.SUPPORTS, scene.speech.actor)
    for rule, position in (*_FIRST, *_NOUNS):
        for match in scene.marked.find(rule):
            who = scene.marked.value(match, "who")
            if (isinstance(who, Party) and who.adjective) or _OF_A_FEW.search(match.group()):
                continue
            member = scene.member(who)
            if member is not None and mood(scene.text, match.start()) in (
                Mood.STATED,
                Mood.EXPECTED,
            ):
                yield _stance(scene, match, member, position, scene.marked.value(match, "who"))
    flex = rf"{_ASK}(?: \S+){{0,4}}? {_FLEX}"
    asking = {each for made in requests(scene) for each in made.members}
    for match in scene.marked.find(flex):
        if asking.isdisjoint(map(scene.member, subjects(scene, match.start()))):
            if mood(scene.text, match.start()) in (Mood.STATED, Mood.EXPECTED, Mood.HEARSAY):
                yield from _of(scene, match, Position.SEEKS_FLEXIBILITY)


def _is_about_spending(scene: Scene, match: re.Match[str]) -> bool:
    said = match.group()
    if _NOT_ABOUT.search(said):
        return False
    plan = match["plan"]
    if plan in {"it", "that"} or (
        scene.on_plan and plan in {"demand", "demands", "push", "call", "line", "idea"}
    ):
        return scene.on_plan
    if plan in {
        "call",
        "push",
        "line",
        "level",
        "levels",
        "path",
        "bar",
        "idea",
        "text",
        "demand",
        "demands",
        "approach",
        "deal",
        "ambition",
        "spending",
    }:
        return (
            _OF_SPENDING.search(said.replace(plan, "")) is not None
            or any(each.kind is Kind.SHARE for each in scene.marked.things_in(scene.text))
            or plan in {"idea", "text", "deal", "spending", "approach"}
        )
    return True


def _has_conditions(scene: Scene, match: re.Match[str]) -> bool:
    rest = scene.text[match.end() :]
    if re.match(r"(?:provided|as long as|so long as|on condition|if)(?!\S)", scene.text):
        return True
    return _CONDITION.search(rest) is not None or _EXPECTS.search(rest) is not None


def _exemptions(scene: Scene) -> Iterator[StanceFound]:
    for match in scene.marked.find(rf"{_EXEMPT}"):
        near = scene.text[max(match.start() - 80, 0) : match.end() + 90]
        if not _OF_SPENDING.search(near):
            continue
        if mood(scene.text, match.start()) in (Mood.HEARSAY, Mood.OPEN):
            continue
        told = [
            each for each in scene.marked.things_in(near) if each.kind in (Kind.PARTY, Kind.PERSON)
        ]
        members = {code for each in told if (code := scene.member(each.value)) is not None}
        spoken = scene.member(scene.speech.actor) if scene.speech is not None else None
        if spoken in members or (spoken is not None and not members):
            members = {spoken}
        if len(members) == 1 and (
            spoken in members
            or re.search(r"(?:claims?|insist|says|interpret|argu|consider)", scene.text)
        ):
            yield _stance(scene, match, next(iter(members)), Position.CLAIMS_EXEMPTION)


def _holdouts(scene: Scene) -> Iterator[StanceFound]:
    for match in scene.marked.find(_HOLDOUT):
        member = scene.member(scene.marked.value(match, "who"))
        if member is None or mood(scene.text, match.start()) in (
            Mood.CONDITIONAL,
            Mood.HEARSAY,
            Mood.OPEN,
        ):
            continue
        made = _stance(scene, match, member, Position.OPPOSES)
        made.also = _meets_only(scene)
        yield made


def _meets_only(scene: Scene) -> str | None:
    """`expected to meet the current 2 % target only by the end of this year`."""
    found = scene.marked.search(
        r"expected to (?:meet|reach|hit) (?:\S+ ){0,4}?<share:share> (?:\S+ ){0,4}?(?:target|goal|guideline|mark|threshold)(?: \S+){0,3}? <day:day>"
    )
    if found is None:
        return None
    share, day = scene.marked.value(found, "share"), scene.marked.value(found, "day")
    return f"expected to reach the present {getattr(share, 'value', '')} % only by the end of {getattr(day, 'ahead', '')}"


def _undeclared(scene: Scene) -> Iterator[StanceFound]:
    for match in scene.marked.find(_UNDECLARED):
        if _OF_SPENDING.search(scene.text) or "hand" in match.group():
            if not re.search(
                r"(?<!\S)(?:attend\w*|come|comes|summit|travel\w*|‹gathering#\d+›)(?!\S)",
                scene.text[match.start() :],
            ):
                yield from _of(scene, match, Position.UNDECLARED)


def _of(scene: Scene, match: re.Match[str], position: Position) -> Iterator[StanceFound]:
    """The position of whoever does what the verb says."""
    if _OF_A_FEW.search(clause_before(scene.text, match.start())):
        return
    for actor in subjects(scene, match.start()):
        member = scene.member(actor)
        if member is not None:
            yield _stance(scene, match, member, position, actor)


_WRITTEN = re.compile(
    r"(?<!\S)(?:letter|paper|note|document|memo|submission|appeal|plea|request|call|demand|suggestion|proposal|petition)s?"
    r"(?: (?!‹)\S+){0,6}? (?:from|by|of) (?:the )?(?:\w+ ministers of )?(?P<by>‹(?:party|person)#\d+›(?:(?: ,)?(?: and)? ‹(?:party|person)#\d+›)*)"
)
"""Who is behind a paper that asks for something."""


def subjects(scene: Scene, place: int) -> list[object]:
    """Who does what stands at a place; several where they are named together. `We` is whoever
    speaks, `the country` his, and a pronoun the one spoken of before."""
    before = scene.text[:place]
    if re.search(
        r"(?<!\S)(?:we|i|my country|our country|the country|the government|my government)(?: \S+){0,3} $",
        before,
    ):
        if scene.speech is not None and scene.speech.party is not None:
            return [scene.speech.actor]
        own = [
            each.value
            for each in scene.marked.things_in(scene.text)
            if each.kind in (Kind.PARTY, Kind.PLACE)
        ]
        codes = {
            code
            for each in own
            if (code := getattr(each, "code", None) or getattr(each, "country", None))
            in scene.members
        }
        return (
            [Party(str(each)) for each in codes]
            if len(codes) == 1
            else [each for each in scene.before[-1:]]
        )
    by = re.match(r"(?:\S+ ){1,8}?by (‹(?:party|person)#\d+›)", scene.text[place:])
    if by is not None and re.search(r"(?<!\S)(?:was|were|been|is|are|being)(?: \w+)? $", before):
        return [scene.marked.thing(by[1]).value]
    thing = scene.subject(place)
    if thing is None:
        written = _WRITTEN.search(clause_before(scene.text, place))
        if written is not None:
            return [each.value for each in scene.marked.things_in(written["by"])]
        carried = scene.carried(place)
        return [carried] if carried is not None else []
    found: list[object] = [thing.value]
    at = scene.text.index(_tag(scene, thing))
    earlier = scene.text[:at]
    while (
        more := re.search(
            r"(‹(?:person|party|some)#\d+›)(?: ,)?(?: (?:and|as well as|or))?(?: the)? $", earlier
        )
    ) is not None:
        found.insert(0, scene.marked.thing(more[1]).value)
        earlier = earlier[: more.start()]
    return found


def _tag(scene: Scene, thing: object) -> str:
    return next(
        each
        for each in scene.text.split()
        if each.startswith("‹") and scene.marked.thing(each) is thing
    )


def _stance(
    scene: Scene, match: re.Match[str], member: str, position: Position, actor: object = None
) -> StanceFound:
    speech, person = scene.speech, actor if isinstance(actor, Person) else None
    name, role = (person.name, person.role) if person is not None else (None, None)
    if name is None and speech is not None and speech.name and speech.party in (None, member):
        name, role = speech.name, speech.role
    said_on, told = scene.said_on()
    made = StanceFound(
        quotes=[(scene.marked, *scene.marked.quote(match.start(), match.end()))],
        member=member,
        position=position,
        speaker=name,
        role=role,
        reported=name is None,
        said_on=said_on,
    )
    start = scene.text.rfind("‹", 0, match.start())
    if 0 <= start and match.start() - start < 80:  # noqa: PLR2004
        made.quotes = [(scene.marked, *scene.marked.quote(start, match.end()))]
    made.ground(Ground.NAMED_SPEAKER if name else Ground.REPORTED)
    made.ground(Ground.DAY_RESOLVED if told else Ground.DAY_OF_ARTICLE)
    return made


_OTHERS_ASK = re.compile(
    r"(?<!\S)(?:;|(?:,|and|while|but)(?: and)? (?:some|others|a few|several|a handful|‹\w+#\d+›)(?: \w+)? "
    r"(?:has|have|wants?|is|are|asked|\w+ed)(?!\S))"
)


_TOLD_FIRST = re.compile(
    r"^(?P<what>.+?) (?:is|was) what (?P<by>(?:the )?‹(?:party|some|person)#\d+›(?:(?: ,)?(?: and)?(?: the)? ‹(?:party|person)#\d+›)*) "
    r"(?:are|is|have|has|was|were)? ?(?:asking for|asked for|demanding|demanded|after|wants?|seeking|seeks?|requested|demands?|ask for)"
)
"""`Dropping the annual step is what Canada is asking for`."""


def _told_first(scene: Scene, asked: re.Match[str]) -> RequestFound | None:
    changes = tuple(c for rule, c in _CHANGES if re.search(rf"(?<!\S)(?:{rule})", asked["what"]))
    members = tuple(
        sorted(
            m
            for e in scene.marked.things_in(asked["by"])
            if (m := scene.member(e.value)) is not None
        )
    )
    if not changes or mood(scene.text, asked.start("by")) in (Mood.NEGATED, Mood.CONDITIONAL):
        return None
    made = RequestFound(
        quotes=[(scene.marked, *scene.marked.quote(asked.start(), asked.end()))],
        changes=changes,
        members=members,
        year=None,
    )
    made.ground(Ground.STATED if members else Ground.NOBODY_NAMED)
    return made


def requests(scene: Scene) -> Iterator[RequestFound]:
    """What of a proposal is asked to be changed, by whom; unnamed members stay unnamed."""
    found: dict[tuple[str, ...], RequestFound] = {}
    told_first = _TOLD_FIRST.search(scene.text)
    if told_first is not None:
        made = _told_first(scene, told_first)
        if made is not None:
            found[made.members] = made
    for asked in scene.marked.find(_ASK):
        how = mood(scene.text, asked.start())
        if how in (Mood.NEGATED, Mood.CONDITIONAL):
            continue
        rest = scene.text[asked.start() :]
        stop = _OTHERS_ASK.search(rest[1:])
        said = rest[: stop.start()] if stop is not None else rest
        changes = list(
            dict.fromkeys(
                change for rule, change in _CHANGES if re.search(rf"(?<!\S)(?:{rule})", said)
            )
        )
        if (
            "later_year" in changes
            and len(changes) > 1
            and not re.search(r"timeline|deadline|date|timetable|years", said)
        ):
            changes.remove("later_year")
        if not changes or not (scene.on_plan or _OF_SPENDING.search(scene.text)):
            continue
        members = _askers(scene, asked)
        if members is None:
            continue
        year = _year(scene, said)
        key = tuple(sorted(members))
        quote = (
            scene.marked,
            *scene.marked.quote(asked.start(), asked.start() + len(said.rstrip(" ."))),
        )
        if key in found:
            merged = tuple(dict.fromkeys((*found[key].changes, *changes)))
            found[key] = replace(found[key], changes=merged, year=found[key].year or year)
            continue
        made = RequestFound(quotes=[quote], changes=tuple(changes), members=key, year=year)
        made.ground(Ground.STATED if key else Ground.NOBODY_NAMED)
        if how is Mood.HEARSAY:
            made.ground(Ground.HEARSAY)
        found[key] = made
    yield from found.values()


def _askers(scene: Scene, asked: re.Match[str]) -> tuple[str, ...] | None:
    """The members that ask; empty where they are not named, None where nobody is spoken of."""
    place = asked.start()
    actors = [each.value for each in scene.marked.things_in(asked.group())] or subjects(
        scene, place
    )
    members = tuple(code for each in actors if (code := scene.member(each)) is not None)
    if members:
        return members
    if any(isinstance(each, Group) for each in actors):
        return ()
    first = re.match(r"(?:(?:and|,) )?(?:some|others|several)(?!\S)", scene.text)
    clause = scene.text[:place].split()[-4:]
    return () if first or set(clause) & {"some", "others", "several"} else None


def _year(scene: Scene, said: str) -> int | None:
    if re.search(r"later_year|‹day#\d+›", said) is None:
        return None
    to = re.search(
        r"(?<!\S)(?:to |until |by |in )?(‹day#\d+›)(?= instead| rather| as the| ?$| [,.])", said
    ) or re.search(r"to (‹day#\d+›)", said)
    days = [scene.marked.thing(each) for each in re.findall(r"‹day#\d+›", said)]
    if re.search(r"prefer(?:s|red)? (?:at least )?‹day#\d+› to ‹day", said):
        to, days = None, days[:1]
    wanted = [scene.marked.thing(to[1])] if to is not None else days[-1:]
    values = [
        getattr(each.value, "ahead", None)
        for each in wanted
        if getattr(each.value, "written", False)
    ]
    return values[0].year if values and values[0] is not None and values[0].month is None else None
