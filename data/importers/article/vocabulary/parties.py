"""Words around countries, places and groups of members."""

from data.importers.article.vocabulary import either

BEFORE_A_PLACE = frozenset({"in", "at", "near", "outside"})
BEHIND_A_PLACE = frozenset({
    "summit", "meeting", "declaration", "communique", "pledge", "gathering", "commitment",
    "target", "agreement", "talks", "formula",
})  # fmt: skip
PLANNED = frozenset({"planned", "scheduled", "set", "due", "slated"})
"""Of a meeting, `for Paris`."""
CITY_OF = either("capital | capital , | city of | resort of | port of | town of")
VENUE_OF = "(?:will be|is|was|is to be) the (?:venue|site|setting|scene|host)"
HOSTS = "(?:host|hosts|hosted|hosting)"
TRAVELS = either(r"""
    fly | flies | flew | travel\w* | going | go | goes | come | comes | head\w* | return\w*
    trip
    invit\w+ | sent | send
""")
OFFICES = either(r"""
    government | cabinet | officials? | authorities | parliament | lawmakers | coalition
    administration | leadership | delegation | (?:\w+ )?ministry | diplomats? | side | lawmakers
    mps | legislature | treasury | ministers | senate | state
""")
"""What of a country stands for it."""
OF_ONE = "(?:minister|chief|top diplomat)"
"""What stands for one person of a country."""

MEMBERS = either("""
    allies | ally | member(?: states?| nations?| countries| governments)? | members | nations
    countries | states | capitals | governments | leaders | heads of state and government
    partners
""")
ONE_MEMBER = either(r"""
    one of the 32
    (?:‹party#\d+› |alliance |allied )?(?:country|nation|state|ally|member|government)
""")
ALL = (
    "(?:(?:all|its|the|other|fellow|every|each|our|both|of|their) ){0,6}"
    "(?:3[012] |2[89] |thirty two )?(?:of )?(?:the )?"
    r"(?:‹party#\d+› |alliance |allied |nato 's |member )*"
    rf"{MEMBERS}"
)
EVERY = (
    f"(?:every|each)(?: single)? {ONE_MEMBER}"
    r"|every (?:single )?one of (?:the |its )?(?:3[012]|2[89]) (?:allies|members|countries)"
)
FEW = either(r"""
    some | several | other | others | many | most | few | certain
    a (?:number|handful|group|few|majority|couple|string|clutch) of | at least \w+
    (?:upwards of |more than |about |some )?(?:half )?a dozen
""")
_COUNTED = either("two | three | four | five | six | seven | eight | nine | ten | \\d{1,2}")
WHICH = either("""
    other | southern | eastern | western | smaller | european | of the | of its | more | unnamed
""")
SOME_MEMBERS = either("""
    allies | members | member states | member nations | nations | countries | states | capitals
    governments | delegations | diplomats | ministers
""")
_SOME_SEATS = "(?:delegations|capitals|governments|diplomats|envoys)"
SOME = (
    rf"(?:(?:upwards of|more than|at least|about|some) )?{_COUNTED} (?:other )?{_SOME_SEATS}|"
    "(?:at least )?one (?:capital|delegation|government|ally)|"
    rf"{FEW}(?: {WHICH}){{0,6}}(?: (?:‹party#\d+›|alliance|member)){{0,6}} {SOME_MEMBERS}"
)
REGIONS = "(?:european|southern|eastern|western|nordic|baltic|southern european)"
REGIONAL_MEMBERS = either("""
    allies | members | nations | countries | states | leaders | capitals | governments | flank
""")
EUROPEANS = rf"(?:the )?{REGIONS} (?:‹party#\d+› )?{REGIONAL_MEMBERS}"
