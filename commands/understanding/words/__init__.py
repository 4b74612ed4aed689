"""The words of each language that questions are understood in."""

from collections.abc import Mapping

from commands.understanding.words.de import GERMAN
from commands.understanding.words.en import ENGLISH
from commands.understanding.words.es import SPANISH
from commands.understanding.words.form import Words
from commands.understanding.words.fr import FRENCH
from commands.understanding.words.it import ITALIAN
from commands.understanding.words.nl import DUTCH
from commands.understanding.words.pl import POLISH
from commands.understanding.words.tr import TURKISH

LANGUAGES: Mapping[str, Words] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "es": SPANISH,
    "de": GERMAN,
    "it": ITALIAN,
    "nl": DUTCH,
    "pl": POLISH,
    "tr": TURKISH,
}
"""By BCP 47 language."""
