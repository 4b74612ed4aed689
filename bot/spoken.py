"""The language that the terminal speaks: that of `--lang`, or of the environment."""

from collections.abc import Mapping, Sequence

from babel import Locale, UnknownLocaleError

from commands.voice import Voice
from data.errors import QuestionError
from data.languages import LANGUAGES
from data.messages import mark

LANG = "--lang"
NO_LANGUAGE = mark("'{word}' is no language. Write one such as {known}.")
NO_VALUE = mark("Nothing is written after {option}. Write a language, such as {known}.")
TWICE = mark("The option {option} is written twice. Write it once.")

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set decides, as for every program."""
_MOST_ECHOED = 40


def voice_of(environ: Mapping[str, str]) -> Voice:
    """English where the variables say nothing that is known."""
    return Voice.of(next((each for name in _VARIABLES if (each := environ.get(name))), ""))


def taken(words: Sequence[str], environ: Mapping[str, str]) -> tuple[list[str], Voice]:
    """The words without `--lang` and its value, and the voice. Raises QuestionError."""
    rest, given, waiting = list[str](), list[str](), False
    for word in words:
        name, equals, value = word.partition("=")
        if waiting:
            given.append(word)
            waiting = False
        elif name != LANG:
            rest.append(word)
        elif equals:
            given.append(value)
        else:
            waiting = True
    if waiting or "" in given:
        raise QuestionError(NO_VALUE, option=LANG, known=_known())
    if len(given) > 1:
        raise QuestionError(TWICE, option=LANG)
    return rest, _chosen(given[0]) if given else voice_of(environ)


def _chosen(word: str) -> Voice:
    """One that is not spoken here leads to English."""
    try:
        Locale.parse(word.partition(".")[0].replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        raise QuestionError(NO_LANGUAGE, word=word[:_MOST_ECHOED], known=_known()) from None
    return Voice.of(word)


def _known() -> str:
    return ", ".join(LANGUAGES)
