"""Mappings of what is costly to make, where most questions need little of it."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, TypeVar, cast, overload

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class Lazy(Mapping[K, V]):
    """Makes each value when it is first asked for, and keeps it.

    The values themselves are no `partial`. Two threads that ask at once may each make a value; all
    who ask later get the same one.
    """

    __slots__ = ("_values",)

    def __init__(self, makers: Mapping[K, "partial[V]"]) -> None:
        self._values: dict[K, V | partial[V]] = dict(makers)

    def __getitem__(self, key: K) -> V:
        value = self._values[key]
        if isinstance(value, partial):
            value = self._values[key] = cast("partial[V]", value)()
        return value

    @overload
    def get(self, key: K, default: None = None) -> V | None: ...
    @overload
    def get(self, key: K, default: V | D) -> V | D: ...
    def get(self, key: K, default: Any = None) -> Any:
        value = self._values.get(key, default)
        return self[key] if isinstance(value, partial) else value

    def __iter__(self) -> Iterator[K]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)
