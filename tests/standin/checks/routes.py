from collections.abc import Iterable


class Templates:
    """Finds which of Discord's paths somebody asked for.

    In a template a parameter stands in braces. What is asked for may have them filled or not; the
    template with the most words in common wins, so that @original is not taken for an id.
    """

    def __init__(self, templates: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[str, list[str]]]] = {}
        for template in templates:
            parts = template.split("/")
            self._by_length.setdefault(len(parts), []).append((template, parts))
        for found in self._by_length.values():
            found.sort(key=lambda each: sum(map(_varies, each[1])))

    def find(self, path: str) -> str | None:
        asked = path.split("/")
        for template, parts in self._by_length.get(len(asked), ()):
            if all(_meets(part, word) for part, word in zip(parts, asked, strict=True)):
                return template
        return None


def _varies(part: str) -> bool:
    return part.startswith("{")


def _meets(part: str, word: str) -> bool:
    """A word of a path, or a parameter that was left unfilled, fits where a parameter stands."""
    return part == word or (_varies(part) and bool(word))
