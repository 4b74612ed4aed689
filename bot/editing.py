"""Changes to what a proposal would record, as they are typed: `share: 3.5`, `clause.by: 2032`.

A path names a field of a record; `clause.` and `status.` lead into those of a commitment, `source.`
to where it was read. Of several records the path begins with the number of one, as in `2.claim`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from data.errors import Fault, QuestionError, RecordError
from data.facts.knowledge import Fact
from data.facts.soundness import read
from data.messages import mark
from data.rules.commitments import Clause, Commitment, StatusChange
from data.sources import Source

NO_SUCH_FIELD = mark("There is no field '{path}' to be changed. There are: {known}.")
NOT_A_PAIR = mark("'{text}' is no change. Write the name of a field, a colon and its value.")
OF_FIELD = mark("{field} {problem}")
NOT_YES_OR_NO = mark("is '{text}'; write yes or no.")

_KEPT = frozenset({"id", "cites", "kind", "disputes", "clauses", "history"})
_INSIDE = {"clause": "clauses", "status": "history"}
_SOURCE = "source"
_SOURCE_FIELDS = ("title", "publisher", "published_on", "url", "grade")
_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})
_MOST_ECHOED = 40

Changes = Mapping[str, str]
"""New values by their paths, as they were typed. An empty one leaves the field out."""


def editable(values: Sequence[Fact], source: Source | None = None) -> dict[str, str]:
    """Every path with its present value, in the order in which they are shown."""
    found: dict[str, str] = {}
    for number, value in enumerate(values, start=1):
        start = f"{number}." if len(values) > 1 else ""
        for path, text in _of_record(value):
            found[start + path] = text
    if source is not None:
        told = _dumped(source)
        found |= {f"{_SOURCE}.{name}": _text(told[name]) for name in _SOURCE_FIELDS}
    return found


def pairs(text: str, between: str = ":") -> dict[str, str]:
    """Changes written one a line. Raises QuestionError for a line that is none."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip():
            continue
        path, sign, value = line.partition(between)
        if not sign:
            raise QuestionError(NOT_A_PAIR, text=line.strip()[:_MOST_ECHOED])
        found[path.strip()] = value.strip()
    return found


def edited(
    values: Sequence[Fact], source: Source, changes: Changes
) -> tuple[tuple[Fact, ...], Source]:
    """The records and the source with these changes. Raises QuestionError for a path that is none,
    and RecordError with all that cannot be read as such a value."""
    known = editable(values, source)
    for path in changes:
        if path not in known:
            listed = ", ".join(known)
            raise QuestionError(NO_SUCH_FIELD, path=path[:_MOST_ECHOED], known=listed)
    records = [_dumped(each) for each in values]
    cited = _dumped(source)
    faults: list[Fault] = []
    for path, text in changes.items():
        if text == known[path]:
            continue
        try:
            _change(values, records, cited, path, text)
        except RecordError as error:
            faults.extend(error.faults)
    if faults:
        raise RecordError(faults)
    made = tuple(
        cast(Fact, read(type(each), record)) for each, record in zip(values, records, strict=True)
    )
    return made, read(Source, cited)


def sentence_of(fault: Fault) -> str:
    """A problem that does not begin a sentence goes on after the field it is of."""
    if fault.path and fault.problem[:1].islower():
        return OF_FIELD.format(field=fault.field, problem=fault.problem)
    return fault.sentence


def _change(
    values: Sequence[Fact],
    records: list[dict[str, Any]],
    cited: dict[str, Any],
    path: str,
    text: str,
) -> None:
    head, _, name = path.rpartition(".")
    if head == _SOURCE:
        cited[name] = _typed(Source, name, text)
        return
    number, _, inside = head.rpartition(".") if "." in head else _split(head)
    index = int(number) - 1 if number else 0
    if not inside:
        records[index][name] = _typed(type(values[index]), name, text)
        return
    kind = type(getattr(values[index], _INSIDE[inside])[0])
    records[index][_INSIDE[inside]][0][name] = _typed(kind, name, text)


def _split(head: str) -> tuple[str, str, str]:
    return (head, "", "") if head.isdigit() else ("", "", head)


def _of_record(value: Fact) -> Iterator[tuple[str, str]]:
    told = _dumped(value)
    for name in _names(type(value)):
        yield name, _text(told[name])
    if isinstance(value, Commitment):
        # A proposal holds the one clause and the one status that were read.
        for inside, name in _INSIDE.items():
            for part, nested in zip(getattr(value, name)[:1], told[name][:1], strict=True):
                yield from (
                    (f"{inside}.{each}", _text(nested[each])) for each in _names(type(part))
                )


def _names(kind: type[Fact] | type[Clause] | type[StatusChange]) -> list[str]:
    names = [each.name for each in fields(kind) if each.name not in _KEPT]
    # What it claims is what a reader will see, and so comes first.
    return sorted(names, key=lambda name: name != "claim")


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _dumped(value: Any) -> dict[str, Any]:
    return _adapter(type(value)).dump_python(value, mode="json")


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(str, cast(list[Any], value)))
        case _:
            return str(value)


def _typed(kind: type[Any], name: str, text: str) -> Any:
    """The text as JSON would hold a value of this field; what cannot be one is left to whoever
    reads the record."""
    hint = get_type_hints(kind)[name]
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    if any(get_origin(each) is tuple for each in kinds):
        return [each.strip() for each in text.split(",") if each.strip()]
    if not text:
        return None
    if bool in kinds:
        return _yes_or_no(name, text)
    if int in kinds and text.isdecimal():
        return int(text)
    if any(get_origin(each) is Literal for each in kinds):
        return text.strip().lower()
    return text


def _yes_or_no(name: str, text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise RecordError([Fault.at((name,), NOT_YES_OR_NO.format(text=text[:_MOST_ECHOED]))])
