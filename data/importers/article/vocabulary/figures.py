"""How reports word what members spent."""

from data.importers.article.vocabulary import either
from data.importers.article.vocabulary.gaps import few, few_before, free, free_of_and

MEMBER = either(r"""
    (?:the )?<who:party>
    (?:his|her|its|their|my|our)(?: own)? (?:government|country|cabinet|nation)
    the country | the (?:\w+ )?(?:nation|state|republic|kingdom|ally|neighbou?r)
    the (?:\w+ )?(?:country|island) | it | they
""")
_OF_DEFENCE = either("""
    spending | expenditures? | budgets? | outlays? | share | effort | bill | investment | expenses
    costs | disbursements
""")
_MEASURE = f"(?:defen[cs]e|military|arms|army)(?: (?:and security|related))? {_OF_DEFENCE}"
_STOOD = either("""
    (?:was|were|is|are) (?:equivalent|equal) to | (?:was|were|is|are) put at | was | were | is
    are | stood at | stands at | reached | came to | comes to | came in at | amounted to
    amounts to | totall?ed | totals | hit | rose to | climbed to | fell to | slipped to
    grew to
    accounted for | accounts for | equalled | equals | ran to | runs to | worked out at
    works out at | made up | represented | represents | edged up to | jumped to | dropped to
    increased to | swelled to | level at | tied at | even at | put at | has reached
    had reached
    has risen to | has climbed to | averaged | took up | takes up | will be | will come to
    will reach | is expected to (?:be|reach|come in at|hit)
    are expected to (?:be|reach|come in at)
    will hit
""")
_PAID = either("""
    spent | spends | spend | devoted | devotes | allocated | allocates | invested | invests
    paid
    dedicated | dedicates | channelled | put | puts | poured | laid out | disbursed | disburses
    is spending | are spending | has spent | expended | assigned | used | ploughed | plowed
    committed
""")
_RANKED = either("""
    got | came | comes | came (?:in|out|last|first|second|third|fourth|fifth|next|close|top)
    comes in | stood | stands | ranked | ranks | followed | follows | led | leads | topped
    tops
    trailed | trails | languished | lagged | lags | sits | sat | finished | is | was | were
    are
    fell (?:just |well |far )?short | (?:is|was|are) put | brought up the rear | comes next
    (?:is|are|was|were) (?:expected|projected|forecast|estimated) to (?:be|come in|stand|land)
    was next | is next | was ahead | remained | remains | managed | recorded | posted
    registered
    reported | reports | logged | notched up | achieved
""")
_LEADS = either("""
    is | was | spends | spent | leads | led | ranks | ranked | came | tops | topped | has
    remains
    comes | stands
""")
_MANAGED = either("""
    managed | recorded | registered | posted | achieved | reached | notched up | logged | hit
    clocked up | reaches | manages | averaged
""")
_AT = "(?:at|on|with|only|just|of|to)"
_ABOUT = either("""
    exactly | precisely | roughly | at least | an | estimated | even | just | only | some | about
    around | nearly | almost | spending
    defen[cs]e spending of | barely
""")
_A_MERE = "(?:an|estimated|just|only|some|about|around|nearly|almost|barely|a|mere)"
_A_SHARE_OF = "(?:a|an|only|just|some|about|record|meagre|mere|modest|share of|estimated)"
_ITS_SPENDING = f"(?:{_MEASURE}|outlays|spending|expenditure|effort|share|contribution)"
_THAT_YEARS = either(r"""
    ‹day#\d+› 's (?:\w+ )?(?:outlays|spending|expenditure|budget|share)
    (?:outlays|spending|expenditure) ‹day#\d+›
""")
_TABLE = either("""
    tables? | figures? | report | estimates? | projection | proportion | share | ratio | nato
    alliance | it | is | was
""")
_BUDGET = either("""
    outlays? | effort | spending | budget | share | bill | contribution | expenditure
    defen[cs]e spending | defen[cs]e budget | defen[cs]e effort | military spending
    military budget
""")
_OUTLAYS = "(?:outlays|spending|expenditures?)"
_RESULT = "outturn|figure|share|proportion|ratio|level|result|total"
_PUT_AT = "(?:put at|at|of|spent|was|stood at|came to|reached|hit|outlays|spending)"
_SUM = "<sum:share|money>"
_BESIDE = "(?:and|,|while|but|against|compared with)"
_ON_DEFENCE = "(?:on|for|to) (?:defen[cs]e|the military|its forces)"

_VERBS = (
    f"{MEMBER}(?: ,)?{free_of_and(12)} {_PAID}{free(7)} {_SUM}",
    rf"{MEMBER}(?: 's)? {few_before(3)}{_ITS_SPENDING}{free(5)} {_STOOD}{free(4)} {_SUM}",
    (
        f"{MEMBER}(?: ,)?{free_of_and(9)} {_RANKED}{free(4)} (?:level |tied )?{_AT} "
        f"(?:{_ABOUT} ){{0,6}}{_SUM}"
    ),
    (
        f"{MEMBER}(?: ,)?(?: which| who)?(?: (?:has|had|only|just|also|then)){{0,6}} {_MANAGED}"
        f"(?: {_A_SHARE_OF}){{0,6}} <sum:share>"
    ),
)
_AMONG_OTHERS = (
    f"{MEMBER} ,? ?(?:with|at|on) (?:{_A_MERE} ){{0,6}}{_SUM}",
    f"for {MEMBER} ,? ?{few_before(4)}{_TABLE}{few(4)} {_SUM}",
    f"those (?:of|in|for) (?:the )?<who:party> (?:{_STOOD}{few(3)} )?{_SUM}",
    f"{_THAT_YEARS} {_STOOD}{few(3)} {_SUM}",
    (
        f"in (?:the )?<who:party> ,?{few(14)} the (?:proportion|share|figure|ratio|level) "
        "(?:was|is|stood at|came to) <sum:share>"
    ),
    rf"{MEMBER} \( {few_before(2)}{_SUM}",
    f"(?:at|with|spending) (?:(?:an|estimated|just|only) ){{0,6}}<sum:share> ,? ?{MEMBER} {_LEADS}",
    f"{_BESIDE} {MEMBER}(?: 's| spent| spends| was| is)? (?:at|to|with|on|just|only|in)? ?{_SUM}",
)
_NOUNS = (
    f"{_MEASURE} (?:of|in|by) {MEMBER}{free(4)} {_STOOD}{few(3)} {_SUM}",
    (
        rf"<who:party> 's {_BUDGET}(?: ,)? (?:of|at|\() ?"
        f"(?:(?:an|estimated|just|only|some|about) ){{0,6}}{_SUM}"
    ),
    rf"<who:party> (?::|–|—) (?:(?!;|‹share|‹money)\S+ ){{0,6}}?{_PUT_AT}{few(2)} {_SUM}",
    f"<sum:share>(?: {_ON_DEFENCE})?(?: (?:in|by|for)) {MEMBER}",
    (
        rf"<who:party>(?: (?!;|‹)\S+){{0,4}}? put(?:s)? (?:its|the|their){few(4)} "
        rf"{_BUDGET}{few(3)} at {_SUM}"
    ),
    rf"whose (?:country|nation) (?:is|was|stands|stood|spent|spends)(?: at| on)? {_SUM}",
    (
        rf"{_OUTLAYS} (?:for|on) (?:defen[cs]e|the military|its forces|the armed forces){free(4)} "
        rf"{_STOOD}{free(3)} {_SUM}"
    ),
    f"(?:its|their) (?:\\w+ )?{_MEASURE}{free(5)} {_STOOD}{free(4)} {_SUM}",
    rf"the (?:{_RESULT}){free(6)} {_STOOD}{free(3)} {_SUM}",
)
FIGURES = (*_VERBS, *_AMONG_OTHERS, *_NOUNS)
"""In this order: the first that finds a sum is right."""

ESTIMATE = either(r"""
    projection | projects | estimat\w+ | expected | projected | provisional | preliminary
    forecast | likely | thought to
""")
COMBINED = r"(?:‹some#\d+›|together|combined|collectively|jointly)"
MEANT_TO = either("""
    will | would | plans? | intends? | aims? | must | should
    (?:is|are|due|set|agreed|likely|expected|ordered|ready) to
    pledged | target | goal | guideline | requires?
""")
BY_NATO = either(r"""
    ‹party#\d+›(?: 's)? (?:\w+ )?(?:figures|estimates|tables|data|report)
    alliance (?:figures|data)
""")
"""Whose figures it is; the last word may go on."""
ELSE = either("""
    pensions? | education | health | research(?! institute) | growth | inflation | deficit | debt
    welfare
    interest | unemployment | roads
""")
"""Other things of which shares are told."""
OTHERS = frozenset({"like", "unlike", "beyond", "outside"})
"""Before a member with which another is only compared."""
