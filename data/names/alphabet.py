"""The order of names in the alphabet of a language."""

from data.names.text import key

# Letters that follow another one in their alphabet. In the other languages, letters with accents
# stand among those without.
_LETTERS_OF_THEIR_OWN = {
    "es": ("nñ",),
    "pl": ("aą", "cć", "eę", "lł", "nń", "oó", "sś", "zźż"),
    "tr": ("cç", "gğ", "ıi", "oö", "sş", "uü"),
}
_PLACES = {
    language: {
        letter: (key(letters[0]), place)
        for letters in groups
        for place, letter in enumerate(letters)
    }
    for language, groups in _LETTERS_OF_THEIR_OWN.items()
}


def alphabetical(name: str, language: str) -> tuple[tuple[str, int], ...]:
    """What names are sorted by: Łotwa after Luksemburg in Polish, États-Unis before Finlande."""
    own = _PLACES.get(language, {})
    if language == "tr":
        name = name.replace("I", "ı").replace("İ", "i")
    return tuple(own.get(letter) or (key(letter), 0) for letter in name.lower())
