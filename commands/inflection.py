"""Names, dates and numbers as the grammar of a sentence needs them.

A translation asks for a form behind the name of a placeholder: `{member:dat}` for the name in the
dative, `{day:on}` for a date as an adverbial, `{count:?Mitglied|Mitglieder}` for the word that fits
a number or the number of a name, `{share:il}` for a numeral with the Italian article.
"""

from dataclasses import dataclass
from decimal import Decimal

from babel import Locale
from babel.dates import get_month_names

from data.names import forms

CHOICE, BETWEEN = "?", "|"

ON, OF, SINCE, UNTIL = "on", "of", "since", "until"
DATED = (ON, OF, SINCE, UNTIL)

_ARTICLES = {"il": "l’", "al": "all’", "del": "dell’", "dal": "dall’", "nel": "nell’"}
"""Italian: before most numerals, and before those that begin with a vowel."""

# For a whole day, a month and a year each. `{}` is the date.
_PATTERNS: dict[str, dict[str, tuple[str, str, str]]] = {
    "en": {
        ON: ("on {}", "in {}", "in {}"),
        OF: ("of {}", "of {}", "of {}"),
        SINCE: ("since {}", "since {}", "since {}"),
        UNTIL: ("until {}", "until {}", "until {}"),
    },
    "fr": {
        ON: ("le {}", "en {}", "en {}"),
        OF: ("du {}", "de {}", "de {}"),
        SINCE: ("depuis le {}", "depuis {}", "depuis {}"),
        UNTIL: ("jusqu’au {}", "jusqu’en {}", "jusqu’en {}"),
    },
    "es": {
        ON: ("el {}", "en {}", "en {}"),
        OF: ("del {}", "de {}", "de {}"),
        SINCE: ("desde el {}", "desde {}", "desde {}"),
        UNTIL: ("hasta el {}", "hasta {}", "hasta {}"),
    },
    "de": {
        ON: ("am {}", "im {}", "{}"),
        OF: ("vom {}", "vom {}", "von {}"),
        SINCE: ("seit dem {}", "seit {}", "seit {}"),
        UNTIL: ("bis zum {}", "bis {}", "bis {}"),
    },
    "it": {
        ON: ("il {}", "nel mese di {}", "nel {}"),
        OF: ("del {}", "di {}", "del {}"),
        SINCE: ("dal {}", "da {}", "dal {}"),
        UNTIL: ("fino al {}", "fino a {}", "fino al {}"),
    },
    "nl": {
        ON: ("op {}", "in {}", "in {}"),
        OF: ("van {}", "van {}", "van {}"),
        SINCE: ("sinds {}", "sinds {}", "sinds {}"),
        UNTIL: ("tot en met {}", "tot en met {}", "tot en met {}"),
    },
    "pl": {
        ON: ("{}", "w {}", "w {} r."),
        OF: ("z {}", "z {}", "z {} r."),
        SINCE: ("od {}", "od {}", "od {} r."),
        UNTIL: ("do {}", "do {}", "do {} r."),
    },
    "tr": {
        ON: ("{} tarihinde", "{} içinde", "{} yılında"),
        OF: ("{} tarihli", "{} tarihli", "{} tarihli"),
        SINCE: ("{} tarihinden beri", "{} döneminden beri", "{} yılından beri"),
        UNTIL: ("{} tarihine kadar", "{} dönemine kadar", "{} yılına kadar"),
    },
}
_VOWELS = "aâeéèêiîoôuyh"
# CLDR has the months of Polish in the nominative and the genitive only.
_MONTHS_IN = (
    "styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu",
    "lipcu", "sierpniu", "wrześniu", "październiku", "listopadzie", "grudniu",
)  # fmt: skip


class Named(str):
    """A country's name, with its alpha-3 code."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, name: str, code: str) -> "Named":
        made = super().__new__(cls, name)
        made.code = code
        return made


class Numeral(str):
    """A number as a reader sees it, with its value."""

    __slots__ = ("value",)
    value: Decimal

    def __new__(cls, text: str, value: Decimal) -> "Numeral":
        made = super().__new__(cls, text)
        made.value = value
        return made


class Dated(str):
    """A date as a reader sees it, with the date in ISO 8601."""

    __slots__ = ("iso",)
    iso: str

    def __new__(cls, text: str, iso: str) -> "Dated":
        made = super().__new__(cls, text)
        made.iso = iso
        return made


@dataclass(frozen=True, slots=True)
class Inflected:
    """`text` in its form, with what the form puts before and behind it."""

    before: str
    text: str
    behind: str = ""

    def __str__(self) -> str:
        return f"{self.before}{self.text}{self.behind}"


def name(named: Named, language: str, form: str) -> str:
    return forms.inflected(named.code, language, form) or str(named)


def dated(text: str, iso: str, locale: Locale, form: str) -> Inflected:
    """A date with its preposition. `iso` is a year, a month, a day, an instant, or an interval."""
    first = iso.partition("/")[0].partition("T")[0]
    precision = 2 - first.count("-")
    key = form.lower()
    before, _, behind = _PATTERNS[locale.language][key][precision].partition("{}")
    made = _elided(Inflected(before, text, behind), first, precision, locale, key)
    if not form[0].isupper():
        return made
    start = str(made)[:1].upper()
    if made.before:
        return Inflected(start + made.before[1:], made.text, made.behind)
    return Inflected("", start + made.text[1:], made.behind)


def _elided(made: Inflected, iso: str, precision: int, locale: Locale, form: str) -> Inflected:
    language, month = locale.language, 0 if precision == 2 else int(iso[5:7])
    if language == "it" and precision == 0 and int(iso[8:10]) in (8, 11):
        article = made.before.rpartition(" ")
        short = _ARTICLES.get(made.before.split()[-1], made.before)
        return Inflected(f"{article[0].rpartition(' ')[0]} {short}".lstrip(), made.text)
    if language == "fr" and precision == 1 and form == OF and made.text[0] in _VOWELS:
        return Inflected("d’", made.text)
    if language == "pl" and precision == 1:
        standing: str = get_month_names("wide", context="stand-alone", locale=locale)[month]
        genitive: str = get_month_names("wide", context="format", locale=locale)[month]
        said = _MONTHS_IN[month - 1] if form == ON else genitive
        return Inflected(made.before, made.text.replace(standing, said), made.behind)
    return made


def with_article(text: str, value: Decimal, form: str) -> Inflected:
    """An Italian numeral with its article: `l’1,28%`, `il 2%`, `all’8%`."""
    whole = int(abs(value))
    key = form.lower()
    said = _ARTICLES[key] if whole in (1, 11) or str(whole).startswith("8") else f"{key} "
    return Inflected(said[0].upper() + said[1:] if form[0].isupper() else said, text)


def is_article(form: str) -> bool:
    return form.lower() in _ARTICLES


def chosen(form: str, at: int) -> str:
    """One of `?a|b|c`."""
    words = form.removeprefix(CHOICE).split(BETWEEN)
    return words[min(at, len(words) - 1)]


def plural_index(value: Decimal | int, locale: Locale) -> int:
    """Which of the words for different numbers fits: they stand in CLDR's order, `one` first, and
    those for rare categories, as for fractions in Polish and millions in French, are the last."""
    category = locale.plural_form(value)
    if category == "one":
        return 0
    return 1 if category == "few" or locale.language != "pl" else 2
