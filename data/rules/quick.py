"""A faster `__init__` for frozen dataclasses that are made by the thousand.

The one that `dataclasses` writes sets each field by `object.__setattr__`, which looks the field up
by its name every time. Setting the slots through their descriptors takes half the time, and a sweep
over all members, commitments and years is mostly the making of steps; `tests/bench/assess.py`
measures it.
"""

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quick(cls: type[T]) -> type[T]:
    """For a frozen, slotted, keyword-only dataclass without default factories."""
    names: dict[str, Any] = {}
    parameters: list[str] = []
    body: list[str] = []
    for each in fields(cls):  # pyright: ignore[reportArgumentType]
        if not each.init:
            continue
        default = ""
        if each.default is not MISSING:
            names[f"default_{each.name}"] = each.default
            default = f"=default_{each.name}"
        names[f"set_{each.name}"] = getattr(cls, each.name).__set__
        parameters.append(f"{each.name}{default}")
        body.append(f"    set_{each.name}(self, {each.name})")
    if hasattr(cls, "__post_init__"):
        body.append("    self.__post_init__()")
    source = f"def __init__(self, *, {', '.join(parameters)}):\n" + "\n".join(body)
    exec(source, names)
    init = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = dict(cls.__init__.__annotations__)
    cls.__init__ = init
    return cls
