"""The ways in which a text writes a day, a month or a year."""

from data.importers.article.vocabulary import either

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
           "eleven", "twelve")  # fmt: skip
SHIFTS = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}

_ANY_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
_WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAYS)})"
_SECOND = f"(?P<second>{'|'.join(WEEKDAYS)})"
_ON = rf"(?:{_ANY_WEEKDAY} (?:, )?)?"
_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_M = rf"(?P<month>{'|'.join(MONTHS)}|{_SHORT})(?: \.)?"
_M2 = rf"(?P<month2>{'|'.join(MONTHS)}|{_SHORT})(?: \.)?"
_LONE_M = rf"(?P<month>{'|'.join(MONTHS)}|(?:{_SHORT})(?= \.))(?: \.)?"
"""Where no day stands beside a month, `Jan` without its point may be somebody's name."""
_TH = "(?: ?(?:st|nd|rd|th))?"
_D = rf"(?P<day>\d{{1,2}}){_TH}"
_D2 = rf"(?P<day2>\d{{1,2}}){_TH}"
_TO = "(?:–|to|and|until|through)"
_TO_D2 = rf"(?: {_TO} (?:the )?{_D2})?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_Y = rf"(?:(?: ,)? {_YEAR})?"
_SEASON = either("week | month | year | summer | autumn | spring | winter")
_COUNT = rf"(?P<count>\d+|{'|'.join(NUMBERS)}|a)"
_DAY_PART = either("morning | afternoon | evening | night")

BEFORE = (
    r"(?:(?P<word>on|in|by|until|before|from|since|for|during|after|within|as of) )?"
    r"(?:(?:the )?(?P<part>beginning|start|end|middle|close|summer|autumn|spring|early|late|mid)"
    r"(?: of)? )?(?:the )?"
)
"""What may stand before a day and is read with it."""

RULES = (
    (rf"{_ANY_WEEKDAY}?(?: ,)? ?(?:the )?{_D} {_M} {_TO} {_D2} {_M2}{_Y}", "days"),
    (rf"{_ON}(?:the )?{_D}{_TO_D2} (?:of )?{_M}{_Y}", "days"),
    (rf"{_ON}{_M} {_D}(?: {_TO} {_M2} {_D2}){_Y}", "days"),
    (rf"{_ON}{_M} {_D}{_TO_D2}{_Y}", "days"),
    (
        rf"(?P<shift>last|next|this|previous|coming)? ?(?:early |late |mid )?{_LONE_M}(?: of)?{_Y}",
        "month",
    ),
    (rf"(?P<which>next|this|last|coming) (?:very )?(?P<unit>{_SEASON})", "unit"),
    (r"later (?:this|in the) (?P<unit>week|month|year)", "later"),
    (r"current (?P<unit>year|month)", "later"),
    (rf"(?P<shift>last|next|this|coming|previous) {_WEEKDAY}", "weekday"),
    (rf"{_WEEKDAY}(?: {_DAY_PART})?(?: (?:and|to|–) {_SECOND}| (?P<week>week))?", "weekday"),
    (r"(?P<near>today|yesterday|tomorrow|tonight)", "near"),
    (r"year (?:end|'s end)", "year_end"),
    (r"(?:year)(?=$| [,.;]| is out| ends)", "the_year"),
    (r"decade", "decade"),
    (
        (
            rf"(?:next |coming )?{_COUNT} (?:more )?(?P<unit>year|decade)s?"
            r"(?: '(?: time)?| time| from now)?"
        ),
        "within",
    ),
    (rf"(?:fiscal |financial )?(?:year )?{_YEAR}(?: [–/] \d{{2,4}})?", "year"),
)
"""Each with the name of its sort; what an earlier one reads, no later one does."""
