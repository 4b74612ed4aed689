from data.importers.article.vocabulary import either

DEMANDS = either("""
    demand(?:s|ed|ing)? | called (?:on|for|upon) | calls (?:on|for|upon) | calling (?:on|for)
    urg(?:es|ed|ing) | press(?:es|ed|ing)(?: for)? | push(?:es|ed|ing)(?: for)?
    insist(?:s|ed|ing)? | want(?:s|ed) | ask(?:s|ed|ing) | challeng(?:es|ed)
    exhort(?:s|ed) | would like | requir(?:es|ed)
    to (?:call (?:on|for|upon)|demand|urge|press|ask|challenge|push for)
""")
EVERYBODY = either("every | each | all | everyone | everybody | they")
WHAT_IS = either("is what | that is what | what")
WANTS = either("wants? | demands? | is demanding | expects")
MUST = either("""
    should | must | ought to | have to | has to | need to | needs to | had to | will have to
""")
SPEND = either("""
    get to | get | arrive at | move to | pay | spend | invest | raise | devote | reach | aim
    put | contribute | go to | increase
    lift
""")

PROPOSES = either(r"""
    propos(?:e|es|ed|ing) | suggest(?:s|ed|ing)? | put forward | puts forward | putting forward
    float(?:s|ed|ing) | tabl(?:es|ed|ing) | present(?:s|ed|ing) | outlin(?:es|ed|ing)
    put(?:s)? (?:\S+ ){1,5}?on the table | laid (?:\S+ ){1,5}?on the table | unveil(?:s|ed|ing)
    recommend(?:s|ed) | submit(?:s|ted) | laid out | set out | drafted | pitch(?:es|ed|ing)
    circulated | offered
""")
PROPOSAL = either("""
    proposal | plan | compromise | blueprint | draft | scheme | formula | demand | call | offer
    package | initiative | text | letter | paper | document | outline | recipe
""")
TABLED = either("""
    tabled | made | put forward | presented | submitted | outlined | circulated | drawn up
    put to | put before | sent | sent to | proposed | suggested | floated | devised | drafted
""")
PUT_TO_ALL = either("put to | proposed | put before | suggested | presented")
BY = either("by | from | of | put forward by | tabled by | drawn up by | presented by")
PROVIDES = either("""
    calls for | asks | foresees | envisages | would (?:require|oblige|have|see|commit|ask)
    sees
    requires | provides | has | sets | contains | includes | demands | would raise | puts
""")
WAS_PROPOSED = either("proposed | suggested | put forward | floated | tabled")

AGREES = either(r"""
    ma(?:de|ke) (?:\S+ ){0,4}?(?:commitments?|pledges?|promises?)(?: to)?
    (?:re)?affirm(?:s|ed)
    set a (?:\w+ )?(?:target|goal|floor) of | subscribed to | took on
    agree(?:s|d)?(?: (?:to|on))? | commit(?:s|ted)?(?: themselves)?(?: to)? | pledg(?:es|ed)
    adopt(?:s|ed) | endors(?:es|ed) | approv(?:es|ed) | sign(?:s|ed)(?: up| off)?
    undert(?:ook|ake|akes) | promis(?:es|ed) | resolv(?:es|ed) | decid(?:es|ed) | settled on
    bound themselves | set themselves | enshrin(?:es|ed) | obliges | binds | vowed
""")
WAS_AGREED = either("adopted | agreed | approved | endorsed | accepted")
THERE = either(r"‹day#\d+› | (?:in|at) ‹\w+#\d+›")
AGREED_BY = either("agreed | adopted | signed | made | taken | approved | endorsed")
MEANWHILE = either(r"""
    , | of ‹\w+#\d+› | in ‹\w+#\d+› | ‹day#\d+› | have | has | had | also | all | unanimously
    formally | finally | jointly | likewise | then | on | at | ‹gathering#\d+› | ‹place#\d+›
    at the time
""")
FORMALLY = either("has | have | had | members | also | formally")
DEAL = either("text | declaration | deal | agreement | pact | accord | pledge | document")
SIGNED = either("""
    put their names? | signed | agreed | adopted | approved | endorsed | signed up
""")
DECLARATION = either("declaration | communique | communiqué | text | agreement | pledge | accord")
BINDS = either("""
    commits | binds | obliges | requires | adopted | says | sets | sets aside | calls on | has
    earmarks | provides for | foresees | reserves
""")

UNSURE = either("not | never | reportedly | close to | could | might | may")
LONG_PAST = either("back in | years ago | decades ago | a decade ago | long ago | then")
ALLIED = either(r"""
    ‹all#\d+› | alliance | compromise | every ally | each ally | every member | each member
    members | allies | countries
""")
GOES_ON = either("""
    core | broader | wider | related | equipment | of that | of this | of which | the rest
    another | a further | would | is meant | budgets | annual | yearly | year
""")
CLAUSE = either("""
    requiring | that requires | obliging | under which | providing for | demanding
""")

DUE = (
    r"(?:it|this|that|the (?:\w+ )?(?:target|goal|figure|share|level|floor)) (?:\S+ ){0,3}?"
    r"(?:met|reached|in place|achieved|attained|hit)(?: \S+){0,2}? (?P<day>‹day#\d+›)"
)
TARGET = either("""
    target | goal | guideline | benchmark | mark | threshold | objective | line | figure
    pledge
""")
YEARLY = either("""
    annual(?:ly)? | yearly | (?:a|every|each|per) year | year on year | per annum
    (?:every|each) (?:twelve|12) months
""")
COMPARED = either("""
    instead of | rather than | up from | from | than | current | present | above the
    beyond the
    below | treating | stuck at | stop at
""")
AT_MOST = either("up to | at most | no more than | as much as | a maximum of")

CORE = either("core | hard | pure | strictly | traditional | proper")
BROADER = either("""
    broader | wider | related | infrastructure | resilience | cyber | ports | roads | bridges
    railways | civil | security | adjacent | dual | innovation | cybersecurity | hospitals | grids
    networks | pipelines
""")
TOGETHER = either("as well as | and | plus | together")
DEFENCE_AND_MORE = (
    r"(?:defen[cs]e|military)(?: spending)?(?: ,)? and (?:\S+ ){0,2}?"
    r"(?:security|related|resilience|infrastructure)"
)
IN_TOTAL = either("in total | altogether | combined | overall")
