"""The shape of what a language model answers; whatever has another shape is None."""

import json
import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from data.facts.records import Position

MOST = 40
"""Proposals that are taken from one answer."""
LONGEST_ANSWER = 100_000
"""Characters of an answer that are looked at."""

Code = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Words = Annotated[str, Field(min_length=8, max_length=600)]


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: Words


class SaidStance(_Said):
    sort: Literal["stance"]
    member: Code
    position: Position
    speaker: str | None = Field(default=None, max_length=80)


class SaidRequest(_Said):
    sort: Literal["request"]
    members: Annotated[tuple[Code, ...], Field(max_length=32)]
    change: Literal["later_year", "no_annual_increase", "slower_start", "other_split"]


class SaidPledge(_Said):
    sort: Literal["pledge"]
    member: Code
    share: str = Field(max_length=8)
    by: str | None = Field(default=None, max_length=10)


class SaidFigure(_Said):
    sort: Literal["figure"]
    member: Code
    share: str = Field(max_length=8)
    year: int
    estimate: bool = False


Said = SaidStance | SaidRequest | SaidPledge | SaidFigure
_Discriminated = Annotated[Said, Field(discriminator="sort")]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    facts: Annotated[tuple[_Discriminated, ...], Field(max_length=MOST)]


def shape() -> str:
    """The JSON schema of an answer."""
    return json.dumps(_Answer.model_json_schema(), separators=(",", ":"))


def said_in(answer: str) -> Sequence[Said | None]:
    """The facts of an answer; None in place of one that has not the shape."""
    found = re.search(r"\{.*\}", answer[:LONGEST_ANSWER], re.DOTALL)
    try:
        listed: Any = json.loads(found[0])["facts"] if found is not None else None
    except (ValueError, LookupError, TypeError, RecursionError):
        return [None]
    if not isinstance(listed, list):
        return [None]
    adapter: TypeAdapter[Said] = TypeAdapter(_Discriminated)
    return [_read(each, adapter) for each in cast("list[Any]", listed)[:MOST]]


def _read(listed: Any, adapter: TypeAdapter[Said]) -> Said | None:
    try:
        return adapter.validate_python(listed)
    except ValidationError:
        return None
