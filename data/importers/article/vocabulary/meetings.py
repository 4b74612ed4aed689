"""How newspapers name meetings, and what they say of them."""

from data.importers.article.vocabulary import either

NATO = (
    "(?:(?:‹party#\\d+›|alliance|allied|alliance 's|the alliance 's|(?:the )?allies ')(?: 's)? )?"
)
WHICH = either("""
    the | a | an | this | that | next | upcoming | annual | forthcoming | regular | their | its
    yearly | informal | formal | virtual | online | crucial | key | important | special
    two day
    one day | three day | four day | opening | closing | 75th | anniversary | traditional
    planned | regular | closed door | first | last | latest | current
    joint
    working | ministerial | high level | in person
""")
DET = f"(?:{WHICH} ){{0,6}}"
MEETING = (
    "(?:(?:two|three) days of (?:\\w+ )?(?:talks|meetings|deliberations|discussions)|"
    "meeting|session|talks|gathering|meetings|council)"
)
OTHERS = either(r"""
    e\.u\. | eu | european | european union | g7 | g20 | g ?7 | g ?8 | arctic | peace | climate
    energy | arab | brics | trade | european council | apec | tech | security | food | osce
    quad
""")
"""Whose meetings are none of NATO's."""
_AUXILIARIES = either(r"""
    will | are | were | is | to | due | set | expected | scheduled | also | are to | on | again
    next | have | had | who | instead | then | now | likewise | formally | jointly | therefore
    once | more | informally | briefly | ‹day#\d+›
""")
_GATHERING = either("""
    meet | meets | met | meeting | gather | gathers | gathered | gathering
    convene | convenes | convened | assemble | assembled | hold | holds | held | holding
    sit down
    sat down | confer | come together | came together | get together | got together
    conferred | see each other | sit together | hold talks | held talks | holding talks
    open | opens | opened | opening | come to | comes to | kick off | kicks off | kicked off
""")
GATHER = f"(?:(?:{_AUXILIARIES} ){{0,6}}{_GATHERING})"
GATHERED = "(?:meeting|gathered|gathering|assembled|convened|convening|sitting)"

_HEADS = "(?:leaders|heads of state and government)"
_OF = "(?:of|with|between|for|among)"
_DEFENCE = "defen[cs]e"
_DEFENDERS = "defen[cs]e (?:ministers|chiefs)"
_DIPLOMATS = "(?:foreign ministers|top diplomats)"
_ANY_MINISTERS = "(?:defen[cs]e |foreign |prime )?ministers"
_OF_ALL = (
    r"(?: (?:of|from) (?:the )?(?:alliance|allies"
    r"|(?:3\d |2[89] |‹party#\d+› |alliance |member )*(?:countries|states|members|allies|nations)"
    r"|‹party#\d+›(?: 's (?:member states|members|countries))?))?"
)
_TAKE_UP = (
    r"(?:will|are (?:due|expected|set|scheduled) to|are to) (?:\w+ )?"
    r"(?:take up|discuss|tackle|debate|review|decide|return to|consider|address)"
    r"(?: (?!;|‹gathering)\S+){0,12}? (?:in )?‹(?:place|day)#\d+›"
)
_AGREED_THERE = (
    r"(?:\w+ )?(?:decided|agreed|approved|endorsed|backed|adopted|discussed|signed off|pledged) "
    r"in ‹place#\d+›"
)
_THEY_GATHER = f"(?=(?: ,)? (?:{GATHER}|{_TAKE_UP}|{_AGREED_THERE}))"

SUMMIT_EXTRAORDINARY = (
    rf"{DET}(?:extraordinary|emergency|special|unscheduled) {NATO}(?:leaders )?summit"
)
SUMMIT = rf"{DET}{NATO}(?:‹place#\d+› )?{NATO}summit(?: meeting)?(?: of (?:{NATO})?{_HEADS})?"
LEADERS = (
    rf"{DET}{MEETING} {_OF} {DET}{NATO}{_HEADS}",
    rf"{DET}{NATO}leaders(?: '| 's)? meeting",
)
_GROUP = either(rf"""
    ‹party#\d+› {_DEFENCE} contact group | {_DEFENCE} contact group | contact group
    ‹place#\d+› (?:format|group) | udcg
""")
CONTACT_GROUP = (
    rf"{DET}{_GROUP}(?: {MEETING})?(?: (?:for|on) ‹party#\d+›)?",
    (
        rf"{DET}(?:key )?{MEETING} of (?:the )?"
        rf"(?:‹party#\d+›(?: 's)? {_DEFENCE} contact group|contact group)"
    ),
    (
        rf"{DET}(?:key )?{MEETING} of ‹party#\d+› 's "
        r"(?:\w+ )?(?:supporters|backers|donors|allies|partners)"
    ),
)
_LISTED = r"(?=(?: ,)? (?:in )?‹place#\d+›)"
"""Behind a day and a colon, in a diary."""
DEFENCE_MINISTERS = (
    rf"(?<=› : ){DET}{NATO}{_DEFENDERS}{_LISTED}",
    rf"{DET}{MEETING} {_OF} {DET}{NATO}{_DEFENDERS}",
    rf"{DET}{NATO}{_DEFENCE} (?:ministers|ministerial)(?: '| 's)? {MEETING}",
    rf"{DET}{NATO}{_DEFENCE} ministerial",
    rf"{DET}{NATO}{_DEFENDERS}{_OF_ALL}{_THEY_GATHER}",
)
FOREIGN_MINISTERS = (
    rf"(?<=› : ){DET}{NATO}{_DIPLOMATS}{_LISTED}",
    rf"{DET}{MEETING} {_OF} {DET}{NATO}foreign ministers",
    rf"{DET}{NATO}foreign (?:ministers|ministerial)(?: '| 's)? {MEETING}",
    rf"{DET}{NATO}{_DIPLOMATS}{_OF_ALL}{_THEY_GATHER}",
)
_WHOSE_NINE = either("""
    leaders | presidents | heads of state | (?:defen[cs]e |foreign )?ministers | prime ministers
""")
_GROUPS = either(r"""
    ‹(?:party|place)#\d+› (?:nine|9) | b9 | b ?9 | nordic baltic (?:eight|8) | nb8
    joint expeditionary force | jef | visegrad (?:group|four) | v4 | weimar triangle
    northern group | european group of five | lublin triangle
""")
_REGIONS = "(?:nordic|baltic|visegrad|eastern flank)"
_MEMBERS = r"‹party#\d+›(?:(?: ,| and|, and) ‹party#\d+›){1,9}"
REGIONAL = (
    (
        rf"{DET}{MEETING} {_OF} (?:the )?(?:\w+ )?{_REGIONS}(?: (?:and|,) {_REGIONS})? "
        rf"(?:leaders|{_ANY_MINISTERS}|presidents|countries|states)"
    ),
    (
        rf"{DET}(?:leaders|{_ANY_MINISTERS}|presidents) of {_MEMBERS}"
        rf"(?=(?: ,(?: (?!‹)\S+){{1,10}}? ,)? {GATHER})"
    ),
    rf"{DET}(?:{MEETING}|summit) {_OF} (?:the )?(?:{_WHOSE_NINE} (?:of|from) (?:the )?)?{_GROUPS}",
    (
        rf"{DET}(?:{_WHOSE_NINE} (?:of|from) (?:the )?)?{_GROUPS}"
        rf"(?: (?:{_WHOSE_NINE}|summit|group|{MEETING})){{0,6}}"
    ),
    (
        rf"{DET}(?:leaders|{_ANY_MINISTERS}|presidents) of (?:the )?{_REGIONS}"
        rf"(?: \S+){{0,3}}(?= {GATHER})"
    ),
    (
        rf"{DET}(?:nordic|baltic|nordic baltic|visegrad) (?:(?:and|,) (?:nordic|baltic) )?"
        rf"(?:leaders|{_ANY_MINISTERS}|presidents)(?= {GATHER})"
    ),
)
LEADERS_GATHER = rf"{DET}(?:{NATO})?{_HEADS}{_OF_ALL}{_THEY_GATHER}"
_OF_GOALS = (
    "(?:them|it|him|her|this|that|those|these|targets?|goals?|demands?|needs|(?:the|its) \\w+)"
)
"""Behind `meeting` where it is the verb."""
_MINISTERS_MEET = f"the ministers(?= {GATHER})"
THEY_MEET = f"(?<=when )they(?= {GATHER})|(?<=where )they(?= {GATHER})|(?<=as )they(?= {GATHER})"
UNNAMED = (
    rf"{DET}(?:{NATO})?ministers(?= in ‹place#\d+›)",
    _MINISTERS_MEET,
    (
        r"(?<!in )(?<!cabinet )(?<!committee )(?<!board )(?<!party )(?<!cabinet 's )"
        rf"{DET}(?!cabinet ){MEETING}(?! {_OF_GOALS})"
    ),
)
"""Meetings of whom is not told."""
_WHOSE = r"(?:allied|alliance|(?:the )?alliance 's|‹party#\d+›(?: 's)?)"
WHO_MEETS_DEFENDERS = rf"{_WHOSE} {_DEFENDERS}|{_DEFENDERS} of (?:the )?(?:alliance|‹party#\d+›)"
WHO_MEETS_DIPLOMATS = rf"{_WHOSE} {_DIPLOMATS}|{_DIPLOMATS} of (?:the )?(?:alliance|‹party#\d+›)"
WHO_MEETS_LEADERS = rf"{_WHOSE} {_HEADS}|{_HEADS} of (?:the )?(?:alliance|‹party#\d+›)"
_THEIR = "(?:his|her|their|its)"
WITH_PEERS = (
    rf"(?:with|of) {_THEIR} (?:‹party#\d+›|allied|alliance) (?:counterparts|colleagues|peers)"
)
"""Those of the Alliance whose meeting an unnamed one in the same sentence is."""

_COUNCILS = "(?:leaders|ministers|finance ministers|defen[cs]e ministers|foreign ministers)"
ELSEWHERE = (
    (
        rf"(?:the )?(?:{OTHERS}|‹party#\d+›)(?: 's)? {_COUNCILS}(?= {GATHER})"
        r"|(?:the )?(?:g ?7|g ?20|g ?8|brics|osce)(?: \S+){0,4}? (?:summit|meeting)"
    ),
    (
        rf"(?:the |an? )?(?:{OTHERS}|‹party#\d+›(?: ‹party#\d+›)?)(?: 's)? "
        "(?:leaders |finance ministers |defen[cs]e ministers |foreign ministers |council )*"
        rf"(?:summit|{MEETING})"
    ),
)
_THE_WHOLE = r"(?: of the alliance| of ‹party#\d+›)?"
GATHERED_DEFENDERS = rf"(?<=, ){DET}(?:{NATO})?(?:\S+ 's )?{_DEFENDERS}{_THE_WHOLE}"
GATHERED_DIPLOMATS = rf"(?<=, ){DET}(?:{NATO})?(?:\S+ 's )?{_DIPLOMATS}{_THE_WHOLE}"
