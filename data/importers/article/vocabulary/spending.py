"""How reports word what members set themselves to spend."""

from data.importers.article.vocabulary import either
from data.importers.article.vocabulary.gaps import few, free

DEFENCE = either("""
    defen[cs]e | military | armed forces | army | forces | rearmament | arms | armaments
    weapons
    soldiers | troops | nato | guideline | guidelines | alliance | security
""")
ELSE = "(?:education|research|aid|climate|health|deficit)"
"""Other things of which shares of GDP are told."""
IRONY = either("""
    oh | perhaps it should | at this (?:rate|pace) | wonderful | why not | bravo | hooray
    some time in | one wonders | good luck
""")

_INTENT = either("""
    will | plans? to | intends? to | aims? to | aims? for | pledg(?:es|ed) to
    promis(?:es|ed) to
    vow(?:s|ed) to | commit(?:s|ted)? (?:itself )?to | undert(?:ook|akes|aken) to | agreed to
    (?:has )?decided to | is to | are to | would | shall | is going to | means? to
    (?:has|have) resolved to | resolved to | seeks? to | wants? to | set out to | determined to
    prepared to | preparing to | (?:has|have) set itself | (?:has|have) set | sets? itself
    (?:is|are) (?:committed|determined|set|due|on track) to | pledg(?:es|ed) | promis(?:es|ed)
    vow(?:s|ed) | announced | announces | earmark(?:s|ed) | sets? aside | set aside | to
""")
_SPEND = either("""
    appropriate | allot | top up | topping up | spend | spending | reach | reaching
    rais(?:e|es|ing) | lift | lifting | increas(?:e|ing) | boost | bring | bringing | hit
    hitting | meet | meeting | invest | investing | devote | devoting | allocate | allocating
    put | putting | commit | earmark | take | taking | achieve | attain | get | go | grow
    climb
    rise | expand | push | exceed | pass | top | cross | add | move | double | set aside
    provide
    be at | stand at | pump | pour | plough | make available | channel | dedicate | step up
    goal | target | objective | floor | aim
    ceiling
""")
PLEDGE = (
    rf"(?P<intent>{_INTENT})(?: (?!;)\S+){{0,5}}? {_SPEND}(?: (?!;|but)\S+){{0,14}}? "
    "<sum:share|money>"
)
_BE_SPENT = either("""
    be (?:reached|attained|spent|hit|met|devoted|invested|achieved|allocated|set aside)
    be (?:earmarked|made available|put) | go | flow
""")
PASSIVE = (
    rf"<sum:share|money>{free(8)} (?P<intent>will|would|is to|are to|is due to|shall|is set to) "
    rf"(?:then |finally |also )?{_BE_SPENT}"
)
SET_ASIDE = (
    r"<sum:share|money>(?: of gdp)? (?P<intent>is|are|was|were|has been|have been) (?:then |now )?"
    "(?:foreseen|earmarked|set aside|reserved|allocated|budgeted|planned|pencilled in|provided|"
    "appropriated)"
)
_WILL = "(?P<intent>will|would|is to|are to|shall)"
_BE_RAISED = (
    "be (?:raised|lifted|increased|topped up|brought up|brought|boosted|doubled|expanded|taken)"
)
RAISED_TO = rf"{_WILL} (?:then |also )?{_BE_RAISED} ~~4 to{few(3)} <sum:share|money>"
WILL_BE = (
    f"{_WILL} (?:be|stand at|amount to|total|equal|come to)"
    "(?: (?:at least|about|around|some|nearly|over|at)){0,6}(?: ,)? <sum:share|money>"
)
GETS = (
    "(?:defen[cs]e|the military|the army|the armed forces|the forces|its forces)(?: ministry)? "
    "(?P<intent>will|would|is to|are to|gets?|receives?)"
    "(?: (?:get|receive|be given|have|be allotted))? ~~4 <sum:share|money>"
)
_SETS_ASIDE = either("""
    ring fenc(?:es|ed) | pencil(?:s|led) in | budget(?:s|ed) for | earmark(?:s|ed) | sets? aside
    setting aside | allocat(?:es|ed) | assign(?:s|ed) | commit(?:s|ted) | pledg(?:es|ed)
    promis(?:es|ed) | announc(?:es|ed) | approv(?:es|ed) | budget(?:s|ed) | releas(?:es|ed)
    unlock(?:s|ed) | agreed(?: on)? | enshrin(?:es|ed) | fix(?:es|ed) | anchor(?:s|ed)
    signed off on | signs off on | found | put(?:s)? aside | adopt(?:s|ed) | reserv(?:es|ed)
    gives? | provid(?:es|ed) | aim(?:s|ed|ing) (?:for|at) | bound (?:itself )?to
""")
EARMARKED = rf"(?P<verb>{_SETS_ASIDE}){free(6)} <sum:share|money>"
BINDS = "commit|pledg|promis|agreed|aim|bound"
"""Beginnings of those verbs that set a share as a goal without a law or target."""
MUST = (
    "(?P<intent>must|has to|have to|is (?:obliged|bound|required) to|are (?:obliged|bound) to) "
    "~~4 (?:spend|reach|invest|devote|allocate|put) ~~8 <sum:share|money>"
)
GOAL = (
    rf"(?:goal|target|objective|aim|ambition|floor|minimum){few(4)} "
    rf"(?:is|of|at|remains|stands at|set at){few(2)} <sum:share|money>"
)

_PASSED = either(r"""
    (?:gave|given|gives?) (?:\w+ )?(?:go ahead|green light|nod|blessing|approval) (?:to|for)
    pass(?:ed|es) | approv(?:ed|es) | adopt(?:ed|s) | back(?:ed|s)
    sign(?:ed|s)(?: off| into law)? | agreed | vot(?:ed|es)(?: through| for)? | waved through
    endorsed | unveil(?:ed|s) | present(?:ed|s) | enact(?:ed|s) | clear(?:ed|s) | tabled
    submit(?:ted|s) | green ?lit | gave (?:its|their) (?:approval|blessing) to | ratified
    launch(?:ed|es)
""")
_PAPER = either("""
    budgets? | laws? | statutes? | acts? | bills? | legislation | programmes? | programs?
    plans?
    package | envelope | strategy | fund | amendment | spending review
""")
_PROVIDES = either("""
    receives | allots | prescrib(?:es|ing) | assigns | pencils in | pencilled in | ring fences
    ring fenced | tops up | brings up | brings | sets aside | foresees | allocates | gives
    earmarks | provides | puts | contains | includes | lifts | raises | takes | devotes
    reserves | envisages | obliges | requires | commits | fixes | enshrines | sets | binds
    calls for | keeps | holds | anchors | stipulates | mandates | guarantees | earmarking
    worth
    of
""")
BUDGET = rf"{_PASSED} ~~8 (?P<paper>{_PAPER}) ~~18 <sum:share|money>"
BUDGET_OF = rf"{_PASSED} ~~6 <sum:share|money> ~~5 (?P<paper>{_PAPER})"
GIVES = rf"(?P<paper>{_PAPER})(?: (?!;|not)\S+){{0,8}}? {_PROVIDES} ~~12 <sum:share|money>"
LAW = "law|act|bill|legislation|amendment"

DOUBT = either("""
    if | were | could | might | may | should | not(?! less than) | whether | considering | hopes?
    would have
    dreams? | asked | urged | calls?
""")
ONE_OF_MANY = either("""
    lawmaker | legislator | member of parliament | mp | senator | backbencher | analysts?
    experts? | commentators? | think tanks? | institutes? | opposition | union | retired
""")
"""Those who promise nothing for a member; lawmakers together may."""
DECIDED = "(?:plans?|voted|votes|pledge|promise|decision|decided|vow|law|goal|aim|commitment|set)"
OWNERS = "(?:cabinet|government|parliament|coalition|lawmakers|ministers|mps|senate)"
ITS = either("""
    (?:his|her|their|my|our)(?: own)? (?:government|country|cabinet|coalition)
    it | its | the country | the government | the cabinet | parliament | lawmakers | he | she
""")
