"""How reports word that a member is bound by nothing, says nothing yet or only agrees on terms."""

from data.importers.article.vocabulary import either
from data.importers.article.vocabulary.gaps import few

EXEMPT = either(r"""
    exempt(?:s|ed|ion)? | opt(?:s|ed)? out | opt[ -]?out | carve ?out | exception
    not (?:be )?bound
    (?:did|does|do) not (?:apply to|bind|concern|cover|hold for) | not (?:\w+ )?bound
    excus(?:es|ed) | waiver | free(?:s|d)? from | spar(?:es|ed) | does not (?:apply to|bind)
    do not bind | counts? itself out | let off | outside the scope | need not follow
    no longer bound | leaves? \S+ out | not obliged | need not | no obligation
""")
CLAIMS = "(?:claims?|insist|says|interpret|argu|consider)"

_NOT_TOLD = either("""
    show its hand | take a (?:position|stand|stance) | declare | say where | make up its mind
    decide | commit itself | comment | state
""")
_NEVER_TOLD = either("""
    said (?:where|what (?:it|he|she) thinks) | given (?:its|his|her) view | reacted | responded
    taken a (?:position|stand|stance) | declared | made up (?:its|his|her) mind
    shown its hand | shown its cards
    commented | said whether | decided whether | stated a position | taken sides
""")
_ITS_VIEW = either("""
    backs? | supports? | would (?:back|support|sign) | will (?:back|support|sign) | stands
""")
UNDECLARED = either(rf"""
    (?:has|have|had) yet to {_NOT_TOLD}
    (?:has|have|had)(?: so far| still| as yet)? not (?:yet |so far )?{_NEVER_TOLD}
    (?:declined|refused) to say (?:whether|where|if) (?:it|he|she|\S+) {_ITS_VIEW}
    (?:has|have) (?:kept|stayed|remained) silent
    (?:is|remains|remained|stays|was) (?:still )?(?:undeclared|undecided|non ?committal)
    (?:is|remains|remained|stays|was) (?:still )?(?:on the fence|silent)
    (?:keep(?:s|ing)?|kept) (?:its|his|her) (?:own )?(?:cards|counsel|options)
    took no (?:side|position|stand) | takes no (?:side|position|stand)
    will say where it stands
    need(?:s|ed) to (?:study|read|examine)(?: \S+){{1,4}} before (?:taking|it takes)
    (?:come|came) out neither | neither for | gave nothing away | has given no hint
    would not be drawn | did not say where it stood
    (?:has|have) neither (?:welcomed|backed|endorsed|supported) nor
""")
COMING = r"(?:attend\w*|come(?! out)|comes(?! out)|summit|travel\w*|‹gathering#\d+›)"

CONDITION = either("""
    provided | on the understanding | as long as | so long as | on condition
    on the condition | on one condition
    only if | but only | conditional | if | unless
    but (?:wants|insists|expects|demands|asks|with|said|also)
    with (?:caveats|reservations|conditions|strings) | in return for | with the proviso
    subject to | so far as
""")
EXPECTS = (
    rf"(?:expects?|insist(?:s|ed)?|wants?|demands?|emphasi[sz]ed|stressed){few(6)} "
    r"(?:clear|credible|concrete|plans?|deliverables|timelines|proof|guarantees|budgets)"
)
OWN = "of (?:its|his|her|their) own"
"""Of a plan, that it is not the one that all speak of."""
FLEXIBILITY = (
    r"(?:more |greater |extra |some |additional |maximum )*"
    r"(?:flexibility|leeway|latitude|room for manoeuv\w+|room|elbow room|wiggle room|"
    r"breathing space|slack)"
)

OF_A_FEW = either("""
    lawmakers? | legislators? | members? of parliament | mps? | senators? | backbenchers?
    analysts? | experts? | commentators? | think tanks? | institutes? | newspapers? | opposition
    ex | former | union | voters | citizens | retired
""")
"""Those who do not speak for a member."""
