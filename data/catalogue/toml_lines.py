"""Finds the line of a key in a TOML file, which `tomllib` does not tell."""

import re
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way to a value inside a record: keys, and indexes of arrays, counted from zero."""

_HEADER = re.compile(r"\s*\[\[?\s*(?P<name>[\w.\"' -]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*(?P<key>\"[^\"]*\"|'[^']*'|[\w-]+)\s*[.=]")


@dataclass(frozen=True, slots=True)
class TomlLines:
    """Headers as (line, dotted name) and keys as (line, key), in the order of the file."""

    headers: tuple[tuple[int, str], ...]
    keys: tuple[tuple[int, str], ...]
    last: int

    @classmethod
    def of(cls, text: str) -> "TomlLines":
        headers: list[tuple[int, str]] = []
        keys: list[tuple[int, str]] = []
        open_quote: str | None = None
        lines = text.splitlines()
        for number, line in enumerate(lines, start=1):
            if open_quote is None:
                if header := _HEADER.match(line):
                    headers.append((number, header["name"].replace('"', "")))
                elif key := _KEY.match(line):
                    keys.append((number, key["key"].strip("\"'")))
            open_quote = _still_open(line, open_quote)
        return cls(tuple(headers), tuple(keys), max(1, len(lines)))

    def of_table(self, name: str, index: int = 0) -> int:
        """The line of the header of the `index`-th table called `name`; 1 if there is none."""
        found = [line for line, header in self.headers if header == name]
        return found[index] if index < len(found) else 1

    def of_key(self, key: str) -> int:
        """The line of a key that stands before any header; 1 if there is none."""
        end = self.headers[0][0] if self.headers else self.last + 1
        return self._key_between(key, 0, end) or 1

    def locate(self, kind: str, index: int, path: Path = ()) -> int:
        """The line of the value at `path` in the `index`-th record of `kind`, or of what holds it
        as near as it can be told."""
        start = self.of_table(kind, index)
        end = self._next(start, kind)
        name = kind
        rest = list(path)
        while len(rest) >= 2 and isinstance(rest[1], int):
            nested = [
                line
                for line, header in self.headers
                if start < line < end and header == f"{name}.{rest[0]}"
            ]
            if rest[1] >= len(nested):
                break
            name = f"{name}.{rest[0]}"
            start = nested[rest[1]]
            del rest[:2]
        if not rest:
            return start
        return self._key_between(str(rest[0]), start, self._next_any(start)) or start

    def _next(self, start: int, kind: str) -> int:
        """Where the record that starts at `start` ends: at the next header outside of it."""
        inside = f"{kind}."
        later = (
            line for line, header in self.headers if line > start and not header.startswith(inside)
        )
        return next(later, self.last + 1)

    def _next_any(self, start: int) -> int:
        return next((line for line, _ in self.headers if line > start), self.last + 1)

    def _key_between(self, key: str, start: int, end: int) -> int | None:
        return next((line for line, name in self.keys if start < line < end and name == key), None)


def _still_open(line: str, quote: str | None) -> str | None:
    """Which multi-line quote is open after `line`; headers inside of one are text."""
    at = 0
    while True:
        if quote is not None:
            at = line.find(quote, at)
            if at < 0:
                return quote
            at, quote = at + 3, None
        starts = [(line.find(each, at), each) for each in ('"""', "'''")]
        found = [pair for pair in starts if pair[0] >= 0]
        if not found:
            return None
        at, quote = min(found)
        at += 3
