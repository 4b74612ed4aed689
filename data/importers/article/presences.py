"""How sentences tell who comes to a meeting: the first rule that reads a party or person counts."""

from data.facts.records import Presence
from data.importers.article.vocabulary.attendances import (
    ACCEPTED,
    AMONG,
    ANNOUNCED,
    ANSWERED,
    ASKED_TO,
    AT_ONCE,
    ATTENDANCE,
    BACKED_OUT,
    BESIDE_WHETHER,
    BESIDE_WHO,
    CAME,
    CANNOT,
    COME,
    COMES_TO,
    CONFIRMED_GUESTS,
    DIARY,
    FORMALLY,
    INVITATION,
    IS_COMING,
    KNOWS,
    LIKELY,
    MISSING,
    NOT_COMING,
    NOT_GOING,
    NOT_SAID,
    NOT_SETTLED,
    ON_THE_WAY,
    PLANS,
    REGRETS,
    SAT_DOWN,
    STAYED_AWAY,
    THOSE_PRESENT,
    TURNED_DOWN,
    WEIGHING,
    WILL,
)

MORE = r"(?:(?: ,)?(?: and| as well as|,)?(?: the)? ‹(?:person|party)#\d+›)*"
"""Those named together with the first: `A , B and C`."""
_ANY = "<who:person|party>"
_WHO = (
    rf"(?:{_ANY}(?P<more>{MORE})|(?P<pro>he|she))"
    rf"(?: {BESIDE_WHO}){{0,6}}"
)
_IS = "(?:is|are|was|were)"
_HAVE = "(?:has|have|had)"
_WHETHER = rf"(?:whether|if|that) {_ANY}(?: {BESIDE_WHETHER}){{0,6}}"
_OFFICE = r"‹party#\d+› 's \S+(?: \S+)?"
_THERE = rf"(?:to {COME}|in ‹place#\d+›|at ‹gathering#\d+›)"
_COMING = rf"(?:{ATTENDANCE}|will {COME}|would {COME}|is coming|is attending|is going)"
_OPEN = rf"(?:\S+ ){{0,2}}?(?:is|was|remains?|remained|has) (?:still |not )?{NOT_SETTLED}"

RULES: tuple[tuple[str, Presence], ...] = (
    (
        rf"{MISSING}(?: \S+){{0,7}}? (?:{_IS}|:) (?:also )?(?:{_OFFICE} , )?{_ANY}(?! 's)",
        Presence.ABSENT,
    ),
    (rf"among (?:\S+ ){{1,14}}?(?:was|were) {_ANY}", Presence.ATTENDED),
    (rf"so did {_ANY}", Presence.ATTENDED),
    (rf"(?:seat|chair|place) of {_ANY} (?:remained|was|stayed|stood) empty", Presence.ABSENT),
    (rf"{_ANY} 's (?:seat|chair|place) (?:remained|was|stayed|stood) empty", Presence.ABSENT),
    (
        r"<who:person>(?: (?!;|‹person)\S+){0,6}? (?:was|were) represented by (?:his|her|a|its) ",
        Presence.ABSENT,
    ),
    (
        rf"{_ANY}(?: (?!;|‹person)\S+){{0,4}}? (?:stayed|remained) in ‹place#\d+›",
        Presence.ABSENT,
    ),
    (rf"{_ANY} sent (?:no one|nobody|no representative)", Presence.ABSENT),
    (rf"with {_ANY} (?:also )?(?:in attendance|present|at the table)", Presence.ATTENDED),
    (rf"where {_ANY} {_IS} (?:also )?{LIKELY}", Presence.EXPECTED),
    (
        (
            rf"{_WHO} ~1 (?:{_HAVE} )?(?:announced|confirmed|notified) "
            rf"(?:his|her|its|their) {ATTENDANCE}"
        ),
        Presence.CONFIRMED,
    ),
    (rf"delegation (?:from|of) {_ANY} {WILL} {COME}", Presence.CONFIRMED),
    (rf"{_WHO} ~1 gave (?:\S+ ){{1,3}}a miss", Presence.ABSENT),
    (rf"{_WHO} ~2 (?:was|were) kept away", Presence.ABSENT),
    (rf"{_WHO} ~2 {CANNOT} {COME}", Presence.DECLINED),
    (rf"{_WHO} ~2 (?:will|would|is going to) sit (?:\S+ ){{1,3}}out", Presence.DECLINED),
    (
        rf"{_WHO} ~1 {_HAVE} (?:sent|been sent) (?:an |the )?(?:invitations?|invite)",
        Presence.INVITED,
    ),
    (
        rf"{_WHO}(?: \S+){{0,3}}? {ANNOUNCED}(?: that)? (?:he|she|it) (?:will|would) {COME}",
        Presence.CONFIRMED,
    ),
    (rf"{_WHO} ~1 (?:is|are) making the (?:trip|journey)", Presence.CONFIRMED),
    (rf"{_WHO} ~2 {SAT_DOWN}", Presence.ATTENDED),
    (rf"{THOSE_PRESENT}(?: \S+){{0,3}}? (?:was|were|are|did) {_ANY}", Presence.ATTENDED),
    (rf"{CONFIRMED_GUESTS}(?: \S+){{0,5}}? (?:is|are|:) {_ANY}", Presence.CONFIRMED),
    (rf"expected(?: (?!;)\S+){{0,12}}? : {_ANY}", Presence.EXPECTED),
    (
        "<home:party> (?:will|would|is to|are to) be represented by <who:person>",
        Presence.CONFIRMED,
    ),
    (
        (
            r"<home:party> (?:was|were) represented(?: (?!‹(?:party|person))\S+){0,8}? "
            "by (?:its )?<who:person>"
        ),
        Presence.ATTENDED,
    ),
    (
        (
            r"whether (?:it|they) (?:will|would) be (?:headed|led|represented) by <who:person>"
            rf"(?: \S+){{0,8}}? {NOT_SAID}"
        ),
        Presence.UNDECIDED,
    ),
    (rf"{_WHO} ~2 (?:{_HAVE} )?{BACKED_OUT}", Presence.DECLINED),
    (
        rf"{_WHO} ~1 (?:is|are|was) (?:still )?{WEIGHING} (?:\S+ ){{0,4}}?{DIARY}",
        Presence.UNDECIDED,
    ),
    (
        rf"{_WHO} ~1 (?:{_HAVE} )?(?:accepted|said yes)(?= {AT_ONCE}|$)",
        Presence.CONFIRMED,
    ),
    (r"‹party#\d+› sent <who:person>", Presence.ATTENDED),
    (
        rf"{_ANY}(?: (?!;)\S+){{0,8}}? (?:{_HAVE} )?sent (?:(?:its|his|her|their) )?{REGRETS}",
        Presence.DECLINED,
    ),
    (
        rf"{_ANY}(?: \S+){{0,6}}? {_HAVE} been asked to (?:\S+ ){{0,3}}?{ASKED_TO}",
        Presence.INVITED,
    ),
    (rf"{_WHO} ~1 (?:is|are) (?:also )?{ON_THE_WAY} (?:to|for)", Presence.CONFIRMED),
    (rf"{_WHO} ~1 {_IS} (?:also )?on the guest list", Presence.INVITED),
    (rf"{_WHO} ~1 {COMES_TO}", Presence.CONFIRMED),
    (rf"{_ANY} (?:takes|take) part", Presence.CONFIRMED),
    (rf"so (?:does|do|will) {_ANY}", Presence.CONFIRMED),
    (rf"{NOT_SAID}(?: \S+){{0,5}}? {_WHETHER} ~~3 {COME}", Presence.UNDECIDED),
    (rf"{_WHETHER} ~~3 {COME}(?: \S+){{0,8}}? {NOT_SAID}", Presence.UNDECIDED),
    (
        (
            rf"{_WHO} ~2 {NOT_SAID}(?: \S+){{0,4}}? (?:whether|if) "
            rf"(?:he|she|it|they|its (?:\w+ )?(?:minister|president|leader|premier|chancellor)) ~3 "
            rf"(?:{COME}|is coming|is attending|is going)"
        ),
        Presence.UNDECIDED,
    ),
    (
        rf"{_WHO} ~1 {_HAVE} (?:yet to|not yet|not) {ANSWERED}(?! (?:whether|if|that) ‹)",
        Presence.UNDECIDED,
    ),
    (rf"{_WHO} (?:was|were) not(?= [.;]|$)", Presence.ABSENT),
    (rf"<who:person> ~2 {WILL} (?:co chair|chair|preside over)", Presence.CONFIRMED),
    (rf"<who:person>(?: (?!;|‹)\S+){{0,3}}? {WILL} represent <home:party>", Presence.CONFIRMED),
    (
        (
            r"(?:colleagues|counterparts|ministers|partners|leaders|representatives|delegations) "
            rf"(?:from|of) {_ANY}(?P<more>{MORE}) (?:also )?{CAME}"
        ),
        Presence.ATTENDED,
    ),
    (
        rf"{_WHO}(?: \S+){{0,4}}? (?:not|yet to) (?:yet )?{KNOWS}(?: on)? (?:whether|if) to {COME}",
        Presence.UNDECIDED,
    ),
    (rf"{_WHO} ~1 (?:is|was|are|remains?) (?:still )?undecided", Presence.UNDECIDED),
    (rf"{ATTENDANCE} of {_ANY} {_OPEN}", Presence.UNDECIDED),
    (rf"{_ANY} 's {ATTENDANCE} {_OPEN}", Presence.UNDECIDED),
    (rf"{_WHO} ~2 {NOT_COMING} ~1 {COME}", Presence.DECLINED),
    (rf"{_WHO} ~1 {_IS} not {NOT_GOING}", Presence.DECLINED),
    (rf"{_WHO} ~~8 (?:{_HAVE} )?{TURNED_DOWN}", Presence.DECLINED),
    (rf"{_WHO} ~2 {STAYED_AWAY}", Presence.ABSENT),
    (rf"(?:absence of|without) {_ANY}", Presence.ABSENT),
    (rf"{_WHO} ~2 {CAME}", Presence.ATTENDED),
    (rf"{AMONG} {_ANY}", Presence.ATTENDED),
    (
        rf"{_WHO} ~3 {_IS} (?:also |widely |still )?{LIKELY}(?: \S+){{0,2}}? {_THERE}",
        Presence.EXPECTED,
    ),
    (rf"{_WHO} (?:is|are) (?:also )?expected(?= [.;,]|$)", Presence.EXPECTED),
    (rf"{_WHO} ~3 {PLANS} to {COME}", Presence.EXPECTED),
    (rf"(?:is|are) expected to be joined by {_ANY}", Presence.EXPECTED),
    (rf"{_WHO} ~2 (?:{_HAVE} been|{_IS}) (?:{FORMALLY} )?invited", Presence.INVITED),
    (rf"{_HAVE} (?:formally |also |officially )?invited ~1 {_ANY}", Presence.INVITED),
    (
        rf"(?:sent|extended|issued|addressed) (?:\S+ ){{0,3}}?{INVITATION} to {_ANY}",
        Presence.INVITED,
    ),
    (rf"<inviter:person|party> ~1 (?:invited|invites) ~1 {_ANY}", Presence.INVITED),
    (
        rf"{INVITATION}s?(?: \S+){{0,4}}? (?:gone|went|sent) (?:out )?to {_ANY}",
        Presence.INVITED,
    ),
    (rf"{_WHO} ~3 (?:received|got|receives) (?:\S+ ){{0,2}}?{INVITATION}", Presence.INVITED),
    (rf"{_WHO} ~3 (?:{_HAVE} )?{ACCEPTED} ~~3 {INVITATION}", Presence.CONFIRMED),
    (
        rf"{_WHO} ~3 (?:{_HAVE} )?confirmed (?:that )?(?:his|her|its|their|he|she|it) {_COMING}",
        Presence.CONFIRMED,
    ),
    (rf"confirmed {_ANY} 's {ATTENDANCE}", Presence.CONFIRMED),
    (rf"confirmed the {ATTENDANCE} of {_ANY}", Presence.CONFIRMED),
    (rf"{_WHO} ~2 {WILL} ~2 {COME}", Presence.CONFIRMED),
    (rf"{_WHO} ~1 (?:is|are) {IS_COMING}", Presence.CONFIRMED),
    (rf"(?:will|would) be (?:joined|represented|accompanied) by {_ANY}", Presence.CONFIRMED),
)
