"""What the tables call the members' currencies, and their codes in ISO 4217."""

from collections.abc import Mapping

EURO = frozenset({"euro", "euros"})

CURRENCIES: Mapping[str, Mapping[str, str]] = {
    "ALB": {"lek": "ALL", "leks": "ALL"},
    "BGR": {"lev": "BGN", "leva": "BGN"},
    "CAN": {"canadian dollars": "CAD", "dollars": "CAD"},
    "CZE": {"koruny": "CZK", "koruna": "CZK", "korunas": "CZK"},
    "DNK": {"kroner": "DKK", "krone": "DKK"},
    "EST": {"krooni": "EEK", "kroons": "EEK"},
    "GBR": {"pound": "GBP", "pounds": "GBP", "pounds sterling": "GBP"},
    "HRV": {"kuna": "HRK", "kunas": "HRK", "kune": "HRK"},
    "HUN": {"forint": "HUF", "forints": "HUF"},
    "ISL": {"kronur": "ISK", "króna": "ISK"},
    "LTU": {"litai": "LTL", "litas": "LTL"},
    "LVA": {"lati": "LVL", "lats": "LVL"},
    "MKD": {"denar": "MKD", "denars": "MKD"},
    "NOR": {"kroner": "NOK", "krone": "NOK"},
    "POL": {"zloty": "PLN", "zlotys": "PLN", "zlotych": "PLN"},
    "ROU": {"lei": "RON", "new lei": "RON", "leu": "RON"},
    "SWE": {"kronor": "SEK", "krona": "SEK"},
    "TUR": {"lira": "TRY", "liras": "TRY", "new liras": "TRY"},
    "USA": {"us dollars": "USD", "dollars": "USD"},
}
"""By the member's code and the word, in small letters. Kroner are of two kinds."""


def currency_of(member: str, word: str) -> str | None:
    """The code of what a member's currency is called; None for a word that is not known of it."""
    written = word.casefold().strip()
    if written in EURO:
        return "EUR"
    return CURRENCIES.get(member, {}).get(written)
