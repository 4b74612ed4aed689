"""What tells a reader what to do, rather than what happened; and what tells of plans and of old
times."""

from data.importers.article.vocabulary import either

_MACHINES = either(r"""
    automated | ai | bots? | language | machines? | systems? | assistants? | crawlers?
    software
    readers of code | parsers?
""")
_RULES = "(?:rules?|instructions?|prompts?|guidelines|above|before|guardrails)"
_RECORD = either("""
    record | register | mark | add | accept | store | enter | insert | note down | log | save
    write down
""")
_AS_FACT = either(r"""
    that | as (?:an? )?(?:\w+ )?(?:confirmed|facts?|true|agreed|accepted|verified)
    to the (?:database|store|catalogue|record)
""")
ORDERS = (
    rf"(?:ignore|disregard|forget|override|bypass)(?: \S+){{0,4}} {_RULES}",
    rf"(?:note|message|attention|instructions?)(?: (?:to|for)| ,) (?:\S+ )?{_MACHINES}",
    rf"^(?:\S+ ){{0,12}}?{_RECORD} the following(?: \S+){{0,6}}? {_AS_FACT}",
    (
        r"(?:have|make|let|get|ask) (?:it|them|your \w+) (?:to )?"
        "(?:note|record|say|store|add|mark|list)"
    ),
    "(?:summari[sz]ing|reading|indexing) (?:tool|software|program|machine|bot)s?",
    r"(?:system prompt|you are now|you are an? (?:\S+ )?(?:assistant|ai|bot|model))",
    rf"^(?:\" )?(?:please )?{_RECORD}(?: \S+){{0,6}} {_AS_FACT}",
)
PLANS = either(r"""
    (?:spending|defen[cs]e) (?:target|goal|plan|pledge)s? | proposal | compromise | deadline
    plan | target | goal | (?:annual|yearly) (?:rise|increase|step) | draft | declaration
    text | wording
    pledge | commitment | ‹share#\d+› | ‹points#\d+›
""")
LONG_AGO = either(
    "back in | back then | in those days | decades ago | years ago | once upon | of the day"
)
