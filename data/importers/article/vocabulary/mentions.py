"""What is said of a meeting where it is mentioned: its day, its place, that it is moved or off."""

from data.importers.article.vocabulary import either
from data.importers.article.vocabulary.meetings import GATHERED

STOP = either(r"""
    [;:—] | but | while | said | told | warned | confirmed | announced | added | reported
    ‹gathering#\d+› | ‹elsewhere#\d+› | where | when | whether
""")
"""Behind these words stands the place or day of something else."""
HELD = either("""
    host(?:s|ed|ing)? | held | scheduled | take place | takes place | taking place | took place
    convene[sd]? | meet | meets | met | gather(?:s|ed)? | moved | brought forward | postponed
    set
    slated | planned | opens? | begins? | starts? | due
""")
HELD_IN = frozenset({
    ",", "held", "place", "scheduled", "planned", "due", "hosted", "opens", "opened", "begins",
    "began", "convened", "again", "year", "summer", "spring", "autumn", "winter", "set",
})  # fmt: skip
"""Before `in Albania` where that is where a meeting is, unlike the war `in Ukraine`."""
SET = either("""
    host(?:s|ed|ing)? | held | take place | takes place | taking place | took place | venue
    site
    moved | planned for | meet | meets | met | gather(?:s|ed)? | convene[sd]? | assemble[sd]?
    gathering | opens? | opened | begins? | began | got under way | wound up | wrapped up
    concluded
""")
PAST = either(r"""
    met | got | held | took | undertook | gave | made | chose | last | were | was | had | did
    came | saw | sat | went | sent | left | broke
    \w{3,}(?<!plann)(?<!schedul)(?<!expect)ed
""")
MOVED_TO = (
    "(?:postponed|moved|rescheduled|put back|put off|brought forward|shifted|delayed)"
    r"(?: \S+){0,4}? (?:to|until|till) (‹day#\d+›)"
)
MOVED_PLACE = (
    r"(?:moved|switched|relocated|shifted|transferred)(?: from ‹\w+#\d+›)? "
    r"to (?P<place>‹(?:place|party)#\d+›)"
)
MOVED = (
    r"(?<!\S)(?:moved|postponed|brought forward|shifted|rescheduled|delayed)(?: \S+){0,5}? ‹day#"
)
OFF = either("""
    cancell?ed | called off | scrapped | dropped | struck off | axed | shelved | scrubbed
    abandoned
""")
COMES = "(?:join|joins|attend|arrive|come|fly|travel|speak|address)"
DEADLINES = frozenset({"by", "since", "until", "within", "before", "after"})
"""Words before a day on which nothing is held."""
NEXT_DAY = "(?:closes|ends|finishes|concludes) the (?:following|next) day"
ENDED = "(?:closed|ended|wound up|concluded|finished|closes|ends|winds up|concludes|finishes)"
ENDING = "(?:closed|ended|wound up|concluded|finished|wrapped up|completed)"
"""Before a meeting of several days, on the last of which it is said."""
SPOKEN = (
    r"(?P<day>‹day#\d+›)(?: (?!‹)\S+){0,3}? "
    r"(?P<how>after|following|at the (?:end|close) of|at|during|"
    r"on the (?:margins|sidelines|fringes) of) $"
)
"""Somebody spoke on a day at a meeting, or behind it."""
WHEN_THEY = r"(?P<place>‹place#\d+›)?(?: (?P<day>‹day#\d+›))? , (?:when|where|as) (?:\S+ ){0,8}?$"

_IT = "(?P<it>‹(?:day|place)#\\d+›)"
_PLACE = r"(?P<it>‹place#\d+›)"
_DAY = r"(?: (?P<more>‹day#\d+›))?"
_ITS_DAY = r"(?: (?P<more>‹day#\d+›)(?: 's)?)?"
_HOSTS = "(?:host|hosts|hosted|hosting|welcome|welcomes|plays? host to|played host to|stages?)"
HOSTED_BY = r"(?:that|which) (?P<host>‹party#\d+›)(?: \S+){0,4}? host(?:s|ed)?"
"""Behind a meeting, whose place it tells."""
EVE = (
    r"(?P<day>‹day#\d+›)(?: ,)?(?: \S+){0,2}? "
    r"(?:on the eve of|(?:a|one) day before|(?P<same>(?:hours|shortly|just) before))"
    r"(?: (?!‹day|;)\S+){0,7} $"
)
BEFORE = (
    rf"{_IT}(?: 's)?(?: (?P<more>‹(?:day|place|party)#\d+›))?$",
    (
        rf"(?P<it>‹(?:party|place)#\d+›)(?: \S+){{0,3}}? {_HOSTS}"
        r"(?: (?:the|a|next|another|its)){0,6}"
        r"(?: (?P<more>‹day#\d+› 's|‹day#\d+›))?$"
    ),
    r"(?P<it>‹(?:party|place)#\d+›) plays? host (?P<more>‹day#\d+›) to$",
    rf"{_PLACE}(?: ,[^,]*,)? (?:is|was|will be) where$",
    rf"to {_PLACE} (?P<late>‹day#\d+›) 's$",
    rf"(?:met|gathered|assembled|convened)(?: \S+){{0,6}}? in {_PLACE}{_DAY} for(?: \S+){{0,4}}$",
    r"^(?P<it>‹day#\d+›) [,:]?$",
    rf"^{_PLACE} :$",
    (
        rf"{_PLACE} (?:will be|is|was|is to be) the (?:venue|site|setting|scene|host) (?:of|for)"
        rf"{_ITS_DAY}$"
    ),
    rf"^{GATHERED}(?: \S+){{0,3}}? (?P<it>‹(?:place|day)#\d+›){_DAY} ,$",
    rf"(?:to|in) {_PLACE}{_DAY} (?:for|to attend|to join)(?: (?P<late>‹day#\d+›)(?: 's)?)?$",
    rf"^(?:\S+ ){{0,3}}?in {_PLACE}{_DAY} ,?$",
)
"""Places and days that stand before a meeting: `Thursday 's`, `the June`, `The Hague`, `On
Thursday , ministers meet`, `Albania will host the`."""
