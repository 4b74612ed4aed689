from data.importers.article.vocabulary import either

CONFIDENCE = either(r"""
    promise you | my word | gave (?:\S+ ){0,3}?(?:his|her) word | voiced | expressed | has
    have
    had | full | every | total | complete | absolute | great
""")
SURE = either(rf"""
    convinced | confident | certain | (?:absolutely|quite|very|pretty) sure | sure | no doubt
    never doubted | do not doubt | don't doubt | not the slightest doubt | under no doubt
    beyond doubt
    {CONFIDENCE} (?:\w+ )?(?:confidence|certainty|optimism)
    optimistic | positive | persuaded | rest assured | you can count on | i guarantee
    guaranteed
""")
NOT_SURE = either("not | never | less | hardly | isn't | wasn't | far from")
OUTCOME = either(r"""
    agree(?:s|d|ment)? | sign(?:s|ed)? (?:up|on|it) | deal | accord | consensus | unanim\w+
    deliver | get there
    will (?:all )?(?:meet|reach|hit|do|back|adopt|come|get|approve|commit|support)
    would (?:all )?(?:meet|reach|hit|agree|adopt|come|back|sign|support)
    on board | common ground | settle | success
""")
DEFENDS = either(r"""
    stands? by (?:its|our|his|her|the|every) | rock solid | iron ?clad | will defend every
    defend every (?:ally|inch) | unwavering | never waver
    (?:will|would) (?:not|never) (?:leave|abandon|desert|let|forget|forsake)
    (?:won't|wouldn't) (?:leave|abandon|desert|let|forget)
    (?:can|could|may|might|will be able to) (?:always )?(?:count|rely|depend|bank) on
    (?:is|are|was|were|be|been) (?:\w+ )?(?:standing|stood) (?:\w+ )?(?:beside|with|by|alongside)
    stands? (?:\w+ )?(?:beside|alongside|with|shoulder to shoulder|side by side)
    (?:stays?|remains?|be|stand|stands|staying) (?:\S+ ){0,1}?at (?:\S+ ){1,3}?side
    (?:stays?|remains?|be|stand|stands) (?:\S+ ){0,1}?at ‹party#\d+›
    (?:stays?|remains?|is|are|remained) (?:\w+ )?committed to
    (?:has|have|had|gave|gives?) (?:\S+ ){0,5}?(?:our|my|his|her|its|their) word
    not (?:going anywhere|be intimidated|back down|waver|walk away|be left|stand alone)
    (?:will|would|shall) (?:\w+ )?(?:defend|protect|shield) | ready to (?:defend|protect)
    as long as (?:it takes|(?:it )?(?:is|was|were)? ?(?:needed|necessary|required))
    (?:nobody|no one|no ally|none)(?: \S+){0,5}? (?:left|abandoned|forgotten)
    (?:never|not) be (?:left|abandoned|forgotten) | (?:would|will) get help
    (?:come|comes|coming|came) to (?:\S+ ){1,5}?(?:aid|help|defence|defense|rescue)
    here to stay | (?:going|meant) to stay | staying put | stay put | (?:is|are) safe
    stays? the course | (?:will|would) (?:stick|hold|keep) to
""")
NO_DOUBT = "(?:nobody|no one|none|moscow|russia|let no one|let nobody) (?:should |must |can )?doubt"
CALMS = either("assured | reassured | sought to (?:calm|reassure) | moved to (?:calm|reassure)")
OF_PLANS = "target|goal|‹share#|‹points#|‹money#|budget|summit|gathering#"
"""Of what an assurance to the members is not."""
DEFENDED = either(r"""
    us | partners? | guests | every inch | neighbou?rs? | soldiers | ‹person#\d+›
    article | allies | ally | alliance | allied | commitment | commitments | territory
    ‹all#\d+› | ‹party#\d+›
""")

WARNS = either("""
    sounded the alarm | sounds the alarm | warn(?:s|ed|ing) | caution(?:s|ed|ing)
    threaten(?:s|ed|ing) | put allies on notice | served notice | alert(?:s|ed)
""")
THREAT = either(r"""
    withdraw\w* | pull(?:ing|ed)? (?:out|back|troops) | leav(?:e|ing) | quit\w* | abandon\w*
    reduc\w+ | stay | for ever | forever | troops | protect | defend | attack | war | threat\w*
    ready | readiness | too late | too little | fall short | gap | shortfall | consequences
    speak russian | pay | patience | cut\w* | move | shift | rearm\w* | collapse | unprepared
    danger\w* | risk\w* | guarantee\w* | umbrella | not enough | behind | slow\w* | run out
    empty | by itself | alone | rely | granted | weak\w* | test\w* | provok\w* | hybrid
    sabotag\w* | gambl\w+ | deterrence | moderate | lose | losing | vulnerab\w+ | exposed
    undermin\w+ | divid\w+ | split\w* | hollow\w* | doubt\w* | stop | end of
""")
ENEMIES = frozenset({"RUS", "BLR", "CHN", "IRN", "PRK"})
OF_DEFENCE = either(r"""
    defen[cs]e | army | armies | military | navy | forces | soldiers | war | wars | fighting
    missiles? | drones? | enem(?:y|ies) | adversar(?:y|ies) | aggress\w+ | front | cables?
    weapons? | ammunition | shells | submarines? | airspace | border | borders | unity | peace
    ceasefire | nuclear | invasion | invade\w*
""")
TROOPS = either(r"troops | soldiers | withdraw\w* | pull\w* | stay")

EXPECTS = either("""
    expect(?:s|ed|ing)? | anticipat(?:es|ed|ing) | predict(?:s|ed|ing) | forecast(?:s)?
    foresees | foresaw
    reckon(?:s|ed) | look(?:s|ed) forward | hopeful | count(?:s|ed|ing) on | trust(?:s|ed)
""")
FORETELLS = "(?:predicts|predicted|forecasts?)"
EXPECTED_OF = either(r"""
    ‹party#\d+› | plans? | governments | road ?maps? | capitals | members? | war | deal | text
    everyone | everybody | neighbou?rs | ceasefire | agreement | consensus
""")

MEMBERS_AT_LARGE = either(r"""
    ‹(?:all|some)#\d+› | more than (?:half|two thirds) | at least \w+ | nearly all | almost all
    the rest | the majority | \d+ (?:of )?‹all#\d+› | everyone | everybody | the alliance
""")
MOST = either("most | nearly all | almost all | two thirds | the majority")
LIKELY = either("likely | set | on course | on track | bound | going | would | will")
GETS_THERE = either("hit | reach | meet | clear | spend | exceed")

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

ROUGHLY = either("""
    only | just | some | as many as | all | no fewer than | at least | nearly | almost
    a total of | another | more than
""")
FIGURES = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip
"""Words of small numbers; larger ones stay as they are written."""
NUMBER = either(rf"""
    \d{{1,2}}
    {" | ".join(FIGURES)}
    thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty
    twenty \w+ | thirty(?: \w+)?
""")
WHOSE = either(r"the | its | nato 's | ‹party#\d+› 's | the alliance 's")
MEMBERS = either(r"""
    ‹(?:all|some)#\d+› | ‹party#\d+› (?:allies|members) | allies | members | countries | nations
    member states | of them
""")
MEETS = either("""
    me[et]t? | meets | reach(?:ed|es)? | hit | hits | expected | spend | spent | spending
    on course | on track | fell short | fall short | clear(?:ed)? | exceed(?:ed)? | achieve[ds]?
    at or above | surpass(?:ed)? | comply | complied | were at | are at | would | will
    over | above | below | under | attain(?:ed)? | pass(?:ed)? | make | made | manag(?:e|ed)
""")
ALL_MEET = either("""
    meet | met | meets | reach | reached | hit | spend | spent | exceed | exceeded | clear | cleared
    come in at | be at | be above | be over | stand at | land at | get to
""")
LINE = either(r"""
    guideline | target | benchmark | goal | threshold | mark | line | ‹share#\d+› | floor
    minimum | pledge | that level
""")
LINE_OF_SPENDING = either(
    r"guideline | target | benchmark | goal | threshold | gdp | ‹share#\d+› | mark | floor"
)
LINE_OF_ALL = either(r"guideline | target | benchmark | goal | threshold | ‹share#\d+›")
OUTSIDERS = either("""
    institutes? | think tanks? | think tank 's | group | foundation | analysts? | economists?
    researchers | experts? | commentators? | historians
""")
"""Those who speak for nobody."""
WANTED = either(r"asked | want | request\w* | seek\w* | oppos\w* | support\w*")
BOUND_TO = either("must | should | agreed | pledged | committed | would | have to")

DECIDES = either(r"""
    resolve(?:s|d)? (?:to|on) | take (?:a )?decisions? on | took (?:a )?decisions? on
    taking (?:a )?decisions? on | reach (?:a )?decision on | approv(?:e|es|ed|ing)
    adopt(?:s|ed|ing)? | endors(?:e|es|ed|ing) | decid(?:e|es|ed|ing)(?: to| on)? | sign off
    signed off(?: on)? | agree(?:s|d)?(?: ‹day#\d+›)? (?:to|on|a|that) | launch(?:es|ed)? | set up
    (?:give|gave|giving) (?:\w+ )?(?:green light|go ahead)(?: to| for)?
    gave (?:the |its |their )?green light to
    gave (?:the |its |their )?(?:nod|blessing|go ahead) to | settle(?:d|s)? on
    establish(?:es|ed)? | green ?light\w* | give (?:\w+ ){0,2}(?:approval|blessing) to
    gave (?:\w+ ){0,3}(?:approval|blessing) to | rubber ?stamp\w* | create[ds]? | clear(?:ed)?
    activate[ds]? | authori[sz]e[ds]? | confirm
""")
DECIDERS = either(r"""
    <who:gathering|all> | (?:defen[cs]e |foreign |‹party#\d+› )?ministers | <party:party> | they
    (?:allied |alliance )?leaders | heads of state and government
    the (?:council|summit|meeting)
""")
DECIDED_ON = either("adopted | approved | endorsed | signed off | agreed | settled | launched")
OBJECT = either(r"""
    capability | capabilities | fleet | satellites | standard | scheme | road map | goal
    pledge
    troops | soldiers | units | purchases | orders? | shield | drones? | targets? | plans?
    command | stockpil\w+ | stocks | strategy | initiative | programme | program | batch
    concept
    package | force | forces | mission | centre | center | fund | doctrine | policy | measures
    headquarters | battle ?groups? | brigades? | roadmap | guidelines | standards | goals
    procurement | exercise | operation | framework | budget | ammunition | air defen[cs]e
    pipeline | pipelines | training | hub | body | office | networks? | sensors | battalions?
    convention | wing | squadron | fleet | depots? | coordination | rules | law | accord
""")
TEXT = either("pledge | text | document | composition")
OF_A_COUNTRY = either(r"‹elsewhere#\d+› | lawmakers | parliament | cabinet")
AHEAD = either("will | (?:is|are|was|were|due|expected|set|scheduled) to | due | expected")

DECISION_OF_NATO = (
    r"decisions? (?:of|by) (?:the |all )?(?:<all|gathering>|(?:allied |alliance |‹party#\d+› 's )?"
    r"(?:defen[cs]e |foreign )?(?:ministers|leaders)) to"
    r"|decisions? (?:that|which) (?:the |allied )?(?:<all|gathering>|ministers|leaders)"
    r" (?:made|took|have taken|have made)"
)
DECISION_DUE = (
    r"decisions? (?:on|about|over)(?: \S+){1,8}? (?:is|are|was|were) "
    r"(?:due|expected|planned|scheduled|to be taken|to follow)"
    r"|(?:agenda|programme|program) (?:\w+ )?(?:provides for|includes|foresees|contains)"
    r"(?: \S+){0,4}? (?:adoption|approval|endorsement|decision)"
)
_DECIDES_TO = either(r"""
    decided | decides | has decided | have decided | resolved | has resolved | opted | has opted
    agreed | has agreed | voted | has voted | chose | ordered | has ordered | approved
    has approved | gave the green light | signed off | is to decide | will decide
""")
_OWN_HOUSE = either("cabinet | government | parliament | lawmakers | coalition")
MEMBER_DECIDED = (
    (
        rf"<who:party>(?: 's)?(?: (?!;|,|‹person)\S+){{0,6}}? (?P<verb>{_DECIDES_TO})"
        r"(?: ‹day#\d+›)?(?: (?:to|that|on|the|a|an|against))"
    ),
    rf"(?:the |its |his |her )(?:\w+ )?{_OWN_HOUSE}(?: in ‹place#\d+›)? (?P<verb>{_DECIDES_TO})",
    rf"<who:person>(?: ,)? (?P<verb>{_DECIDES_TO})(?: ‹day#\d+›)? to",
)
MILITARY = either(r"""
    jets? | aircraft | brigades? | battalions? | battery | batteries | troops | soldiers | units?
    frigates? | ships? | submarines? | tanks | drones? | helicopters? | missiles? | mines?
    patrols?
    air defen[cs]e | conscription | conscripts | military service | bases? | garrison | regiment
    howitzers? | fighters? | f 35s? | forces? | army | navy | weapons? | arms | infantry
    ammunition | shells | border | airspace | exercises? | deployment | corvettes? | radars?
    launchers? | vehicles | squadron | satellites?
""")
"""What a decision of a member must be about."""
