"""How things are said in one language: sentences from gettext, numbers and dates from CLDR."""

import gettext
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from string import Formatter
from typing import Protocol

from babel import Locale
from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    format_timedelta,
    get_datetime_format,
)
from babel.numbers import (
    format_decimal,
    format_percent,
    get_decimal_symbol,
    get_minus_sign_symbol,
    get_plus_sign_symbol,
)

from commands import inflection
from commands.briefing import Figure, Given, Moment, Part, Sentence, Text
from commands.inflection import Dated, Inflected, Named, Numeral
from data import languages
from data.dates import PartialDate
from data.messages import Message, mark

Values = dict[str, Part | Sentence | str]
"""What fills the placeholders of a template."""


class Say(Protocol):
    """How whoever knows no voice has a template filled: `Voice.fill` of some voice."""

    def __call__(self, template: str, /, **values: object) -> str: ...


_PERCENT_SIGN = re.compile(r"(\d)[ \u00a0\u202f]?%")
_FORMATTER = Formatter()
# The English of Europe writes the day before the month, as NATO does.
_ENGLISH = "en_GB"
# However many days there are, they are said as days.
_NO_WEEKS = 10**9
_YEAR = timedelta(days=365)
"""As Babel counts it."""


@dataclass(frozen=True, slots=True)
class Voice:
    locale: Locale
    translations: gettext.NullTranslations

    @classmethod
    def of(cls, tag: str = languages.SOURCE) -> "Voice":
        """The voice of a BCP 47 tag, `fr` or `fr-CH`: the language is what it speaks, the region
        how it writes numbers and dates. One that is not spoken here is answered in English, in
        words and in writing."""
        return _of(tag)

    @property
    def language(self) -> str:
        return self.locale.language

    @property
    def is_source(self) -> bool:
        """Whether it says everything as it stands in the program and in the facts."""
        return self.language == languages.SOURCE

    @property
    def tag(self) -> str:
        """What `of` makes this voice of."""
        region = self.locale.territory
        if region is None or str(self.locale) == _ENGLISH:
            return self.language
        return f"{self.language}-{region}"

    def text(self, template: str) -> str:
        return self.translations.gettext(template)

    def typed(self, template: str) -> str:
        """Words that somebody may type: in this language, and in English as well."""
        said = self.text(template)
        return said if said == template else f"{said} {template}"

    def text_of(self, context: str, template: str) -> str:
        """What a template means in a context: that of somebody's office is the person."""
        said = self.translations.pgettext(context, template)
        return said if said != template else self.text(template)

    def named(self, context: str, name: str) -> str:
        """What a name is called that has no meaning beside its context."""
        return self.translations.pgettext(context, name)

    def say(self, template: str, /, **values: Part | Sentence | str) -> Sentence:
        """Fills a marked template. A plain string stands for words, which hold no digits."""
        parts: list[Part] = []
        for literal, name, form, _ in _FORMATTER.parse(self.text(template)):
            if literal:
                parts.append(Text(text=literal))
            if name is not None:
                parts.extend(self._parts(values[name], form or ""))
        return Sentence(parts=tuple(_joined(parts)))

    def fill(self, template: str, /, **values: object) -> str:
        """The same as plain text, with values of any kind."""
        said: list[str] = []
        for literal, name, form, _ in _FORMATTER.parse(self.text(template)):
            said.append(literal)
            if name is not None:
                said.append(self.word(values[name], form or ""))
        return "".join(said)

    def recorded(self, text: str) -> str:
        """A sentence or name of the catalogue of facts. What people have recorded themselves is
        shown as they wrote it, with its percent signs as this language sets them."""
        said = self.text(text)
        return said if said != text else self.signs(text)

    def _parts(self, value: Part | Sentence | str, form: str) -> Iterable[Part]:
        if isinstance(value, Sentence):
            first, *others = value.parts
            if isinstance(first, Figure | Moment | Given):
                return (*self._parts(first, form), *others)
            return value.parts
        if form.startswith(inflection.CHOICE):
            return (Text(text=self._choice(value, form)),)
        if isinstance(value, str):
            return (Text(text=self.word(value, form)),)
        if form and (formed := self._formed(value, form)) is not None:
            inner = value.model_copy(update={"text": formed.text})
            around = (Text(text=formed.before), inner, Text(text=formed.behind))
            return tuple(part for part in around if part.text)
        return (value,)

    def word(self, value: object, form: str = "") -> str:
        """A value in the form that a placeholder asks for."""
        if form.startswith(inflection.CHOICE):
            return self._choice(value, form)
        if isinstance(value, Message):
            return self.fill(value.template, **value.values)
        if form and isinstance(value, Named):
            return inflection.name(value, self.language, form)
        if isinstance(value, date | PartialDate):
            value = self.date(value if isinstance(value, PartialDate) else PartialDate.of(value))
        if isinstance(value, Dated) and form.lower() in inflection.DATED:
            return str(inflection.dated(value, value.iso, self.locale, form))
        return str(value)

    def _formed(self, value: Part, form: str) -> Inflected | None:
        if isinstance(value, Moment | Given) and form.lower() in inflection.DATED:
            iso = value.iso
            return None if iso is None else inflection.dated(value.text, iso, self.locale, form)
        if isinstance(value, Figure) and inflection.is_article(form):
            return inflection.with_article(value.text, value.value, form)
        return None

    def _choice(self, value: object, form: str) -> str:
        """The word for the number that `value` is, or for the number of the name that it is."""
        match value:
            case Named():
                at = int(inflection.forms.is_plural(value.code, self.language))
            case Figure() | Numeral():
                at = inflection.plural_index(value.value, self.locale)
            case int() | Decimal():
                at = inflection.plural_index(value, self.locale)
            case str() if value.isdecimal():
                at = inflection.plural_index(int(value), self.locale)
            case _:
                at = 1
        return inflection.chosen(form, at)

    def number(self, value: Decimal, places: int) -> Numeral:
        pattern = "#,##0" + ("." + "0" * places if places else "")
        return Numeral(format_decimal(value, format=pattern, locale=self.locale), value)

    @property
    def decimal_mark(self) -> str:
        return get_decimal_symbol(self.locale)

    def percent(self, value: Decimal, places: int) -> str:
        whole = self.locale.percent_formats[None].pattern
        pattern = whole.replace("0", "0." + "0" * places if places else "0")
        return format_percent(value / 100, format=pattern, locale=self.locale)

    def signs(self, text: str) -> str:
        """A catalogue sentence with its percent signs as this language sets them."""
        return _PERCENT_SIGN.sub(f"\\1{_before_percent(self.locale)}%", text)

    def points(self, value: Decimal, places: int) -> str:
        return self.fill(mark("{number} percentage points"), number=self.number(value, places))

    def points_a_year(self, value: Decimal, places: int) -> str:
        return self.fill(
            mark("{number} percentage points a year"), number=self.number(value, places)
        )

    def money(self, millions: Decimal, currency: str, price_base: int | None) -> str:
        """An amount rounded to a tenth of a billion, or to a whole million below one billion."""
        large = abs(millions) >= 1000
        number = self.number(millions / 1000, 1) if large else self.number(millions, 0)
        values = {"currency": currency, "number": number, "year": price_base}
        if price_base is None:
            template = (
                mark("{currency} {number} billion")
                if large
                else mark("{currency} {number} million")
            )
        elif large:
            template = mark("{currency} {number} billion in prices of {year}")
        else:
            template = mark("{currency} {number} million in prices of {year}")
        return self.fill(template, **values)

    def days(self, count: int) -> str:
        return self.counted(
            self.translations.ngettext("{number} day", "{number} days", count), count
        )

    def in_days(self, count: int) -> str:
        """`in 19 days`."""
        return self.text(mark("today")) if count == 0 else self._from_now(timedelta(days=count))

    def days_ago(self, count: int) -> str:
        """`19 days ago`."""
        return self.text(mark("today")) if count == 0 else self._from_now(timedelta(days=-count))

    def years_ago(self, count: int) -> str:
        """`11 years ago`."""
        said = format_timedelta(
            -count * _YEAR, granularity="year", add_direction=True, locale=self.locale
        )
        return said.replace(str(count), self.number(Decimal(count), 0))

    def _from_now(self, away: timedelta) -> str:
        said = format_timedelta(
            away, granularity="day", threshold=_NO_WEEKS, add_direction=True, locale=self.locale
        )
        # Babel fills CLDR's pattern with plain digits.
        count = abs(away.days)
        return said.replace(str(count), self.number(Decimal(count), 0))

    def years(self, count: int) -> str:
        return self.counted(
            self.translations.ngettext("{number} year", "{number} years", count), count
        )

    def counted(self, said: str, count: int) -> str:
        """What `ngettext` said of a count, with its number."""
        return said.format(number=self.number(Decimal(count), 0))

    def day(self, day: date) -> Dated:
        said = format_date(day, "long", locale=self.locale)
        if self.language == "fr" and day.day == 1:
            # CLDR writes the first of a month as any other day.
            said = said.replace("1", "1er", 1)
        return Dated(said, date(day.year, day.month, day.day).isoformat())

    def span(self, first: date, last: date) -> str:
        """`24–25 June 2025`: what two days share is said once."""
        if first.year != last.year:
            return f"{self.day(first)} – {self.day(last)}"
        # CLDR has its intervals with the short month only; the rest of the pattern holds as well.
        patterns = self.locale.interval_formats["yMMMd"]["d" if first.month == last.month else "M"]
        return "".join(
            format_date(day, pattern.replace("MMM", "MMMM"), locale=self.locale)
            for day, pattern in zip((first, last), patterns, strict=True)
        )

    def date(self, partial: PartialDate) -> Dated:
        """A date at the precision it has; an instant in the zone it was written in."""
        if partial.instant is not None:
            return Dated(self._instant(partial.instant), str(partial))
        if partial.precision == "day":
            return self.day(partial.first)
        if partial.precision == "month":
            said = format_skeleton("yMMMM", partial.first, locale=self.locale)
            return Dated(said, str(partial))
        return Dated(str(partial.year), str(partial))

    def between(self, first: PartialDate, last: PartialDate) -> str:
        """Two days as `span` says them; with a time in either, both whole."""
        if first.instant is None and last.instant is None:
            return self.span(first.first, last.last)
        return f"{self.date(first)} – {self.date(last)}"

    def _instant(self, moment: datetime) -> str:
        """`5 June 2025, 14:30 (UTC+2)`, with seconds only where they are not zero."""
        length = "medium" if moment.second else "short"
        time = format_time(moment.time(), length, locale=self.locale)
        pattern = str(get_datetime_format("long", locale=self.locale)).replace("'", "")
        when = pattern.replace("{0}", time).replace("{1}", self.day(moment))
        zone = self._zone(moment)
        if not zone:
            return self.fill(mark("{moment} (UTC)"), moment=when)
        return self.fill(mark("{moment} (UTC{offset})"), moment=when, offset=zone)

    def _zone(self, moment: datetime) -> str:
        """`+2`, `-3:30`, or nothing at UTC itself."""
        away = (moment.utcoffset() or timedelta()) // timedelta(minutes=1)
        if away == 0:
            return ""
        signs = get_minus_sign_symbol, get_plus_sign_symbol
        hours, minutes = divmod(abs(away), 60)
        return f"{signs[away > 0](self.locale)}{hours}" + (f":{minutes:02d}" if minutes else "")


@cache
def _of(tag: str) -> Voice:
    found = languages.spoken_locale(tag) or languages.SOURCE
    locale = Locale.parse(_ENGLISH if found == languages.SOURCE else found.replace("-", "_"))
    return Voice(locale, languages.translations(locale.language))


@cache
def _before_percent(locale: Locale) -> str:
    """What stands between a number and its percent sign: nothing, or a space of some kind."""
    return locale.percent_formats[None].pattern.rpartition("0")[2].removesuffix("%")


def _joined(parts: list[Part]) -> list[Part]:
    """Neighbouring words as one part."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Text) and isinstance(last, Text):
            joined[-1] = Text(text=last.text + part.text)
        else:
            joined.append(part)
    return joined
