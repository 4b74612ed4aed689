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
DEFENDS = either("""
    stands? by (?:its|our|his|her|the|every) | rock solid | iron ?clad | will defend every
    defend every (?:ally|inch) | unwavering | never waver
""")
DEFENDED = either(r"""
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
TROOPS = either(r"troops | soldiers | withdraw\w* | pull\w* | stay")

EXPECTS = either("""
    expect(?:s|ed)? | anticipat(?:es|ed) | predict(?:s|ed) | forecast(?:s)? | foresees | foresaw
    reckon(?:s|ed) | look(?:s|ed) forward | hopeful
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
STAFF_OF = either("alliance | the alliance 's | military | allied")
STAFF = either("planners | commanders | officials | staff")
COST = either(r"""
    set \S+ back | cost(?:s|ing)? | requir(?:e|es|ed|ing) | need(?:s|ed)? | call for | amount
    spend | bill | price | take | demand | necessitate | investment | mean | raise | invest
    come to | swallow | average | entail
""")
COST_AHEAD = either(
    "cost | require | need | mean | take | demand | necessitate | call for | swallow"
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
""")
ALL_MEET = either("meet | met | meets | reach | reached | hit | spend | spent | exceed | exceeded")
LINE = either(r"""
    guideline | target | benchmark | goal | threshold | mark | line | ‹share#\d+› | floor
    minimum | pledge
""")
LINE_OF_SPENDING = either(
    r"guideline | target | benchmark | goal | threshold | gdp | ‹share#\d+› | mark | floor"
)
LINE_OF_ALL = either(r"guideline | target | benchmark | goal | threshold | ‹share#\d+›")
WANTED = either(r"asked | want | request\w* | seek\w* | oppos\w* | support\w*")
BOUND_TO = either("must | should | agreed | pledged | committed | would | have to")

DECIDES = either(r"""
    resolve(?:s|d)? (?:to|on) | take (?:a )?decisions? on | took (?:a )?decisions? on
    taking (?:a )?decisions? on | reach (?:a )?decision on | approv(?:e|es|ed|ing)
    adopt(?:s|ed|ing)? | endors(?:e|es|ed|ing) | decid(?:e|es|ed|ing)(?: to| on)? | sign off
    signed off(?: on)? | agree(?:s|d)?(?: ‹day#\d+›)? (?:to|on|a) | launch(?:es|ed)? | set up
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
    pipeline | training | hub | body | office
""")
TEXT = either("pledge | text | document | composition")
OF_A_COUNTRY = either(r"‹elsewhere#\d+› | lawmakers | parliament | cabinet")
AHEAD = either("will | (?:is|are|was|were|due|expected|set|scheduled) to | due | expected")
