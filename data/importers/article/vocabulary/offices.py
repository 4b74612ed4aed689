"""Offices of people, and what does or does not belong to a name."""

from data.importers.article.vocabulary import either

_KIND = "(?:deputy|acting|outgoing|caretaker|interim|new|first)"
_TO_NATO = r"(?: to (?:‹party#\d+›|the alliance))?"
_TITLE = either(rf"""
    prime minister | premier | president elect | vice president | president | chancellor
    taoiseach | king | queen
    (?:defen[cs]e|foreign|finance|interior|economy|budget|war) (?:minister|secretary|chief)
    minister (?:of|for) (?:national )?(?:defen[cs]e|foreign affairs|finance)
    chief of (?:defence|defense|staff|the general staff|the armed forces)
    (?:army|military|armed forces) chief | army commander | top diplomat | head of government
    minister president | (?:defen[cs]e|foreign) policy chief
    (?:junior |deputy )?(?:defen[cs]e|foreign) minister | first minister
    secretary of (?:state|defense|war) | secretary general | alliance chief
    (?:permanent representative|ambassador|envoy){_TO_NATO}
    (?<=› )(?:colleague|counterpart|opposite number)
    (?<=› )(?:chief|leader|boss) | (?<=› 's )(?:chief|leader|boss)
    (?<=the )pm | (?<=› )pm | (?<=› 's )pm
    (?<=› 's new )(?:chief|leader|boss) | (?<=his )deputy | (?<=her )deputy
    state secretary | (?:government |chief )?spokes(?:man|woman|person) | pentagon chief
    (?:top|supreme|military)(?: allied)? commander(?: in (?:europe|‹party#\d+›))?
    chair(?:man|woman)? of (?:the |its )?military committee
    minister | head of state | supreme allied commander | general | admiral
    foreign policy chief
""")
OFFICE = f"(?:(?:{_KIND} )?{_TITLE})"
OF_NATO = frozenset({"secretary general", "alliance chief"})
OF_AMERICA = frozenset({
    "defense secretary", "secretary of defense", "secretary of war", "war secretary",
    "pentagon chief", "secretary of state",
})  # fmt: skip
"""Offices that only the United States has."""
ONLY_OF = {"taoiseach": "IRL"}
"""Offices that one country has."""
OF_A_COUNTRY = frozenset({
    "prime minister", "premier", "president", "chancellor", "defence minister", "defense minister",
    "foreign minister", "finance minister", "foreign secretary", "defence secretary",
    "minister of defence", "minister of defense", "minister of foreign affairs", "top diplomat",
    "head of government", "deputy prime minister", "deputy premier", "minister president",
})  # fmt: skip
RANKS = frozenset({"general", "admiral"})
TITLES = frozenset({"mr", "mrs", "ms", "dr", "gen", "lt", "col", "sen", "sir", "lord", "baroness"})
PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "ten", "la", "di", "el", "al", "bin", "da"}
)
"""Small words within a name."""
NO_NAME = frozenset({
    "the", "a", "an", "in", "on", "at", "for", "and", "but", "as", "if", "it", "he", "she",
    "they", "we", "i", "his", "her", "its", "their", "this", "that", "these", "those", "nato",
    "while", "after", "before", "when", "where", "who", "what", "with", "from", "by", "of", "to",
    "no", "not", "yes", "europe", "european", "western", "eastern", "southern", "northern",
    "council", "parliament", "government", "ministry", "minister", "president", "chancellor",
    "defence", "defense", "foreign", "secretary", "summit", "declaration", "alliance", "allies",
    "allied", "ukraine", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "white", "house", "pentagon", "kremlin",
    "congress", "senate", "bundestag", "however", "still", "both", "all", "only", "last", "next",
    "group", "contact", "north", "atlantic", "state", "states", "union", "pledge", "there",
    "here", "asked", "speaking", "under", "gdp", "according", "general", "article", "treaty",
    "pact",
})  # fmt: skip
"""What is written with a capital and is nobody's name."""
SPEAKS = frozenset({
    "said", "says", "told", "tells", "warned", "warns", "added", "announced", "insisted", "argued",
    "stressed", "confirmed", "declared", "stated", "wrote", "pledged", "promised", "called",
    "urged", "rejected", "vowed", "suggested", "proposed", "noted", "admitted", "reiterated",
})  # fmt: skip
"""Verbs behind a name that nobody knows yet."""
