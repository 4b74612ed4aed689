"""The tables that NATO publishes, known by what is written above them, and what is held of them.

Every edition so far has these tables under these titles; their sheets, cells and numbering have
changed. What has no indicator is read and checked like the rest, and left out.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from data.rules.expenditure import Indicator

TITLE = re.compile(r"table\s*(\d{1,2}\s?[a-z]?)\s*[:.–-]\s*(\S.*)", re.IGNORECASE)
"""`Table 3 : Defence expenditure as a share of GDP and annual real change`."""
PRICES_OF = re.compile(r"\b((?:19|20)\d\d)\s+prices\b", re.IGNORECASE)
CORE = re.compile(r"\bcore\b", re.IGNORECASE)

_THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Part:
    """A block of rows in a table. `heading` is what stands above it, `shown` an example of that."""

    id: str
    heading: re.Pattern[str]
    shown: str
    indicator: Indicator | None = None
    times: Decimal = Decimal(1)
    """What a value of the sheet is multiplied with, to be in the unit of the indicator."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A table. `title` is what stands behind its number, `unit` what a line below it must say where
    the unit is not told by the title or the headings."""

    id: str
    title: re.Pattern[str]
    shown: str
    parts: tuple[Part, ...]
    unit: re.Pattern[str] | None = None
    unit_shown: str = ""
    is_bare: bool = False
    """Whether its only part stands below the unit, with no heading of its own."""

    @property
    def example(self) -> str:
        return f"Table …: {self.shown}"


def _written(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_DOLLARS = _written(r"million us dollars\b.*")
_SPENDING = r"(?:core )?defence expenditure"

NATIONAL = Kind(
    "national",
    _written(_SPENDING),
    "Defence expenditure",
    (
        Part(
            "national-current",
            _written(r"current prices"),
            "Current prices",
            Indicator.EXPENDITURE_NATIONAL,
        ),
        Part("national-constant", _written(r"constant \d{4} prices"), "Constant 2021 prices"),
    ),
    _written(r"million national currency units?\b.*"),
    "Million national currency units",
)
DOLLARS = Kind(
    "dollars",
    _written(_SPENDING),
    "Defence expenditure",
    (
        Part(
            "dollars-current",
            _written(r"current prices and exchange rates"),
            "Current prices and exchange rates",
            Indicator.EXPENDITURE_USD_CURRENT,
        ),
        Part(
            "dollars-constant",
            _written(r"constant \d{4} prices and exchange rates"),
            "Constant 2021 prices and exchange rates",
            Indicator.EXPENDITURE_USD_CONSTANT,
        ),
    ),
    _DOLLARS,
    "Million US dollars",
)
SHARES = Kind(
    "shares",
    _written(rf"{_SPENDING} as a (?:share|percentage) of gdp\b.*"),
    "Defence expenditure as a share of GDP and annual real change",
    (
        Part(
            "share",
            _written(r"share of (?:real )?gdp \(%\).*"),
            "Share of real GDP (%)",
            Indicator.SHARE_OF_GDP,
        ),
        Part(
            "change",
            _written(r"annual real change \(%\).*"),
            "Annual real change (%)",
            Indicator.REAL_CHANGE,
        ),
    ),
)
SUMMARY = Kind(
    "summary",
    _written(rf"{_SPENDING} real change\b.*"),
    "Defence expenditure real change",
    (),
)
GDP = Kind(
    "gdp",
    _written(r"(?:gdp|gross domestic product)"),
    "GDP",
    (
        Part(
            "gdp-current",
            _written(r"current prices and exchange rates"),
            "Current prices and exchange rates",
        ),
        Part(
            "gdp-constant",
            _written(r"constant \d{4} prices and exchange rates"),
            "Constant 2021 prices and exchange rates",
            Indicator.GDP_USD_CONSTANT,
            _THOUSANDTH,
        ),
    ),
    _DOLLARS,
    "Million US dollars",
)
PER_HEAD = Kind(
    "per-head",
    _written(rf"gdp per capita and {_SPENDING} per capita\b.*"),
    "GDP per capita and defence expenditure per capita",
    (
        Part(
            "gdp-per-head",
            _written(r"gdp per capita \(thousand us dollars\)"),
            "GDP per capita (thousand US dollars)",
        ),
        Part(
            "spending-per-head",
            _written(rf"{_SPENDING} per capita \(us dollars\)"),
            "Defence expenditure per capita (US dollars)",
        ),
    ),
)
PERSONNEL = Kind(
    "personnel",
    _written(r"military personnel\b.*"),
    "Military personnel",
    (Part("personnel", _written(r"thousands?"), "Thousands", Indicator.PERSONNEL),),
    _written(r"thousands?"),
    "Thousands",
    is_bare=True,
)


def _category(name: str, indicator: Indicator | None = None) -> Part:
    return Part(
        f"category-{name}",
        _written(rf"{name}(?: expenditure)?(?: \([a-d]\))?"),
        f"{name.capitalize()} (…)",
        indicator,
    )


CATEGORIES = Kind(
    "categories",
    _written(rf"distribution of {_SPENDING} by main category\b.*"),
    "Distribution of defence expenditure by main category",
    (
        _category("equipment", Indicator.EQUIPMENT_SHARE),
        _category("personnel"),
        _category("infrastructure"),
        _category("other"),
    ),
    _written(rf"percentage of total {_SPENDING}"),
    "Percentage of total defence expenditure",
)

KINDS = (NATIONAL, DOLLARS, SHARES, SUMMARY, GDP, PER_HEAD, PERSONNEL, CATEGORIES)
"""In the order of NATO's own numbers."""

NEEDED = tuple((kind, part) for kind in KINDS for part in kind.parts if part.indicator is not None)
"""Without these a workbook is not taken."""

SAYS_WHAT_IT_COUNTS = (NATIONAL, DOLLARS, SHARES)
"""The tables whose titles say whether it is core defence expenditure."""
