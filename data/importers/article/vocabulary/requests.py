"""How reports word what of a proposal members want to have changed."""

from data.importers.article.findings import Change
from data.importers.article.vocabulary import either
from data.importers.article.vocabulary.gaps import few, few_before

_WHO = r"‹(?:party|person)#\d+›"
NAMED_TOGETHER = rf"{_WHO}(?:(?: ,)?(?: and)? {_WHO})*"

_PLEA = (
    "(?:plea|appeal|request|demand|call|suggestion|wish)s?"
    f"(?: (?:by|from|of) (?:the )?{NAMED_TOGETHER})?"
)
ASK = either(rf"""
    seek(?:s|ing)? | sought | want(?:s|ed|ing)? | ask(?:s|ed|ing)?(?: for)?
    request(?:s|ed|ing)?
    demand(?:s|ed|ing)? | call(?:s|ed|ing) for | press(?:es|ed|ing)? for
    push(?:es|ed|ing)? (?:for|to) | plead(?:s|ed|ing)? for | need(?:s|ed)? | propos(?:es|ed|ing)
    suggest(?:s|ed|ing)? | would (?:like|prefer) | prefer(?:s|red)? | insist(?:s|ed)? on
    argu(?:es|ed) for | lobb(?:ies|ied|ying) (?:for|to) | appeal(?:s|ed) for
    {_PLEA} (?:for|that|to) | argu(?:es|ed|ing) | desir(?:es|ed) | lobb(?:ies|ied)
    beg(?:s|ged)
    is after | are after | advocat(?:es|ed) | favou?r(?:s|ed)? | made the case for
    makes the case for | urg(?:es|ed) | hold(?:s|ing)? out for | held out for | angling for
    pleading for | campaign(?:s|ed|ing)? for
    (?:tabled|filed|submitted|lodged|moved|put in|handed in|circulated|made)
    (?:an? |its |their |his |her )?(?:\w+ )?
    (?:amendment|motion|request|counter ?proposal|submission|pitch|bid|plea|suggestion)s?
    would rather have | would have preferred | look(?:s|ed|ing) for
    (?:press(?:es|ed|ing)?|plead(?:s|ed|ing)?|push(?:es|ed|ing)?|call(?:s|ed|ing)?)(?= ‹day)
    (?:argu(?:es|ed|ing)|ask(?:s|ed|ing)?|lobb(?:ies|ied|ying)|hold(?:s|ing)? out|held out)(?= ‹day)
""")
ARE_ASKING = either("""
    asking for | asked for | demanding | demanded | after | wants? | seeking | seeks?
    requested
    demands? | ask for
""")
_BY = rf"(?P<by>(?:the )?‹(?:party|some|person)#\d+›(?:(?: ,)?(?: and)?(?: the)? {_WHO})*)"
_ARGUE = either("""
    argues? | argued | requests? | requested | demands? | demanded | insists? | insisted
    pleads? | pleaded | suggests? | suggested
""")
_ASKED = "(?:requested|demanded|asked|argued|pleaded|suggested|urged)"
TOLD_FIRST = (
    (
        rf"^(?P<what>.+?) (?:is|was) what {_BY} "
        rf"(?:are|is|have|has|was|were)? ?(?:jointly )?{ARE_ASKING}"
    ),
    rf"^(?P<what>.+?) : that is (?:the )?(?:gist|wish|demand|request)(?: (?!‹)\S+){{0,6}}? {_BY}",
    rf"^(?P<what>.+?) , (?:\" )?{_ARGUE} {_BY}",
    (
        r"^(?P<what>.+?) (?:has|have|is|was) (?:been )?(?:requested|sought|asked for|demanded) by "
        rf"{_BY}"
    ),
    (
        rf"^(?P<what>.+?) , (?:\" )?{_BY}(?: \w+){{0,3}}? (?:has |have )?{_ASKED}"
        "(?= [.]|$| (?:in|at|on))"
    ),
)
"""`Dropping the annual step is what Canada is asking for`, `The deadline should be 2035 , argues
Berlin`."""
OTHERS_ASK = (
    r"(?:;|(?:,|and|while|but)(?: and)? (?:some|others|a few|several|a handful|‹\w+#\d+›)"
    r"(?: \w+)? (?:has|have|wants?|is|are|asked|\w+ed))"
)
WRITTEN = (
    r"(?:letter|paper|note|document|memo|submission|appeal|plea|request|call|demand|suggestion|"
    r"proposal|petition)s?(?: (?!‹)\S+){0,6}? (?:from|by|of) (?:the )?(?:\w+ ministers of )?"
    rf"(?P<by>{NAMED_TOGETHER})"
)
"""Who is behind a paper that asks for something."""

_STRIKE = either("""
    scrap(?:ped|ping)? | drop(?:ped|ping)? | eliminat(?:e|ed|ing|ion) | remov(?:e|ed|al|ing)
    delet(?:e|ed|ing|ion) | strik(?:e|ing) | struck | abandon(?:ed|ing)? | abolish(?:ed)?
    take out | taken out | cut | done away with | do away with | without | get rid of | gone
    ditch(?:ed)? | omit(?:ted)? | waiv(?:e|ed)
""")
_EVERY_YEAR = either(r"""
    annual | yearly | increments? | 0\.2 | ‹points#\d+› | each year | every year | year on year
    a year
""")
_STRUCK = either("""
    scrapped | dropped | eliminated | removed | deleted | struck | abandoned | taken out
    abolished | done away | ditched | omitted | waived | gone | go
""")
_NO_ANNUAL_INCREASE = (
    rf"{_STRIKE}{few(7)} {_EVERY_YEAR}",
    rf"(?:annual|yearly|‹points#\d+›|year on year){few(8)} {_STRUCK}",
    rf"(?:that|this) (?:sentence|clause|passage|provision|ratchet|step){few(5)} {_STRUCK}",
    rf"{_STRIKE}{few(3)} (?:that|this) (?:sentence|clause|passage|provision|ratchet|step)",
    rf"clause{few(3)} (?:annual|yearly)",
    (
        r"(?:no|without a|without any) (?:fixed |binding |mandatory )?(?:annual|yearly) (?:\w+ )?"
        r"(?:increase|rise|step|steps|increment|increments)"
    ),
)

_SLOW = "(?:slower|slow|gentle|gradual|gentler|softer|more gradual|later)"
_SLOWER_START = (
    (
        rf"(?:start|begin|proceed|go|move|rise){few(3)} (?:more )?"
        r"(?:slow(?:er|ly)|gradual(?:ly)?|gentl(?:er|y))"
    ),
    rf"{_SLOW} (?:start|beginning|ramp up|ramp|phase ?in|climb|pace)",
    r"back ?load(?:ed|ing)?",
    (
        rf"(?:lighter|smaller|lower) (?:load|steps|rises|burden){few(3)} "
        r"(?:opening|first|early|start|beginning)"
    ),
    r"flat at first",
    r"(?:smaller|small|lower|modest) (?:first )?(?:steps|increases|rises)",
    r"(?:start|begin) (?:small|low|gently|slowly)",
    rf"(?:flatten|eas|soften|lighten)\w*{few(4)} (?:opening|first|early|start|beginning)",
    r"first (?:rises|increases|steps) (?:deferred|delayed|postponed)",
    rf"(?:steps|rises|increases|increments){few(5)} (?:smaller|lower|gentler|slower)",
    r"ramp up (?:more )?slow\w*",
    r"phased in",
)

_OTHER_SPLIT = (
    (
        rf"(?:weigh|divid|split|shar|apportion|distribut|carv|slic)\w* {few_before(4)}"
        "(?:differently|otherwise|anew|afresh|(?:in )?another way|(?:in )?a different way)"
    ),
    (
        r"(?:different|another|other|new) (?:split|mix|weighting|balance|division|breakdown|"
        "ratio|apportionment|proportions?)"
    ),
    r"(?:rebalanc|re ?weigh)\w+",
    r"into \S+ plus \S+",
    r"\S+ plus \S+ (?:rather than|instead of)",
    rf"(?:shift|move){few(5)} (?:between the two|from one part|to the broader|to the second)",
    (
        rf"(?:larger|bigger|smaller|greater) (?:share|part|slice){few(6)} "
        r"(?:broader|related|core|second|wider)"
    ),
)

_COUNTED = r"(?:\d+|one|two|three|four|five|seven|ten|couple of|few)"
_MORE = (
    rf"(?:(?:more|longer|extra|additional|further|another)(?: {_COUNTED})?"
    rf"|{_COUNTED} (?:more|extra|additional|further|longer))"
)
_PUT_OFF = either("""
    put off | put back | extend(?:ed|ing)? | extension | push(?:ed|ing)? back
    postpone(?:d|ment)? | postponing | delay(?:ed|ing)? | mov(?:e|ed|ing) | shift(?:ed|ing)?
    stretch(?:ed|ing)?(?: out)? | putting back | defer(?:red|ring|ral)? | prolong(?:ed|ing)?
    set back | relax(?:ed|ing)?
""")
_A_DATE = either(r"""
    timeline | timetable | deadline | date | target | year | goal | ‹day#\d+› | term | period
    schedule | years
""")
_WAS_PUT_OFF = either("""
    slip | put off | extended | pushed back | postponed | delayed | moved | shifted | stretched
    put back | later | deferred | relaxed | changed
""")
_DATED = "(?:deadline|timeline|timetable|date|end date|target date|target year|schedule)"
_LATER_YEAR = (
    rf"{_MORE}(?: more)? (?:time|years?)(?! ago)(?= to| than| in which|$| [,.;]| for| before)",
    r"longer (?:timeline|timetable|deadline|period|term|time|horizon|transition|runway)",
    r"later (?:\w+ )?(?:date|deadline|year|target)",
    rf"{_PUT_OFF}{few(6)} {_A_DATE}",
    rf"{_DATED}{few(6)} {_WAS_PUT_OFF}",
    rf"{_DATED}{few(4)} (?:ought to|should|must) be ‹day#\d+›",
    rf"(?:target|goal|share|figure){few(4)} (?:met|reached|hit) (?:only )?‹day#\d+›",
    r"\w+ years later",
    r"give us (?:until |till )?‹day#\d+›",
    (
        r"(?:for|until|till|prefer(?:s|red)?) (?:at least )?‹day#\d+›"
        r"(?= [,.;]|$| to ‹day| instead| rather| as)"
    ),
    r"‹day#\d+› as (?:the |a |its )?(?:\w+ )?(?:date|year|deadline|target|goal)",
    r"‹day#\d+›(?: ,)? (?:instead|rather|not)(?: of| than)?(?: in)? ‹day#\d+›",
    (
        r"(?:press|plead|push|call|argu|ask|lobb|hold|held)\w*(?: out)? ‹day#\d+›"
        r"(?= [,.;]|$| instead| rather| as| to)"
    ),
    r"(?:give|giving|allow|allowing|grant|granting)(?: \S+){1,5}? ‹day#\d+›",
    r"‹day#\d+› (?:be replaced|is replaced|to be replaced)",
)
CHANGES: tuple[tuple[str, Change], ...] = (
    ("|".join(_NO_ANNUAL_INCREASE), "no_annual_increase"),
    ("|".join(_SLOWER_START), "slower_start"),
    ("|".join(_OTHER_SPLIT), "other_split"),
    ("|".join(_LATER_YEAR), "later_year"),
)
"""Beginnings of what is asked for: the last word may go on."""
OF_TIME = "timeline|deadline|date|timetable|years"
