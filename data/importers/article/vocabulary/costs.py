"""How reports word what something for defence will cost."""

from data.importers.article.vocabulary import either

ESTIMATES = either("""
    estimate(?:s|d)? | calculat(?:e|es|ed|ions?) | reckon(?:s|ed)? | assess(?:es|ed|ments?)
    put(?:s)? the (?:cost|bill|price) | project(?:s|ed|ions?) | suggest(?:s|ed)?
    work(?:s|ed) out
""")
STAFF_OF = either(r"alliance | the alliance 's | military | allied | ‹party#\d+› 's")
STAFF = either("planners | commanders | officials | staff")
COST = either(r"""
    set \S+ back | cost(?:s|ing)? | requir(?:e|es|ed|ing) | need(?:s|ed)? | call for | amount
    spend | bill | price | take | demand | necessitate | investment | mean | raise | invest
    come to | swallow | average | entail
""")
COST_AHEAD = either(
    "cost | require | need | mean | take | demand | necessitate | call for | swallow"
)
_HOUSE = either("""
    ministry | ministries | government | cabinet | treasury | armed forces | army | military
    general staff | navy | air force | department | command | commanders | planners | headquarters
""")
_WHICH = r"(?:(?:the|its|his|her|their|own|defen[cs]e|‹party#\d+›|‹party#\d+› 's|'s) ){0,5}"
_OF_WHAT = r"(?: of defen[cs]e)?(?: in ‹(?:place|party)#\d+›)?"
_FIGURES_OUT = either("""
    estimates? | estimated | reckons? | reckoned | calculates? | calculated | puts? | assumes?
    assumed | says? | said | believes? | expects?
""")
HOUSE_ESTIMATES = rf"(?:{_WHICH}{_HOUSE}{_OF_WHAT}|‹party#\d+›) (?:\w+ )?{_FIGURES_OUT}"
ESTIMATE_BY = (
    rf"(?:(?:by|on|according to) (?:the |an? )?(?:\w+ )?(?:estimates?|calculations?|figures|"
    rf"projections?) (?:by|of|from) |by |according to ){_WHICH}"
    rf"(?:{_HOUSE}{_OF_WHAT}(?: 's(?: own)? (?:estimates?|calculations?|figures|reckoning))?|"
    r"‹party#\d+› 's(?: own)? (?:estimates?|calculations?|reckoning))"
)
_DEAR = "(?:cost|take|require|need|swallow|demand|run to|come to|amount to|set \\S+ back)"
COSTS_MONEY = (
    rf"(?:will|would|is going to|is to) (?:\w+ )?{_DEAR}(?: (?!;|,)\S+){{0,8}}? <sum:money>"
)
_BILL = "(?:costs?|bill|price|price tag|expense|outlay needed)"
PUTS_COST = (
    (
        rf"(?:put|puts|putting|estimat\w+|reckon\w+|calculat\w+)(?: (?!;)\S+){{0,6}}? {_BILL}"
        r"(?: (?!;)\S+){0,12}? (?:at|to be)(?: \S+){0,3}? <sum:money>"
    ),
    (
        rf"{_BILL}(?: (?!;|,)\S+){{0,10}}? (?:is|are|was) (?:put|estimated|reckoned) at"
        r"(?: \S+){0,3}? <sum:money>"
    ),
)
ASKED_OF_MEMBERS = either(r"""
    ‹all#\d+› | targets? | capabilit\w+ | requirements? | members? | allies | goals? | gaps?
    plans? | needs
""")
ASKED = either(r"targets? | capabilit\w+ | requirements? | goals? | plans? | gaps?")
