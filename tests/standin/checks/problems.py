from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

JSON = Mapping[str, Any]
Path = tuple[str | int, ...]
"""The way to a value inside a body: keys, and indexes of lists, counted from zero."""

INVALID_FORM = 50035


# Named for what it is to the server: an answer it gives, not a fault of its own.
class Refusal(Exception):  # noqa: N818
    """What Discord answers in place of what was asked for.

    `errors` is Discord's tree of what is wrong with a body. `retry_after` is in seconds, and only
    there when too much was asked for; `headers` are sent along.
    """

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        *,
        errors: JSON | None = None,
        retry_after: float | None = None,
        everywhere: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors
        self.retry_after = retry_after
        self.everywhere = everywhere
        self.headers = dict(headers or {})

    def body(self) -> dict[str, Any]:
        """Discord's JSON of the error. A rate limit has no code, but says how long to wait."""
        if self.retry_after is not None:
            wait = {"retry_after": self.retry_after, "global": self.everywhere}
            return {"message": self.message, **wait}
        found = {"message": self.message, "code": self.code}
        return found if self.errors is None else {**found, "errors": self.errors}


@dataclass(frozen=True, slots=True)
class Problem:
    path: Path
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Form:
    """One value of a body and where it stands in it; what is wrong with it is gathered."""

    value: Any
    path: Path = ()
    problems: list[Problem] = field(default_factory=list)

    def at(self, *keys: str | int) -> "Form":
        """What stands under these keys; None where it or anything on the way is missing."""
        value: Any = self.value
        for key in keys:
            if isinstance(value, Mapping):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int):
                value = value[key] if key < len(value) else None
            else:
                value = None
        return Form(value, (*self.path, *keys), self.problems)

    def each(self) -> Sequence["Form"]:
        """The entries of a list; none where it is not one."""
        if not isinstance(self.value, list):
            return ()
        return [Form(each, (*self.path, at), self.problems) for at, each in enumerate(self.value)]

    def say(self, code: str, message: str) -> None:
        self.problems.append(Problem(self.path, code, message))

    def settle(self) -> None:
        """Refuse the body when anything was found to be wrong with it."""
        if self.problems:
            errors = tree(self.problems)
            raise Refusal(400, INVALID_FORM, "Invalid Form Body", errors=errors)


def tree(problems: Sequence[Problem]) -> dict[str, Any]:
    """The problems as Discord nests them: by key and index, in lists named `_errors`."""
    root: dict[str, Any] = {}
    for problem in problems:
        branch = root
        for key in problem.path:
            branch = branch.setdefault(str(key), {})
        error = {"code": problem.code, "message": problem.message}
        branch.setdefault("_errors", []).append(error)
    return root
