"""Names of people in a sentence: capital words that are no other thing."""

from data.importers.article.vocabulary.offices import NO_NAME, PARTICLES, RANKS, TITLES
from data.importers.article.words import Words

_LONGEST_NAME = 5
"""Words."""


def name_at(words: Words, at: int) -> tuple[str, int] | None:
    """The name that begins at a word, and how many words it has."""
    end = at
    while end < min(len(words), at + _LONGEST_NAME):
        if end > at and _is_initial(words, end):
            end += 2
        elif _is_of_name(words, end, first=end == at):
            end += 1
        else:
            break
    while end > at and words[end - 1].text in PARTICLES:
        end -= 1
    return (words.original(at, end - 1), end - at) if end > at else None


def _is_initial(words: Words, at: int) -> bool:
    """`George W. Bush`."""
    if at + 2 >= len(words) or not words.is_capital(at) or not words.is_capital(at + 2):
        return False
    return len(words[at].text) == 1 and words[at + 1].text == "."


def _is_of_name(words: Words, at: int, *, first: bool) -> bool:
    word = words[at]
    if words.is_capital(at) and word.text not in NO_NAME:
        return True
    return not first and word.thing is None and (word.text in PARTICLES or words.is_joined(at))


def is_title(words: Words, at: int) -> bool:
    """`The commander , General Dale Hutchins`."""
    if at + 1 >= len(words) or words[at].text not in RANKS | TITLES:
        return False
    return words.is_capital(at) and words.is_capital(at + 1)
