"""How reports word what was decided, or is to be."""

from data.importers.article.vocabulary import either

DECIDES = either(r"""
    resolve(?:s|d)? (?:to|on) | take (?:a )?decisions? on | took (?:a )?decisions? on
    taking (?:a )?decisions? on | reach (?:a )?decision on | approv(?:e|es|ed|ing)
    adopt(?:s|ed|ing)? | endors(?:e|es|ed|ing) | decid(?:e|es|ed|ing)(?: to| on)? | sign off
    signed off(?: on)? | agree(?:s|d)?(?: ‹day#\d+›)? (?:to|on|a|that) | launch(?:es|ed)? | set up
    (?:give|gave|giving) (?:\w+ )?(?:green light|go ahead)(?: to| for)?
    gave (?:the |its |their )?green light to
    gave (?:the |its |their )?(?:nod|blessing|go ahead) to | settle(?:d|s)? on
    establish(?:es|ed)? | green ?light\w* | give (?:\w+ ){0,2}(?:approval|blessing) to
    gave (?:\w+ ){0,3}(?:approval|blessing) to | rubber ?stamp\w* | create[ds]? | cleared
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
DECIDED_BEHIND = (
    r", (?:<all|gathering>|(?:the )?(?:ministers|leaders)) (?:‹day#\d+› )?"
    r"(?:decided|agreed|resolved)(?= (?:at|in|on|‹|[.])|$)"
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
