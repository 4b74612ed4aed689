"""A small sound catalogue on disk, in which each test spoils one thing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.catalogue.load import load
from data.errors import CatalogueError

SOURCES = """\
[[source]]
id = "nato-2025"
title = "The Hague Summit Declaration"
publisher = "NATO"
published_on = 2025-06-25
verified_on = 2026-11-24
url = "https://example.org/declaration"
grade = "official"
"""
MEMBERS = """\
[[member]]
id = "ESP"
iso2 = "ES"
joined = 1982-05-30
armed_forces = true
cites = [{ source = "nato-2025", locator = "list of members" }]
"""
EDITIONS = """\
[[edition]]
id = "2025-08-28"
title = "Defence Expenditure"
published_on = 2025-08-28
basis = "defence"
complete = true
cites = [{ source = "nato-2025", locator = "cover" }]
"""
OBSERVATIONS = """\
member,indicator,year,value,estimate,source,places,currency
ESP,share_of_gdp,2024,1.43,1,nato-2025,,
ESP,expenditure_nat_m_current,2024,22693,1,nato-2025,,EUR
"""
COMMITMENT = """\
[[commitment]]
id = "hague-2025"
title = "The Hague commitment"
by_whom = "all members"
claim = "Members spend more."

[[commitment.history]]
status = "agreed"
on = 2025-06-25
known_on = 2025-06-25
cites = [{ source = "nato-2025", locator = "paragraph 2" }]

[[commitment.clause]]
kind = "share"
id = "core"
category = "core"
share = 3.5
by = 2035
claim = "At least this much by then."
cites = [{ source = "nato-2025", locator = "paragraph 3" }]
"""
MEETING = """\
[[meeting]]
id = "hague-2025-held"
meeting = "hague-2025-summit"
kind = "summit"
name = "The Hague summit"
starts = 2025-06-24
ends = 2025-06-25
country = "NLD"
claim = "Leaders met."
known_on = 2025-06-25
cites = [{ source = "nato-2025", locator = "paragraph 1" }]
"""
STANCE = """\
[[stance]]
id = "esp-2025"
member = "ESP"
party = "ESP"
commitment = "hague-2025"
position = "claims_exemption"
said_on = 2025-06-25
claim = "Spain reads it in its own way."
known_on = 2025-06-25
cites = [{ source = "nato-2025", locator = "paragraph 4" }]
"""


@dataclass(frozen=True, slots=True)
class CatalogueOnDisk:
    folder: Path

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def faults(self) -> list[str]:
        """What the loader says of it, one line a fault."""
        with pytest.raises(CatalogueError) as caught:
            load(self.folder)
        return [str(fault) for fault in caught.value.faults]


@pytest.fixture
def sound(tmp_path: Path) -> CatalogueOnDisk:
    catalogue = CatalogueOnDisk(tmp_path)
    catalogue.write("sources/all.toml", SOURCES)
    catalogue.write("members.toml", MEMBERS)
    catalogue.write("expenditure/editions.toml", EDITIONS)
    catalogue.write("expenditure/2025-08-28.csv", OBSERVATIONS)
    catalogue.write("facts/all.toml", COMMITMENT + MEETING + STANCE)
    return catalogue


Spoil = Callable[[str, str, str], list[str]]


@pytest.fixture
def spoil(sound: CatalogueOnDisk) -> Spoil:
    """Replaces `before` by `after` in a file and gives the faults that follow."""

    def replace(name: str, before: str, after: str) -> list[str]:
        text = (sound.folder / name).read_text(encoding="utf-8")
        assert before in text
        sound.write(name, text.replace(before, after, 1))
        return sound.faults()

    return replace
