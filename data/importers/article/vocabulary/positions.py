"""How reports word where a member stands."""

from data.facts.records import Position
from data.importers.article.vocabulary import either
from data.importers.article.vocabulary.gaps import ENDS, few, few_before

PLAN = either("""
    plans? | proposals? | compromise | targets? | goals? | pledges? | deal | package
    commitments? | benchmark | objectives? | blueprint | drafts? | texts? | formula | figure
    number | declaration | idea | increases? | rise | floor | threshold | split | timeline
    timetable | scheme | initiative | percentage | guideline | spending | levels? | demands?
    line | ambition | approach | deadline | wording | clause | push | call | bar | path
    request | appeal | suggestion | move | increments? | date
""")
VAGUE = frozenset({
    "call", "push", "request", "appeal", "suggestion", "move", "line", "level", "levels", "path",
    "bar", "demand", "demands", "ambition", "date",
})  # fmt: skip
"""Words for a plan that may stand for something else."""
VAGUE_BUT_KNOWN = frozenset({
    "call", "push", "line", "demand", "demands", "request", "appeal", "suggestion", "move", "date",
})  # fmt: skip
"""Those that stand for the plan where one was spoken of before."""
_SUM_OR_PLAN = rf"(?:{PLAN}|‹share#\d+›)"
ON_PLAN = (
    r"(?: (?P<it>it|him|her|them|‹person#\d+›|‹person#\d+› on (?:this|that|it))(?! 's)"
    rf"|(?: (?!;|but)\S+){{0,8}}? (?P<plan>{PLAN}|‹share#\d+›|(?:it|that){ENDS}))"
)
OF_SPENDING = either("""
    yearly | increment | spend | budget | defen[cs]e | target | goal | plan | proposal | pledge
    gdp | ‹share
    ‹points | compromise | deadline | timeline | timetable | annual | flexib | leeway | increase
    draft | text | figure | number
""")
"""Beginnings of words that tell that a sentence is about spending."""
NOT_ABOUT = either("""
    reports? | rumou?rs? | speculation | claims? that
    troops | nuclear | missiles? | membership | sanctions | tariffs | conscription | conscripts
    migration | euro ?bonds? | aid | ceasefire | accession
""")

SUPPORT = either(r"""
    support(?:s|ed|ing)? | back(?:s|ed|ing)? | endors(?:e|es|ed|ing) | welcom(?:e|es|ed|ing)
    embrac(?:e|es|ed|ing) | favou?r(?:s|ed)? | applaud(?:s|ed)? | champion(?:s|ed)?
    approv(?:e|es|ed) of | agree(?:s|d)? (?:to|with) | accept(?:s|ed)?
    (?:sign(?:s|ed)?|signing) (?:up|on) to | stand(?:s)? (?:\w+ ){0,2}behind
    (?:is|are) content with
    (?:gave|given|gives?) (?:its|their|his|her) (?:consent|assent|agreement|approval|yes) to
    (?:is|are|was|were) (?:\w+ )?(?:behind|in favou?r of|on board with|happy with)
    (?:is|are|was|were) (?:\w+ )?(?:comfortable with|fine with|at ease with)
    thr(?:ew|own|ows) (?:its|his|her) (?:full )?weight behind
    (?:came|come|comes|coming) out (?:firmly |strongly )?(?:in favou?r of|for) | hail(?:s|ed)?
    prais(?:es|ed) | (?:can|could) live with | subscribe(?:s|d)? to | voic(?:ed|es) support for
    declared (?:its|his|her) support for | signalled support for | pledged support for
    (?:goes|go|went|going) along with | lent (?:its|his|her) support to
    gave (?:its|his|her) (?:backing|blessing|support) to
    sp(?:oke|eaks?|oken) up for | will vote for | votes for
    (?:is|remains) (?:fully |firmly |wholly )?committed to
    ready to (?:accept|sign|back|support) | is all for | are all for
    give(?:s|n)? \S+(?: \S+){0,4}? (?:full )?(?:backing|support|blessing)(?: to)?
    g[ai]ve(?:s)? (?:its |his |her )?(?:full |wholehearted )?(?:backing|support|blessing)(?: to)?
    falls? in line with | fell in line with | comes? round to | came round to | is sold on
    warm(?:s|ed) to | has no (?:objection|objections|quarrel|problem|problems) (?:to|with)
    raised no objections? to | said yes to | rall(?:ied|ies) behind
    put (?:its|his|her) weight behind
""")
_NOT_DONE = either("""
    subscribe to | go along with | vote for | agree to | commit to | consent to | support | back
    accept | sign | endorse | live with | agree with
""")
_STANDS = either("""
    is | are | was | were | come out | came out | comes out | coming out | speaks out
    spoke out
    remains | remain | stands | stood
""")
_BAD = either("""
    unreasonable | unacceptable | unrealistic | absurd | folly | out of the question
""")
OPPOSE = either(rf"""
    oppos(?:e|es|ed|ing) | reject(?:s|ed|ing)? | resist(?:s|ed|ing)? | refus(?:e|es|ed|ing)
    ruled out | rules out | ruling out | object(?:s|ed) to
    (?:will|would|could|can) not {_NOT_DONE} | is having none of | will have none of
    has no time for | threw out | throws out | argues? against | argued against
    speaks? out against | wants nothing to do with | will not hear of
    will not (?:accept|sign|support|back|endorse|agree|be part)
    would not (?:accept|sign|support|back|endorse|agree)
    won't (?:accept|sign|support|back|endorse)
    cannot (?:accept|sign|support|back|endorse|agree|commit)
    can't (?:accept|sign|support|back|agree) | can not (?:accept|sign|support|back)
    does not (?:support|back|accept|agree with) | do not (?:support|back|accept)
    did not (?:support|back|accept|endorse) | doesn't (?:support|back|accept)
    block(?:s|ed|ing)?
    veto(?:es|ed|ing)? | dismiss(?:es|ed)? | balk(?:s|ed)? at | baulk(?:s|ed)? at
    vot(?:es|ed) against
    {_STANDS} (?:(?:firmly|strongly|flatly|resolutely|categorically) )?(?:against|opposed to)
    (?:will|would) say no to | pour(?:s|ed) cold water on | said no to | says no to
    has no intention of (?:accepting|signing|backing) | turned down
    turns down | condemn(?:s|ed) | denounc(?:es|ed) | withh(?:eld|olds) its support (?:from|for)
    sh(?:oo|o)t(?:s)? down | shot down | spurn(?:s|ed) | rebuff(?:s|ed)
    brush(?:es|ed) (?:aside|off)
    wav(?:es|ed) (?:aside|away) | push(?:es|ed) back (?:against|on|at) | will have no part (?:of|in)
    (?:wants|wanted) no part (?:of|in)
    hit out at | call(?:s|ed) (?:\S+ ){{1,5}}?{_BAD}
""")

_REMAINS = either("""
    emerged as | remains? | remained | is | was | are | stays | became | looks like
    stands out as | is (?:regarded|seen|viewed|considered) as | counts as | is considered
    has turned into | turned into | has become
""")
_HOLDOUT = either(r"""
    opponent | critic | holdout | hold out | obstacle | sceptic | resistant(?: member)?
    reluctant(?: member)? | naysayer | outlier | holding out(?! for)
    (?:strongly|firmly|flatly) against
""")
HOLDOUT = (
    rf"<who:party> (?:has |have |had )?(?:also |long )?{_REMAINS}"
    rf"(?: (?:‹person#\d+› 's|\S+)){{0,5}}? {_HOLDOUT}"
)
STILL_BELOW = (
    rf"expected to (?:meet|reach|hit) {few_before(4)}<share:share> {few_before(4)}"
    rf"(?:target|goal|guideline|mark|threshold){few(3)} <day:day>"
)
"""`Expected to meet the current 2 % target only by the end of this year`."""

_IN_FAVOUR = either(rf"""
    (?:is|are|was|were|comes?|came) (?:\w+ )?(?:on board|in favou?r|for it|behind it){ENDS}
    (?:is|are|was|were|comes?|came) (?:\w+ )?all for it{ENDS}
    (?:is|are) (?:\w+ )?in the yes camp{ENDS}
""")
_ROUND = either(rf"""
    (?:has|have) come round{ENDS}
    (?:has|have) (?:given|said) {few_before(2)}(?:yes|approval){ENDS}
""")
_SPEAKS = "(?:is|are|was|were|remains?|speaks out|came out)"
_AGAINST = either(rf"""
    {_SPEAKS} (?:\w+ ){{0,3}}(?:against|against it|opposed|opposed to it){ENDS}
    (?:has|have) (?:said|gone public with a) no{ENDS}
""")
BARE = (
    (_IN_FAVOUR, Position.SUPPORTS),
    (_ROUND, Position.SUPPORTS),
    (_AGAINST, Position.OPPOSES),
)
"""Rules that leave out the plan they speak of."""
_ITS_NOD = r"(?:its|his|her|their) (?:\w+ )?(?:blessing|backing|support|approval|nod)"
GIVEN = (
    (rf"(?:gave|gives?|given) {few_before(7)}thumbs down", Position.OPPOSES),
    (rf"(?:gave|gives?|given) {few_before(7)}thumbs up", Position.SUPPORTS),
    (rf"turn(?:s|ed) {few_before(3)}{PLAN} down", Position.OPPOSES),
    (
        (
            rf"ma(?:kes?|de) {few_before(4)}(?:yes|support|approval|consent|backing) "
            "(?:dependent|conditional|contingent) on"
        ),
        Position.SUPPORTS_WITH_CONDITIONS,
    ),
    (r"(?:come|comes|came|get|gets|got|coming) on board", Position.SUPPORTS),
    (
        rf"(?:gave|given|gives?|granted|lent) {few_before(3)}{PLAN} {_ITS_NOD}",
        Position.SUPPORTS,
    ),
)
HAS_BACKING = (
    rf"{PLAN}(?: (?!;)\S+){{0,8}}? (?:has|have|enjoys|had) {few_before(5)}"
    rf"(?:backing|support|blessing){ENDS}"
)
SO_HAS = (
    r"(?:and|nor|neither) so (?:has|have|does|do|did|is|are) <who:party|person>"
    r"|(?:,|and|while)(?: (?!‹)\S+){0,4} <who2:party|person> (?:does|do|did|has|have) "
    "(?:so|likewise|the same)"
)

_BACKING = (
    "(?:throwing|lending|giving|voicing|declaring|expressing|pledging|signalling|putting) "
    "(?:(?:its|his|her|their) )?(?:full )?(?:support|weight|backing)"
)
_SUPPORTING = "(?:backing|supporting|welcoming|endorsing|hailing|embracing)"
_OPPOSING = either("""
    rejecting | dismissing | opposing | resisting | criticising | ruling out | turning down
    spurning
""")
_THEN_SAYS = rf"{few(6)} {_SUM_OR_PLAN}{few(6)} ,{few(3)} <who:person|party>"
_WHOSE = r"<who:person|party> 's (?:\w+ )?"
_RESISTANCE = "(?:opposition|resistance|objections?|rejection|refusal|no)"
_COMES_FROM = rf"{few(5)} {PLAN}{few(3)} (?:came|comes) from <who:person|party>"
_CALLS = rf"<who:person|party>{few(2)} call(?:s|ed) {few_before(4)}{_SUM_OR_PLAN}{few(5)}"
_WAS = rf"{_SUM_OR_PLAN}{few(6)} (?:was|is|were|are) (?:\w+ )?"
_REJECTED = "(?:rejected|opposed|refused|dismissed|turned down|resisted)"
_BACKED = "(?:backed|supported|welcomed|endorsed|embraced)"
_WRONG = either("""
    unreasonable | unacceptable | unrealistic | absurd | folly | out of the question | wrong
    impossible | madness | insane | too much
""")
_RIGHT = either("""
    reasonable | right | overdue | necessary | achievable | sensible | a must | the least
    realistic
""")
NAMED = (
    (rf"^{_BACKING}{_THEN_SAYS}", Position.SUPPORTS),
    (rf"^{_SUPPORTING}{_THEN_SAYS}", Position.SUPPORTS),
    (rf"^{_OPPOSING}{_THEN_SAYS}", Position.OPPOSES),
    (rf"{_WHOSE}(?:backing|support|endorsement|approval){few(5)} {PLAN}", Position.SUPPORTS),
    (rf"{_WHOSE}{_RESISTANCE}{few(5)} {PLAN}", Position.OPPOSES),
    (rf"(?:backing|support|endorsement){_COMES_FROM}", Position.SUPPORTS),
    (rf"(?:opposition|resistance|objections){_COMES_FROM}", Position.OPPOSES),
    (
        rf"(?:proponents|supporters|backers) of{few(5)} {PLAN}{few(2)} include <who:person|party>",
        Position.SUPPORTS,
    ),
    (
        rf"(?:opponents|critics) of{few(5)} {PLAN}{few(2)} include <who:person|party>",
        Position.OPPOSES,
    ),
    (
        (
            rf"<who:person|party> (?:is|are) leading the (?:resistance|opposition|charge) "
            rf"(?:to|against){few(4)} {_SUM_OR_PLAN}"
        ),
        Position.OPPOSES,
    ),
    (rf"{_CALLS} {_WRONG}", Position.OPPOSES),
    (rf"{_WAS}{_REJECTED} by <who:person|party>", Position.OPPOSES),
    (rf"{_WAS}{_BACKED} by <who:person|party>", Position.SUPPORTS),
    (rf"{_CALLS} {_RIGHT}", Position.SUPPORTS),
)
"""Rules that name who takes the position."""
