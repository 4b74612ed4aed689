from data.importers.article.vocabulary import either

BESIDE_WHO = either("""
    , | who | himself | herself | itself | both | also | personally | alone | too | would | then
    now | has | have | had
""")
BESIDE_WHETHER = either(r"""
    himself | herself | itself | would | will | might | can | could | personally | is | was | ,
    in person | ‹person#\d+›
""")
COME = either(r"""
    attend | take part | participate | be there | be present | be in ‹place#\d+› | join
    come(?! (?:empty|alone|cheap|into|to terms|easy|easily|round|out|up))
    travel | fly | be represented | lead (?:the |its |a )?‹party#\d+›
    be (?:representing|attending|joining|travelling|traveling|going|in attendance|coming)
    be making the trip
    take (?:his|her|its|their) seat | make the journey | lead (?:\S+ ){0,4}?delegation | make it
    makes it | represent | be among | attends | takes part | comes | joins | travels | flies
    goes | makes? the trip | participates | shows up | turns up | turn up | appear | be at
    be in the room | be at the table | arrive | arrives | be sitting
    show up | go | sit | be on hand | head | address | speak at | put in an appearance
""")
WILL = either("will | would | is going to | are going to | shall | is to | are to")
IS_COMING = either("""
    attending | coming | travelling to | traveling to | flying to | taking part | joining
""")
COMES_TO = either("attends | joins | travels to | flies to | comes to")
ANNOUNCED = either("""
    said | announced | confirmed | given word | given notice | let it be known | promised
""")
ATTENDANCE = either("attendance | participation | presence")
ACCEPTED = either("accepted | taken up | said yes to")
AT_ONCE = either(r"on | at | , | \. | immediately | straight")
ON_THE_WAY = either("heading | headed | bound | on (?:his|her|their) way")
CONFIRMED_GUESTS = either("""
    those who have (?:said yes|accepted|confirmed) | confirmed guests
""")
PLANS = either("plans | plan | intends | intend | hopes | wants")
LIKELY = either("expected | due | set | scheduled | slated | likely")

CAME = either("""
    attended | took part | participated | (?:was|were) (?:both |all |also )?present | was there
    were there | was in attendance | were in attendance | was among | were among
    joined(?! (?:‹party|the alliance|‹all|forces|calls|others|in ))
    took (?:his|her|their|its) seats? | sat in | turned up | flew in for | travelled to
    traveled to | came to | addressed
""")
SAT_DOWN = either("sat in on | flew in | turned up | sat at | sat down")
THOSE_PRESENT = either("""
    those (?:who )?(?:present|attending|attended|came|taking part) | the guests | in attendance
    as
""")
AMONG = either("""
    attended by | guests included | participants included | in the presence of
""")

STAYED_AWAY = either(r"""
    was absent | were absent | skipped | stayed away | stayed at home | stayed home
    did not (?:attend|come|take part|show up|travel|turn up|appear)
    didn't (?:attend|come|show up) | missed | was missing | sat out | snubbed | was not there
    was not present | was nowhere to be seen | gave (?:it|‹gathering#\d+›) a miss
    failed to (?:attend|appear|show up|turn up) | sent (?:a|an|his|her) (?:deputy|\w+ minister)
""")
MISSING = either("""
    missing | absent | not there | not present | notably absent | staying away
    nowhere to be seen
""")

CANNOT = either("cannot | can't | could not | couldn't | will not | won't")
NOT_COMING = either("""
    will not | won't | would not | wouldn't | is not going to | does not (?:plan|intend) to
    has no plans to | is not expected to | are not going to | will no longer
""")
NOT_GOING = either("""
    going | travelling | traveling | coming | flying | attending | taking part
""")
TURNED_DOWN = either("""
    (?:declined|refused)(?! to (?!attend|come|take part|go|travel|join)) | turned down | rejected
    pulled out
    (?:cancelled|canceled|called off)(?! ‹gathering)
    (?:will|would) be (?:absent|missing|elsewhere)
    excused | will stay away | would stay away | will skip | would skip | will miss | would miss
    is staying away | bowed out | sent (?:his|her) regrets
    ruled out (?:attending|travelling|traveling|going|coming|taking part) | is boycotting
    will boycott | backed out | withdrew
""")
BACKED_OUT = either("""
    begged off | cried off | bowed out | pulled out | backed out | called it off | opted out
""")
REGRETS = either("regrets | apologies | excuses")

ASKED_TO = either("attend | come | join | take part | send")
FORMALLY = either("formally | also | again | officially")
INVITATION = either("invitation | invite | letter")

NOT_SAID = either("""
    not | n't | nor | yet to | unclear | open | unknown | uncertain | undecided
    remains? to be seen | refused | declined | unsure | without | anyone 's guess
    anybody 's guess | no word | wouldn't | would not | hasn't | didn't | left open
""")
NOT_SETTLED = either("""
    open | unclear | uncertain | unconfirmed | been confirmed | confirmed | in doubt
""")
WEIGHING = either("weighing | considering | deciding | checking | mulling")
DIARY = either("""
    calendar | diary | schedule | invitation | whether to (?:come|attend|go|travel|make)
""")
ANSWERED = either("""
    confirm(?:ed)? | decide(?:d)? | accept(?:ed)? | repl(?:y|ied) | respond(?:ed)?
    commit(?:ted)?
""")
KNOWS = either("decided? | sa(?:y|id) | know | made up (?:his|her|its) mind")

SPEAKERS_OF = either("""
    leaders | presidents | ministers | premiers | heads of state | representatives | delegations
    absence | presence | attendance | participation
""")
ABOUT_A_MEETING = either(
    "summit | meeting | session | talks | guests | invit | attend | trip | gathering"
)
COMING = either("attend | absent | come | be there | join | in person | stayed away")
