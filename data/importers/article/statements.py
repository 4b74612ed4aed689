"""What was said of the Alliance and is none of the rest: none of it is evidence for its outcome."""

import re
from collections.abc import Iterator

from data.importers.article.amounts import Share
from data.importers.article.findings import StatementFound
from data.importers.article.meets import Meet
from data.importers.article.mood import Mood, clause_before, mood
from data.importers.article.scenes import Scene, Speech
from data.importers.article.things import Group, Kind, Party, Person
from data.importers.proposals import Ground

_SURE = (
    r"(?:convinced|confident|certain|(?:absolutely|quite|very|pretty) sure|sure|no doubt|never doubted|do not doubt|don't doubt|not the slightest doubt|under no doubt|beyond doubt|"
    r"(?:promise you|my word|gave (?:\S+ ){0,3}?(?:his|her) word|voiced|expressed|has|have|had|full|every) (?:\w+ )?(?:confidence|certainty|optimism)|optimistic|every confidence|full confidence|positive|persuaded|rest assured|you can count on|i guarantee|guaranteed)"
)
_OUTCOME = re.compile(
    r"(?<!\S)(?:agree(?:s|d|ment)?|sign(?:s|ed)? (?:up|on|it)|deal|accord|consensus|unanim\w+|deliver|get there|will (?:all )?(?:meet|reach|hit|do|back|adopt|come|get|approve|commit|support)|"
    r"would (?:all )?(?:meet|reach|hit|agree|adopt|come|back|sign|support)|on board|common ground|settle|success)"
)
_WARNS = r"(?:sounded the alarm|sounds the alarm|warn(?:s|ed|ing)|caution(?:s|ed|ing)|threaten(?:s|ed|ing)|put allies on notice|served notice|alert(?:s|ed))"
_THREAT = re.compile(
    r"(?<!\S)(?:withdraw\w*|pull(?:ing|ed)? (?:out|back|troops)|leav(?:e|ing)|quit\w*|abandon\w*|reduc\w+|stay|for ever|forever|troops|protect|defend|attack|war|threat\w*|ready|readiness|"
    r"too late|too little|fall short|gap|shortfall|consequences|speak russian|pay|patience|cut\w*|move|shift|rearm\w*|collapse|unprepared|danger\w*|risk\w*|guarantee\w*|umbrella|not enough|behind|slow\w*|run out|empty|by itself|alone|rely|granted|weak\w*|test\w*|provok\w*|hybrid|sabotag\w*|gambl\w+|deterrence|moderate|lose|losing|vulnerab\w+|exposed|undermin\w+|divid\w+|split\w*|hollow\w*|doubt\w*|stop|end of|dangerous)"
)
_EXPECTS = r"(?:expect(?:s|ed)?|anticipat(?:es|ed)|predict(?:s|ed)|forecast(?:s)?|foresees|foresaw|reckon(?:s|ed)|look(?:s|ed) forward|hopeful)"
_ALL_DO = re.compile(
    r"(?<!\S)(?:‹(?:all|some)#\d+›|more than (?:half|two thirds)|at least \w+|nearly all|almost all|the rest|the majority|\d+ (?:of )?‹all#\d+›|everyone|everybody|the alliance)(?!\S)"
)
_DECIDES = (
    r"(?:resolve(?:s|d)? (?:to|on)|take (?:a )?decisions? on|took (?:a )?decisions? on|taking (?:a )?decisions? on|reach (?:a )?decision on|approv(?:e|es|ed|ing)|adopt(?:s|ed|ing)?|endors(?:e|es|ed|ing)|decid(?:e|es|ed|ing)(?: to| on)?|sign off|signed off(?: on)?|agree(?:s|d)? (?:to|on|a)|launch(?:es|ed)?|set up|"
    r"(?:give|gave|giving) (?:\w+ )?(?:green light|go ahead)(?: to| for)?|gave (?:the |its |their )?green light to|gave (?:the |its |their )?(?:nod|blessing|go ahead) to|settle(?:d|s)? on|establish(?:es|ed)?|green ?light\w*|give (?:\w+ ){0,2}(?:approval|blessing) to|gave (?:\w+ ){0,3}(?:approval|blessing) to|rubber ?stamp\w*|create[ds]?|clear(?:ed)?|activate[ds]?|authori[sz]e[ds]?|confirm)"
)
_OBJECT = re.compile(
    r"(?<!\S)(?:capability|capabilities|fleet|satellites|standard|scheme|road map|goal|pledge|troops|soldiers|units|purchases|orders?|shield|drones?|targets?|plans?|command|stockpil\w+|stocks|strategy|initiative|programme|program|batch|concept|package|force|forces|mission|centre|center|fund|doctrine|"
    r"policy|measures|headquarters|battle ?groups?|brigades?|roadmap|guidelines|standards|goals|procurement|exercise|operation|framework|budget|ammunition|air defen[cs]e|pipeline|training|hub|body|office)(?!\S)"
)
_WHO_DECIDES = r"(?:<who:gathering|all>|(?:defen[cs]e |foreign |‹party#\d+› )?ministers|<party:party>|they|(?:allied |alliance )?leaders|heads of state and government|the (?:council|summit|meeting))"
_ESTIMATES = r"(?:estimate(?:s|d)?|calculat(?:e|es|ed|ions?)|reckon(?:s|ed)?|assess(?:es|ed|ments?)|put(?:s)? the (?:cost|bill|price)|project(?:s|ed|ions?)|suggest(?:s|ed)?|work(?:s|ed) out)"
_COST = re.compile(
    r"(?<!\S)(?:set \S+ back|cost(?:s|ing)?|requir(?:e|es|ed|ing)|need(?:s|ed)?|call for|amount|spend|bill|price|take|demand|necessitate|investment|mean|raise|invest|come to|swallow|average|entail)(?!\S)"
)
_COUNT = re.compile(
    r"(?<!\S)(?:(?:only|just|some|as many as|all|no fewer than|at least|nearly|almost|a total of|another|more than) ){0,6}(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty \w+|thirty(?: \w+)?)(?: (?:of|out of)(?: the| its| nato 's| ‹party#\d+› 's| the alliance 's)?(?: \d\d)?)?(?: other| more)? "
    r"(?:‹(?:all|some)#\d+›|‹party#\d+› (?:allies|members)|allies|members|countries|nations|member states|of them)"
)
_MEET = re.compile(
    r"(?<!\S)(?:me[et]t?|meets|reach(?:ed|es)?|hit|hits|expected|spend|spent|spending|on course|on track|fell short|fall short|clear(?:ed)?|exceed(?:ed)?|achieve[ds]?|at or above|surpass(?:ed)?|comply|complied|were at|are at|would|will)(?!\S)"
)
_LINE = re.compile(
    r"(?<!\S)(?:guideline|target|benchmark|goal|threshold|mark|line|‹share#\d+›|floor|minimum|pledge)(?!\S)"
)


def statements(scene: Scene, newest: Meet | None, *, is_nato: bool) -> Iterator[StatementFound]:
    """`newest` is the meeting spoken of last; `is_nato` whether the sentences before spoke of
    ministers or leaders of the Alliance, who may be `they` here."""
    if scene.text.rstrip(' "').endswith("?"):
        return
    for read in (_assurance, _pledge_to_defend, _warning, _estimate, _count, _expectation):
        made = read(scene)
        if made is not None:
            yield made
            return
    made = _decision(scene, newest, is_nato=is_nato)
    if made is not None:
        yield made


def _made(
    scene: Scene,
    match: tuple[int, int],
    kind: str,
    party: str,
    speaker: str | None,
    what: str,
    about: str = "NATO",
) -> StatementFound:
    said_on, told = scene.said_on()
    made = StatementFound(
        quotes=[(scene.marked, *scene.marked.quote(*match))],
        kind=kind,  # pyright: ignore[reportArgumentType]
        party=party,
        speaker=speaker,
        about=about,
        said_on=said_on,
        what=what,
    )
    made.ground(Ground.NAMED_SPEAKER if speaker else Ground.STATED)
    made.ground(Ground.DAY_RESOLVED if told else Ground.DAY_OF_ARTICLE)
    return made


def _speaks(scene: Scene, place: int) -> Speech | None:
    """Who says it: whoever the sentence names as speaking, or who is sure of something."""
    if scene.speech is not None:
        return scene.speech
    thing = scene.subject(place)
    if thing is not None and isinstance(thing.value, Person | Party):
        return Speech(thing.value, None)
    carried = scene.carried(place)
    return Speech(carried, None) if isinstance(carried, Person | Party) else None


def _is_of_a_party(scene: Scene, speech: Speech | None) -> bool:
    return (
        speech is not None
        and speech.party is not None
        and (speech.party in scene.members or speech.party in {"NATO", "EU"})
    )


def _assurance(scene: Scene) -> StatementFound | None:
    found = scene.marked.search(_SURE)
    if found is None or _OUTCOME.search(scene.text[found.end() :]) is None:
        return None
    if (
        re.search(
            r"(?<!\S)(?:not|never|less|hardly|isn't|wasn't|far from)(?: \S+){0,1} $",
            scene.text[: found.start()],
        )
        and "doubt" not in found.group()
    ):
        return None
    speech = _speaks(scene, found.start())
    if (
        not _is_of_a_party(scene, speech)
        or speech is None
        or mood(scene.text, found.start()) in (Mood.HEARSAY, Mood.CONDITIONAL)
    ):
        return None
    what = "was sure that the members will agree on higher defence spending"
    return _made(scene, found.span(), "assurance", str(speech.party), speech.name, what)


def _pledge_to_defend(scene: Scene) -> StatementFound | None:
    found = scene.marked.search(
        r"(?:stands? by (?:its|our|his|her|the|every)|rock solid|iron ?clad|will defend every|defend every (?:ally|inch)|unwavering|never waver)"
    )
    if found is None or scene.speech is None or not _is_of_a_party(scene, scene.speech):
        return None
    if mood(scene.text, found.start()) in (Mood.HEARSAY, Mood.CONDITIONAL):
        return None
    if not re.search(
        r"(?<!\S)(?:article|allies|ally|alliance|allied|commitment|commitments|territory|‹all#\d+›|‹party#\d+›)(?!\S)",
        scene.text,
    ):
        return None
    return _made(
        scene,
        found.span(),
        "assurance",
        str(scene.speech.party),
        scene.speech.name,
        "gave an assurance that the members stand by each other",
    )


def _warning(scene: Scene) -> StatementFound | None:
    found = scene.marked.search(_WARNS)
    if found is None:
        return None
    content = scene.text.replace(found.group(), "", 1)
    threat = _THREAT.search(content)
    speech = _speaks(scene, found.start())
    if threat is None or not _is_of_a_party(scene, speech) or speech is None:
        return None
    if mood(scene.text, found.start()) in (Mood.NEGATED, Mood.HEARSAY) or (
        speech.name is None and isinstance(speech.actor, Person)
    ):
        return None
    troops = (
        re.search(r"(?<!\S)(?:troops|soldiers|withdraw\w*|pull\w*|stay)(?!\S)", content) is not None
        and speech.party == "USA"
    )
    what = (
        "warned that the United States could move troops away from Europe"
        if troops
        else "gave the Alliance a warning about its defence"
    )
    made = _made(scene, found.span(), "warning", str(speech.party), speech.name, what)
    when = re.search(r"(?:during|on|in)(?: \S+){0,4}? ‹day#\d+›|‹day#\d+›", scene.text)
    if when is not None and scene.speech is None:
        day = scene.marked.things_in(when.group())
        behind = [t.value for t in day if t.kind is Kind.DAY]
        if behind and getattr(behind[0], "behind").last <= scene.published:  # noqa: B009
            made.said_on = getattr(behind[0], "behind")  # noqa: B009
            made.grounds.discard(Ground.DAY_OF_ARTICLE)
            made.ground(Ground.DAY_RESOLVED)
    return made


def _estimate(scene: Scene) -> StatementFound | None:
    found = scene.marked.search(rf"<who:party|person>(?: 's)?(?: (?!;|,)\S+){{0,4}}? {_ESTIMATES}")
    if found is None:
        found = scene.marked.search(
            rf"(?P<who>(?:alliance|the alliance 's|military|allied) (?:military )?(?:planners|commanders|officials|staff)) (?:\S+ ){{0,3}}?{_ESTIMATES}"
        )
        who: object = Party("NATO")
    else:
        who = scene.marked.value(found, "who")
    if found is None:
        return _estimate_according(scene)
    # The estimate may stand before those who made it.
    if (
        _COST.search(scene.text[found.end() :]) is None
        and _COST.search(scene.text[: found.start()]) is None
    ):
        return None
    party = scene.code(who)
    sums = [t for t in scene.marked.things_in(scene.text) if t.kind in (Kind.SHARE, Kind.MONEY)]
    if (
        party != "NATO"
        or not sums
        or mood(scene.text, found.start()) in (Mood.NEGATED, Mood.CONDITIONAL)
    ):
        return None
    if not re.search(
        r"(?<!\S)(?:‹all#\d+›|targets?|capabilit\w+|requirements?|members?|allies|goals?|gaps?|plans?|needs)(?!\S)",
        scene.text,
    ):
        return None
    share = sums[0].value
    told = (
        f"{share.value} %" if isinstance(share, Share) and share.upto is None else "the sum named"
    )
    if isinstance(share, Share) and share.upto is not None:
        told = f"{share.value} % to {share.upto} %"
    name = who.name if isinstance(who, Person) else None
    what = (
        f"estimated that what is asked of the members would cost {told} of GDP"
        if isinstance(share, Share)
        else "estimated what the members would have to spend"
    )
    tags = [each.start() for each in re.finditer(r"‹(?:share|money)#", scene.text)]
    return _made(
        scene,
        (min(found.start(), *tags), max(found.end(), *tags) + 1),
        "estimate",
        "NATO",
        name,
        what,
    )


def _estimate_according(scene: Scene) -> StatementFound | None:
    """`According to NATO , the targets would require`."""
    speech = scene.speech
    if speech is None or speech.party != "NATO":
        return None
    found = scene.marked.search(
        r"(?:would|will) (?:cost|require|need|mean|take|demand|necessitate|call for|swallow)(?: (?!;)\S+){0,10}? <sum:share|money>"
    )
    if found is None or not re.search(
        r"(?<!\S)(?:targets?|capabilit\w+|requirements?|goals?|plans?|gaps?)(?!\S)",
        scene.text[: found.end()],
    ):
        return None
    share = scene.marked.value(found, "sum")
    told = f"{share.value} % of GDP" if isinstance(share, Share) else "the sum named"
    what = f"estimated that what is asked of the members would cost {told}"
    return _made(scene, found.span(), "estimate", "NATO", speech.name, what)


def _count(scene: Scene) -> StatementFound | None:
    found = _COUNT.search(scene.text)
    if found is None:
        return _count_of_all(scene)
    rest = scene.text[found.end() :]
    if (
        _MEET.search(rest) is None
        or _LINE.search(rest) is None
        or not re.search(
            r"(?<!\S)(?:guideline|target|benchmark|goal|threshold|gdp|‹share#\d+›|mark|floor)(?!\S)",
            rest,
        )
    ):
        return None
    if mood(scene.text, found.start()) in (Mood.CONDITIONAL, Mood.HEARSAY, Mood.OPEN) or re.search(
        r"(?<!\S)(?:asked|want|request\w*|seek\w*|oppos\w*|support\w*)(?!\S)", rest
    ):
        return None
    speech = scene.speech
    party = (
        speech.party if speech is not None and speech.party in {"NATO", *scene.members} else "NATO"
    )
    who = speech.name if speech is not None and speech.party == party else None
    count = found["n"]
    words = {
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
    }
    number = words.get(count, count)
    return _made(
        scene,
        (found.start(), found.end()),
        "count",
        party or "NATO",
        who,
        f"counted {number} members that meet the guideline, or are to meet it",
    )


def _count_of_all(scene: Scene) -> StatementFound | None:
    """`All 32 allies will meet the target`."""
    found = scene.marked.search(
        r"<all:all>(?: (?!;)\S+){0,4}? (?:meet|met|meets|reach|reached|hit|spend|spent|exceed|exceeded)(?: (?!;)\S+){0,6}? (?:guideline|target|benchmark|goal|threshold|‹share#\d+›)"
    )
    group = scene.marked.value(found, "all") if found is not None else None
    number = (
        re.match(r"all (?:of )?(?:the |its )?(3[012]|2[89])", group.words.casefold())
        if isinstance(group, Group)
        else None
    )
    if (
        found is None
        or number is None
        or mood(scene.text, found.start()) not in (Mood.STATED, Mood.EXPECTED)
    ):
        return None
    if re.search(
        r"(?<!\S)(?:must|should|agreed|pledged|committed|would|have to)(?!\S)", found.group()
    ):
        return None
    speech = scene.speech
    party = (
        speech.party if speech is not None and speech.party in {"NATO", *scene.members} else "NATO"
    )
    who = speech.name if speech is not None and speech.party == party else None
    return _made(
        scene,
        found.span(),
        "count",
        party or "NATO",
        who,
        f"counted {number[1]} members that meet the guideline, or are to meet it",
    )


def _expectation(scene: Scene) -> StatementFound | None:
    found = scene.marked.search(rf"<who:party|person>(?: ,)?(?: (?!;)\S+){{0,8}}? {_EXPECTS}") or (
        scene.marked.search(_EXPECTS) if scene.speech is not None else None
    )
    if found is None and scene.speech is not None:
        likely = scene.marked.search(
            r"(?:most|nearly all|almost all|two thirds|the majority)(?: (?:of|the|its)){0,6} ‹(?:all|some)#\d+›(?: \S+){0,2}? (?:likely|set|on course|on track|bound|going|would|will)(?: to)? (?:hit|reach|meet|clear|spend|exceed)"
        )
        if likely is not None and _is_of_a_party(scene, scene.speech):
            return _made(
                scene,
                likely.span(),
                "expectation",
                str(scene.speech.party),
                scene.speech.name,
                "expected the members to go further with their spending",
            )
    if found is None:
        return None
    rest = scene.text[found.end() :]
    before = scene.text[max(0, found.end() - 30) : found.end()]
    if (
        re.search(r"(?<!\S)(?:is|are|was|were|be|been)(?: \w+)? expected$", before)
        or _ALL_DO.search(" ".join(rest.split()[:5])) is None
    ):
        return None
    if not re.search(r"(?<!\S)(?:to|will|would)(?!\S)", rest):
        return None
    speech = _speaks(scene, found.end())
    if "who" in found.groupdict() and scene.speech is None:
        who = scene.marked.value(found, "who")
        speech = Speech(who, None) if isinstance(who, Person | Party) else speech
    if not _is_of_a_party(scene, speech) or speech is None:
        return None
    if re.search(r"(?<!\S)(?:not|n't|never)(?: \S+){0,2} $", scene.text[: found.end() - 8]):
        return None
    return _made(
        scene,
        (found.start(), found.end() + len(" ".join(rest.split()[:8])) + 1),
        "expectation",
        str(speech.party),
        speech.name,
        "expected the members to go further with their spending",
    )


def _decided_on(scene: Scene) -> StatementFound | None:
    """`A new pledge is to be adopted at the summit`."""
    found = scene.marked.search(
        r"(?:(?:is|are) (?:due |expected |set )?to be|will be|was|were) (?:then |formally |also )?(?:adopted|approved|endorsed|signed off|agreed|settled|launched)(?: \S+){0,2}? (?:at|by) (?:<who:gathering|all>|(?:the )?(?:ministers|leaders))"
    )
    if found is None or mood(scene.text, found.start()) not in (Mood.STATED, Mood.EXPECTED):
        return None
    before = clause_before(scene.text, found.start())
    thing = _OBJECT.search(before) or re.search(
        r"(?<!\S)(?:pledge|text|document|composition)(?!\S)", before
    )
    if thing is None or "‹share" in before:
        return None
    tense = "to" if re.search(r"(?:to be|will be)", found.group()) else "did"
    return _made(scene, found.span(), "decision", "NATO", None, _decided(before, tense, thing))


def _decision(scene: Scene, newest: Meet | None, *, is_nato: bool) -> StatementFound | None:
    found = scene.marked.search(
        rf"{_WHO_DECIDES}(?: (?!;|‹share|not|never)\S+){{0,10}}? (?P<verb>{_DECIDES})(?P<rest>(?: (?!;|but)\S+){{0,10}})"
    )
    if found is None:
        return _decided_on(scene)
    is_led_by_it = re.search(r"(?:light|ahead)$", found["verb"]) is not None and _OBJECT.search(
        scene.text[: found.start()]
    )
    if _OBJECT.search(found["rest"]) is None and not is_led_by_it:
        return None
    if found["verb"].startswith("agree") and re.search(r"‹share", found["rest"]):
        return None
    if any(t.kind in (Kind.SHARE, Kind.POINTS) for t in scene.marked.things_in(found.group())):
        return None
    party = scene.marked.value(found, "party") if "party" in found.groupdict() else None
    if isinstance(party, Party) and party.code != "NATO":
        return None
    if found.group().startswith("they") and not is_nato:
        return None
    if mood(scene.text, found.start("verb")) not in (Mood.STATED, Mood.EXPECTED):
        return None
    if re.search(r"(?<!\S)(?:‹elsewhere#\d+›|lawmakers|parliament|cabinet)(?!\S)", found.group()):
        return None
    thing = _OBJECT.search(found["rest"])
    what = _decided(
        found["rest"],
        "to" if re.search(r"(?<!\S)(?:will|to|due|expected|set)(?!\S)", found.group()) else "did",
        thing,
    )
    return _made(scene, (found.start(), found.end()), "decision", "NATO", None, what)


def _decided(rest: str, tense: str, thing: re.Match[str] | None) -> str:
    about = (
        "capability targets"
        if "capabilit" in rest
        else thing.group()
        if thing is not None
        else "it"
    )
    return f"{'were to decide' if tense == 'to' else 'decided'} on {about}"
