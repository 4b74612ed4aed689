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
OF_PLANS = "target|goal|‹share#|‹points#|‹money#|budget"
"""Of what an assurance to the members is not."""
DEFENDED = either(r"""
    us | partners? | guests | every inch | neighbou?rs? | soldiers | ‹person#\d+›
    article | allies | ally | alliance | allied | commitment | commitments | territory
    ‹all#\d+› | ‹party#\d+›
""")

WARNS = either("""
    sounded the alarm | sounds the alarm | warn(?:s|ed|ing)? | caution(?:s|ed|ing)
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
    declaration | ‹gathering#\d+› | progress | outlays | spending | brigades? | battle ?groups?
    battalions? | forces | industry
    everyone | everybody | neighbou?rs | ceasefire | agreement | consensus
""")

MEMBERS_AT_LARGE = either(r"""
    ‹(?:all|some)#\d+› | more than (?:half|two thirds) | at least \w+ | nearly all | almost all
    the rest | the majority | \d+ (?:of )?‹all#\d+› | everyone | everybody | the alliance
""")
MOST = either("most | nearly all | almost all | two thirds | the majority")
LIKELY = either("likely | set | on course | on track | bound | going | would | will")
GETS_THERE = either("hit | reach | meet | clear | spend | exceed")

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
