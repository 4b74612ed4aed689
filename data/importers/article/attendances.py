"""Who comes to a meeting and who does not. A country's taking part says nothing of its president."""

import re
from collections.abc import Iterator

from data.facts.records import Presence
from data.importers.article.findings import AttendanceFound
from data.importers.article.meets import Meet, Meets
from data.importers.article.mood import Mood, mood
from data.importers.article.scenes import Scene
from data.importers.article.things import Gathering, Kind, Party, Person, Thing
from data.importers.proposals import Ground

_LIST = r"(?P<who>‹(?:person|party)#\d+›)(?P<more>(?:(?: ,)?(?: and| as well as|,)?(?: the)? ‹(?:person|party)#\d+›)*)"
_WHO = rf"(?:{_LIST}|(?P<pro>he|she))(?: (?:,|who|himself|herself|itself|both|also|personally|alone|too|would|then|now|has|have|had)){{0,6}}"
_COME = (
    r"(?:attend|take part|participate|be there|be present|be in ‹place#\d+›|come|join|travel|fly|be represented|"
    r"be (?:representing|attending|joining|travelling|traveling|going|present|in attendance|making the trip)|take (?:his|her|its|their) seat|make the journey|lead (?:\S+ ){0,4}?delegation|make it|makes it|represent|be among|attends|takes part|comes|joins|travels|flies|goes|makes? the trip|participates|shows up|turns up|turn up|appear|be at|show up|make the trip|go|sit|be on hand|head|address|speak at|put in an appearance)"
)
_COMES = r"(?:attend|join|travel|come|fly|participat|tak)(?:s|es|ing|ed)?"
_PAST = (
    r"(?:attended|took part|participated|(?:was|were) (?:both |all |also )?present|was there|were there|was in attendance|"
    r"were in attendance|was among|were among|joined|took (?:his|her|their|its) seats?|sat in|turned up|"
    r"flew in for|travelled to|traveled to|came to|addressed)"
)
_AWAY = (
    r"(?:was absent|were absent|skipped|stayed away|stayed at home|stayed home|did not (?:attend|come|take part|show up|travel|turn up|appear)|"
    r"didn't (?:attend|come|show up)|missed|was missing|sat out|snubbed|was not there|was not present|"
    r"was nowhere to be seen|gave (?:it|‹gathering#\d+›) a miss|failed to (?:attend|appear|show up|turn up)|sent (?:a|an|his|her) (?:deputy|\w+ minister))"
)
_INVITATION = r"(?:invitation|invite|letter)"
_NOT_COMING = (
    r"(?:will not|won't|would not|wouldn't|is not going to|does not (?:plan|intend) to|has no plans to|is not expected to|"
    r"are not going to|will no longer)"
)
_TURNS_DOWN = (
    rf"(?:has |have |had )?(?:declined|turned down|rejected|refused|cancelled|canceled|pulled out|called off|excused|"
    rf"will stay away|would stay away|will skip|would skip|will miss|would miss|is staying away|bowed out|sent (?:his|her) regrets|"
    rf"ruled out (?:attending|travelling|traveling|going|coming|taking part)|is boycotting|will boycott|backed out|withdrew)"
)
_UNSURE = r"(?:whether|if|that) (?P<who>‹(?:person|party)#\d+›)(?: (?:himself|herself|itself|would|will|might|can|could|personally|is|was|,|in person|‹person#\d+›)){0,6}"
_NOT_SAID = (
    r"(?:not|n't|nor|yet to|unclear|open|unknown|uncertain|undecided|remains? to be seen|refused|declined|unsure|without|"
    r"anyone 's guess|anybody 's guess|no word|wouldn't|would not|hasn't|didn't|left open)"
)

_RULES: tuple[tuple[str, Presence], ...] = (
    (r"(?:missing|absent|not there|not present|notably absent|staying away|nowhere to be seen)(?: \S+){0,7}? (?:was|were|is|are|:) (?:also )?(?:‹party#\d+› 's \S+(?: \S+)? , )?<who:person|party>(?! 's)", Presence.ABSENT),
    (r"among (?:\S+ ){1,14}?(?:was|were) <who:person|party>", Presence.ATTENDED),
    (r"so did <who:person|party>", Presence.ATTENDED),
    (rf"{_WHO} ~1 gave (?:\S+ ){{1,3}}a miss", Presence.ABSENT),
    (rf"{_WHO} ~2 (?:was|were) kept away", Presence.ABSENT),
    (rf"{_WHO} ~2 (?:cannot|can't|could not|couldn't|will not|won't) (?:make it|{_COME})", Presence.DECLINED),
    (rf"{_WHO} ~2 (?:will|would|is going to) sit (?:\S+ ){{1,3}}out", Presence.DECLINED),
    (rf"{_WHO} ~1 (?:has|have|had) (?:sent|been sent) (?:an |the )?(?:invitations?|invite)", Presence.INVITED),
    (rf"{_WHO}(?: \S+){{0,3}}? (?:said|announced|confirmed|given word|given notice|let it be known|promised)(?: that)? (?:he|she|it) (?:will|would) (?:{_COME})", Presence.CONFIRMED),
    (rf"{_WHO} ~1 (?:is|are) making the (?:trip|journey)", Presence.CONFIRMED),
    (rf"{_WHO} ~2 (?:sat in on|flew in|turned up|sat at|sat down)", Presence.ATTENDED),
    (r"(?:those (?:who )?(?:present|attending|attended|came|taking part)|the guests|in attendance|(?<=so )|as)(?: \S+){0,3}? (?:was|were|are|did) <who:person|party>", Presence.ATTENDED),
    (r"(?:those who have (?:said yes|accepted|confirmed)|confirmed guests)(?: \S+){0,5}? (?:is|are|:) <who:person|party>", Presence.CONFIRMED),
    (r"expected(?: (?!;)\S+){0,12}? : <who:person|party>", Presence.EXPECTED),
    (r"(?P<home>‹party#\d+›) (?:will|would|is to|are to) be represented by <who:person>", Presence.CONFIRMED),
    (r"(?P<home>‹party#\d+›) (?:was|were) represented by <who:person>", Presence.ATTENDED),
    (rf"{_WHO} ~2 (?:(?:has|have|had) )?(?:begged off|cried off|bowed out|pulled out|backed out|called it off|opted out)", Presence.DECLINED),
    (rf"{_WHO} ~1 (?:is|are|was) (?:still )?(?:weighing|considering|deciding|checking|mulling) (?:\S+ ){{0,4}}?(?:calendar|diary|schedule|invitation|whether to (?:come|attend|go|travel|make))", Presence.UNDECIDED),
    (rf"{_WHO} ~1 (?:(?:has|have|had) )?(?:accepted|said yes)(?= on| at| ,| \.|$| immediately| straight)", Presence.CONFIRMED),
    (r"‹party#\d+› sent <who:person>", Presence.ATTENDED),
    (r"<who:person|party>(?: (?!;)\S+){0,8}? (?:(?:has|have|had) )?sent (?:(?:its|his|her|their) )?(?:regrets|apologies|excuses)", Presence.DECLINED),
    (r"<who:person|party>(?: ,| though| \S+){0,6}? (?:has|have|had) been asked to (?:\S+ ){0,3}?(?:attend|come|join|take part|send)", Presence.INVITED),
    (rf"{_WHO} ~1 (?:is|are) (?:also )?(?:heading|headed|bound|on (?:his|her|their) way) (?:to|for)", Presence.CONFIRMED),
    (rf"{_WHO} ~1 (?:is|are|was|were) (?:also )?on the guest list", Presence.INVITED),
    (rf"{_WHO} ~1 (?:attends|joins|travels to|flies to|comes to)", Presence.CONFIRMED),
    (r"<who:person|party> (?:takes|take) part", Presence.CONFIRMED),
    (r"so (?:does|do|will) <who:person|party>", Presence.CONFIRMED),
    (rf"{_NOT_SAID}(?: \S+){{0,5}}? {_UNSURE} ~~3 {_COME}", Presence.UNDECIDED),
    (rf"{_UNSURE} ~~3 {_COME}(?: \S+){{0,8}}? {_NOT_SAID}", Presence.UNDECIDED),
    (rf"{_WHO} ~2 {_NOT_SAID}(?: \S+){{0,4}}? (?:whether|if) (?:he|she|it|they) ~3 {_COME}", Presence.UNDECIDED),
    (rf"{_WHO} ~1 (?:has|have|had) (?:yet to|not yet|not) (?:confirm(?:ed)?|decide(?:d)?|accept(?:ed)?|repl(?:y|ied)|respond(?:ed)?|commit(?:ted)?)", Presence.UNDECIDED),
    (rf"{_WHO}(?: \S+){{0,4}}? (?:not|yet to) (?:yet )?(?:decided?|sa(?:y|id)|know|made up (?:his|her|its) mind)(?: on)? (?:whether|if) to {_COME}", Presence.UNDECIDED),
    (rf"{_WHO} ~1 (?:is|was|are|remains?) (?:still )?undecided", Presence.UNDECIDED),
    (rf"(?:attendance|participation|presence) of <who:person|party> (?:\S+ ){{0,2}}?(?:is|was|remains?|remained|has) (?:still |not )?(?:open|unclear|uncertain|unconfirmed|been confirmed|confirmed|in doubt)", Presence.UNDECIDED),
    (rf"<who:person|party> 's (?:attendance|participation|presence) (?:\S+ ){{0,2}}?(?:is|was|remains?|remained|has) (?:still |not )?(?:open|unclear|uncertain|unconfirmed|been confirmed|confirmed|in doubt)", Presence.UNDECIDED),
    (rf"{_WHO} ~2 {_NOT_COMING} ~1 (?:{_COME}|attend)", Presence.DECLINED),
    (rf"{_WHO} ~1 (?:is|are|was|were) not (?:going|travelling|traveling|coming|flying|attending|taking part)", Presence.DECLINED),
    (rf"{_WHO} ~~8 {_TURNS_DOWN}", Presence.DECLINED),
    (rf"{_WHO} ~2 {_AWAY}", Presence.ABSENT),
    (rf"(?:absence of|without) <who:person|party>", Presence.ABSENT),
    (rf"{_WHO} ~2 {_PAST}", Presence.ATTENDED),
    (rf"(?:attended by|guests included|participants included|in the presence of) <who:person|party>", Presence.ATTENDED),
    (rf"{_WHO} ~3 (?:is|are|was|were) (?:also |widely |still )?(?:expected|due|set|scheduled|slated|likely)(?: \S+){{0,2}}? (?:to {_COME}|in ‹place#\d+›|at ‹gathering#\d+›)", Presence.EXPECTED),
    (rf"{_WHO} ~3 (?:plans|plan|intends|intend|hopes|wants) to {_COME}", Presence.EXPECTED),
    (rf"(?:is|are) expected to be joined by <who:person|party>", Presence.EXPECTED),
    (rf"{_WHO} ~2 (?:(?:has|have|had) been|was|were|is|are) (?:formally |also |again |officially )?invited", Presence.INVITED),
    (rf"(?:has|have|had) (?:formally |also |officially )?invited ~1 <who:person|party>", Presence.INVITED),
    (rf"(?:sent|extended|issued|addressed) (?:\S+ ){{0,3}}?{_INVITATION} to <who:person|party>", Presence.INVITED),
    (rf"<inviter:person|party> ~1 (?:invited|invites) ~1 <who:person|party>", Presence.INVITED),
    (rf"{_WHO} ~3 (?:received|got|receives) (?:\S+ ){{0,2}}?{_INVITATION}", Presence.INVITED),
    (rf"{_WHO} ~3 (?:(?:has|have|had) )?(?:accepted|taken up|said yes to) ~~3 {_INVITATION}", Presence.CONFIRMED),
    (rf"{_WHO} ~3 (?:(?:has|have|had) )?confirmed (?:that )?(?:his|her|its|their|he|she|it) (?:attendance|participation|presence|will {_COME}|would {_COME}|is coming|is attending|is going)", Presence.CONFIRMED),
    (rf"confirmed <who:person|party> 's (?:attendance|participation|presence)", Presence.CONFIRMED),
    (rf"confirmed the (?:attendance|participation|presence) of <who:person|party>", Presence.CONFIRMED),
    (rf"{_WHO} ~2 (?:will|would|is going to|are going to|shall|is to|are to) ~2 (?:{_COME})", Presence.CONFIRMED),
    (rf"{_WHO} ~1 (?:is|are) (?:attending|coming|travelling to|traveling to|flying to|taking part|joining)", Presence.CONFIRMED),
    (rf"(?:will|would) be (?:joined|represented) by <who:person|party>", Presence.CONFIRMED),
)  # fmt: skip
_ABOUT_A_MEETING = re.compile(r"summit|meeting|session|talks|guests|invit|attend|trip|gathering")
_OUTCOMES = {Presence.ATTENDED, Presence.ABSENT}


def attendances(scene: Scene, meets: Meets) -> Iterator[AttendanceFound]:
    taken: set[Thing] = {
        scene.marked.thing(each[1])
        for each in re.finditer(
            r"(‹party#\d+›) (?:\S+ ){1,3}?represented by (?:its )?‹person", scene.text
        )
    }
    for rule, status in _RULES:
        for found in scene.marked.find(rule):
            meet = _meet(scene, meets, found)
            if meet is None or not _is_meant(scene, found, status):
                continue
            for thing in _who(scene, found):
                if thing not in taken:
                    taken.add(thing)
                    made = _found(scene, meet, thing, status, found)
                    if made is not None:
                        yield made


def _who(scene: Scene, found: re.Match[str]) -> list[Thing]:
    """Who is named, with those named together with it: `A and B both attended`."""
    if found["who"] is None:
        person = next((each for each in reversed(scene.before) if isinstance(each, Person)), None)
        return [Thing(Kind.PERSON, -1, -1, person)] if person is not None else []
    ahead = scene.text[: found.start("who")].split()[-2:]
    if ahead[-1:] == ["of"] and not re.search(
        r"(?:leaders|presidents|ministers|premiers|heads of state|representatives|delegations|absence|presence|attendance|participation) of",
        scene.text[: found.start("who")],
    ):
        return []
    if ahead[-1:] in (["from"], ["with"], ["against"], ["for"]):
        return []
    if re.match(
        r" 's?(?! (?:attendance|participation|presence|absence))(?!\S)",
        scene.text[found.end("who") :],
    ):
        return []
    every = [scene.marked.thing(found["who"])]
    before = scene.text[: found.start("who")]
    while (
        more := re.search(
            r"(‹(?:person|party)#\d+›)(?: ,)?(?: (?:and|as well as))? (?:(?:both|the) )?$", before
        )
    ) is not None:
        every.append(scene.marked.thing(more[1]))
        before = before[: more.start()]
    listed = found.groupdict().get("more")
    if listed is None and found.end("who") == found.end():
        rest = re.match(
            r"(?:(?: ,)?(?: and| as well as|,)?(?: the)? ‹(?:person|party)#\d+›)*",
            scene.text[found.end() :],
        )
        listed = rest.group() if rest is not None else ""
    every.extend(scene.marked.things_in(listed or ""))
    return [each for each in every if isinstance(each.value, Person | Party)]


def _found(
    scene: Scene, meet: Meet, thing: Thing, status: Presence, found: re.Match[str]
) -> AttendanceFound | None:
    value = thing.value
    if isinstance(value, Party):
        if value.adjective or value.code == "NATO":
            return None
        party, person, role = value.code, None, None
    elif isinstance(value, Person) and value.name is not None and not value.former:
        home = (
            scene.code(scene.marked.value(found, "home")) if "home" in found.groupdict() else None
        )
        if home is None and value.party is None:
            return None
        party, person, role = home or value.party or "", value.name, value.role
    else:
        return None
    made = AttendanceFound(
        quotes=[(scene.marked, *scene.marked.quote(found.start(), found.end()))],
        meet=meet,
        party=party,
        person=person,
        role=role,
        status=status,
    )
    made.ground(Ground.EXPECTATION if status is Presence.EXPECTED else Ground.STATED)
    return made


def _is_meant(scene: Scene, found: re.Match[str], status: Presence) -> bool:
    if status is Presence.UNDECIDED:
        return not scene.text.rstrip(' "').endswith("?")
    how = mood(scene.text, found.start())
    if status in (Presence.DECLINED, Presence.ABSENT):
        return how in (Mood.STATED, Mood.EXPECTED, Mood.NEGATED)
    if how not in (Mood.STATED, Mood.EXPECTED):
        return False
    inside = mood(scene.text, found.end())
    return inside in (Mood.STATED, Mood.EXPECTED) or (
        inside is Mood.OPEN and status is Presence.EXPECTED
    )


def _meet(scene: Scene, meets: Meets, found: re.Match[str]) -> Meet | None:
    """The meeting of the sentence, the nearest behind; else the one spoken of before."""
    things = [
        each
        for each in re.finditer(r"‹gathering#\d+›", scene.text)
        if isinstance(scene.marked.thing(each.group()).value, Gathering)
    ]
    if "‹elsewhere#" in scene.text[found.start() :]:
        return None
    behind = [each for each in things if each.start() >= found.start()]
    nearest = (behind or things[-1:])[:1]
    if nearest:
        return meets.of(scene.marked, scene.marked.thing(nearest[0].group()))
    told = [each for each in scene.marked.things_in(scene.text) if each.kind is Kind.PLACE]
    newest = meets.newest() or meets.only()
    if newest is None or newest.kind is None:
        return None
    if (
        meets.is_near(scene.marked)
        or _ABOUT_A_MEETING.search(scene.text)
        or re.search(r"(?:attend|absent|come|be there|join|in person|stayed away)", found.group())
    ):
        places = {getattr(each.value, "city", None) for each in told}
        return (
            newest if not places or newest.city is None or newest.city in places or True else None
        )
    return None
