"""Every way a record can be wrong that reads well: words, codes, references, dates and numbers."""

import pytest

from data.catalogue.load import load
from tests.data.catalogue.conftest import (
    COMMITMENT,
    MEETING,
    SOURCES,
    STANCE,
    CatalogueOnDisk,
    Spoil,
)


def only(faults: list[str]) -> str:
    assert len(faults) == 1, faults
    return faults[0]


def test_load_sound_catalogue_has_no_faults(sound: CatalogueOnDisk) -> None:
    assert len(load(sound.folder).facts) == 3


def test_load_source_id_given_twice_across_files(sound: CatalogueOnDisk) -> None:
    sound.write("sources/more.toml", SOURCES)
    assert only(sound.faults()) == (
        "sources/more.toml:2: source 'nato-2025': The id 'nato-2025' is taken by "
        "sources/all.toml:2."
    )


def test_load_fact_id_given_twice_across_kinds(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", 'id = "esp-2025"', 'id = "hague-2025"'))
    assert fault.endswith("The id 'hague-2025' is taken by facts/all.toml:2.")


def test_load_dispute_id_shares_the_room_of_facts(sound: CatalogueOnDisk) -> None:
    sound.write("facts/more.toml", RESERVATION.replace("esp-disputed", "esp-2025"))
    assert "The id 'esp-2025' is taken by facts/all.toml:33." in only(sound.faults())


def test_load_citation_of_an_unknown_source(spoil: Spoil) -> None:
    fault = only(spoil("members.toml", "nato-2025", "nato-2052"))
    assert fault == (
        "members.toml:6: member 'ESP': 'cites[1].source' names 'nato-2052', which is no source."
    )


def test_load_empty_cites(spoil: Spoil) -> None:
    fault = only(
        spoil("members.toml", '[{ source = "nato-2025", locator = "list of members" }]', "[]")
    )
    assert fault == "members.toml:6: member 'ESP': 'cites' names no source."


def test_load_empty_cites_of_a_clause(spoil: Spoil) -> None:
    fault = only(
        spoil("facts/all.toml", '[{ source = "nato-2025", locator = "paragraph 3" }]', "[]")
    )
    assert fault == (
        "facts/all.toml:20: commitment 'hague-2025': 'clause[1].cites' names no source."
    )


def test_load_empty_locator(spoil: Spoil) -> None:
    fault = only(spoil("members.toml", "list of members", " "))
    assert fault == "members.toml:6: member 'ESP': 'cites[1].locator' is empty."


def test_load_member_code_that_is_not_iso(spoil: Spoil) -> None:
    faults = spoil("members.toml", 'id = "ESP"', 'id = "XQZ"')
    assert "members.toml:2: member 'XQZ': 'XQZ' is not an ISO 3166-1 alpha-3 code." in faults


def test_load_member_with_another_countrys_short_code(spoil: Spoil) -> None:
    fault = only(spoil("members.toml", 'iso2 = "ES"', 'iso2 = "EE"'))
    assert fault.startswith("members.toml:3: member 'ESP': 'iso2' is 'EE'")


def test_load_stance_of_a_country_outside(spoil: Spoil) -> None:
    faults = spoil("facts/all.toml", 'member = "ESP"', 'member = "AUT"')
    assert "'member' is 'AUT', which is not the code of a member." in faults[0]


def test_load_party_that_is_neither_country_nor_organisation(spoil: Spoil) -> None:
    faults = spoil("facts/all.toml", 'party = "ESP"', 'party = "OPEC"')
    assert faults[0].startswith("facts/all.toml:35: stance 'esp-2025': 'party' is 'OPEC', not a")


def test_load_stance_of_the_member_itself_without_position(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", 'position = "claims_exemption"\n', ""))
    assert "The member speaks for itself" in fault


@pytest.mark.parametrize("party", ["NATO", "USA", "EU", "UN"])
def test_load_remark_about_a_member_with_position(spoil: Spoil, party: str) -> None:
    fault = only(spoil("facts/all.toml", 'party = "ESP"', f'party = "{party}"'))
    assert fault.startswith("facts/all.toml:37: ")
    assert f"{party} speaks about ESP: a remark takes no 'position'." in fault


def test_load_attendance_at_a_meeting_nobody_records(sound: CatalogueOnDisk) -> None:
    sound.write("facts/more.toml", ATTENDANCE)
    assert only(sound.faults()) == (
        "facts/more.toml:3: attendance 'ukr-tirana': 'meeting' names 'tirana', a meeting that "
        "nobody records."
    )


def test_load_statement_about_nothing_known(sound: CatalogueOnDisk) -> None:
    sound.write("facts/more.toml", STATEMENT)
    assert "'about' is 'tirana', which is no commitment, meeting" in only(sound.faults())


@pytest.mark.parametrize("about", ["NATO", "ESP", "hague-2025", "hague-2025-summit"])
def test_load_statement_about_something_known(sound: CatalogueOnDisk, about: str) -> None:
    sound.write("facts/more.toml", STATEMENT.replace('about = "tirana"', f'about = "{about}"'))
    assert len(load(sound.folder).facts) == 4


@pytest.mark.parametrize("kind", ["reservation", "request", "stance"])
def test_load_fact_about_an_unknown_commitment(sound: CatalogueOnDisk, kind: str) -> None:
    text = {"reservation": RESERVATION, "request": REQUEST, "stance": STANCE}[kind]
    text = text.replace('"esp-2025"', '"other"').replace('"hague-2025"', '"wales-2041"')
    sound.write("facts/more.toml", text)
    assert "'commitment' names 'wales-2041', which is no commitment." in only(sound.faults())


def test_load_commitment_without_history(sound: CatalogueOnDisk) -> None:
    head, _, rest = COMMITMENT.partition("[[commitment.history]]")
    clause = rest.partition("[[commitment.clause]]")[2]
    text = f"{head}history = []\n[[commitment.clause]]{clause}"
    sound.write("facts/all.toml", text + MEETING + STANCE)
    assert only(sound.faults()).startswith("facts/all.toml:7: commitment 'hague-2025': 'history'")


def test_load_history_out_of_order(spoil: Spoil) -> None:
    fault = only(
        spoil("facts/all.toml", "[[commitment.clause]]", PROPOSED_IN_MAY + "[[commitment.clause]]")
    )
    assert fault.startswith(
        "facts/all.toml:15: commitment 'hague-2025': 'history[2].on' is 2025-05"
    )


def test_load_clause_id_given_twice(sound: CatalogueOnDisk) -> None:
    clause = COMMITMENT.partition("[[commitment.clause]]")
    sound.write("facts/all.toml", COMMITMENT + clause[1] + clause[2] + MEETING + STANCE)
    fault = only(sound.faults())
    assert fault.startswith("facts/all.toml:23: ")
    assert "The id 'core' is taken by another clause." in fault


def test_load_adopting_an_unknown_commitment(spoil: Spoil) -> None:
    fault = only(
        spoil("facts/all.toml", 'by_whom = "all', 'adopts = ["rutte-2025"]\nby_whom = "all')
    )
    assert fault.startswith("facts/all.toml:4: commitment 'hague-2025': 'adopts[1]' names")


def test_load_superseded_by_an_unknown_commitment(spoil: Spoil) -> None:
    faults = spoil("facts/all.toml", 'by_whom = "all', 'superseded_by = "x"\nby_whom = "all')
    assert any("'superseded_by' names 'x', which is no commitment." in each for each in faults)


def test_load_superseded_without_successor(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", 'status = "agreed"', 'status = "superseded"'))
    assert "It is superseded, but 'superseded_by' does not say by what." in fault


@pytest.mark.parametrize("character", ["\\u0007", "\\u202E", "\\u2066", "\\u200B", "\\n"])
def test_load_invisible_characters(spoil: Spoil, character: str) -> None:
    fault = only(spoil("facts/all.toml", "Leaders met.", f"Leaders {character}met."))
    assert fault.startswith("facts/all.toml:29: meeting 'hague-2025-held': 'claim' holds the char")


def test_load_claim_that_is_too_long(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", "Leaders met.", "L" * 601))
    assert "'claim' has 601 characters; the most is 600." in fault


def test_load_claim_of_the_greatest_length(sound: CatalogueOnDisk) -> None:
    text = COMMITMENT + MEETING.replace("Leaders met.", "L" * 600) + STANCE
    sound.write("facts/all.toml", text)
    assert load(sound.folder)


def test_load_fact_known_before_its_source(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", MEETING, MEETING.replace("known_on = 2025-06-25", BEFORE)))
    assert fault == (
        "facts/all.toml:30: meeting 'hague-2025-held': 'known_on' is 2025-06-24, before any of its "
        "sources was published; the earliest is of 2025-06-25."
    )


@pytest.mark.parametrize("known_on", ['"2025-06"', '"2025"', "2025", "2025-06-26"])
def test_load_fact_that_may_be_known_after_its_source(
    sound: CatalogueOnDisk, known_on: str
) -> None:
    meeting = MEETING.replace("known_on = 2025-06-25", f"known_on = {known_on}")
    sound.write("facts/all.toml", COMMITMENT + meeting + STANCE)
    assert load(sound.folder)


def test_load_status_known_before_its_source(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", "known_on = 2025-06-25", BEFORE))
    assert fault.startswith("facts/all.toml:10: commitment 'hague-2025': 'history[1].known_on' is")


@pytest.mark.parametrize("share", ["-0.1", "100.5", "350"])
def test_load_share_outside_of_0_to_100(spoil: Spoil, share: str) -> None:
    fault = only(spoil("facts/all.toml", "share = 3.5", f"share = {share}"))
    assert fault.startswith("facts/all.toml:17: ")
    assert "not between 0 and 100 percent" in fault


def test_load_share_given_as_a_whole_number(sound: CatalogueOnDisk) -> None:
    text = COMMITMENT.replace("share = 3.5", "share = 5") + MEETING + STANCE
    sound.write("facts/all.toml", text)
    assert load(sound.folder)


def test_load_meeting_that_ends_before_it_starts(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", "ends = 2025-06-25", "ends = 2025-06-23"))
    assert fault.startswith("facts/all.toml:27: meeting 'hague-2025-held': It ends on 2025-06-23")


def test_load_meeting_in_no_country(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", '"NLD"', '"Netherlands"'))
    assert "'Netherlands' is not a country's code" in fault


@pytest.mark.parametrize(
    "url", ["ftp://example.org/x", "example.org", "https://", "http://[x", "file:///x"]
)
def test_load_url_that_is_not_http(spoil: Spoil, url: str) -> None:
    fault = only(spoil("sources/all.toml", "https://example.org/declaration", url))
    assert fault.startswith("sources/all.toml:7: source 'nato-2025': 'url' is ")


def test_load_empty_url(spoil: Spoil) -> None:
    fault = only(spoil("sources/all.toml", "https://example.org/declaration", ""))
    assert fault == "sources/all.toml:7: source 'nato-2025': 'url' is empty."


def test_load_source_verified_before_it_was_published(spoil: Spoil) -> None:
    fault = only(spoil("sources/all.toml", "verified_on = 2026-11-24", "verified_on = 2025-06-24"))
    assert fault == (
        "sources/all.toml:6: source 'nato-2025': 'verified_on' is 2025-06-24, before its "
        "publication, 2025-06-25."
    )


def test_load_id_that_cannot_be_typed(spoil: Spoil) -> None:
    fault = only(spoil("facts/all.toml", 'id = "core"', 'id = "Core target"'))
    assert fault.startswith(
        "facts/all.toml:15: commitment 'hague-2025': 'clause[1].id' is 'Core target'; an id is made"
    )


BEFORE = "known_on = 2025-06-24"
PROPOSED_IN_MAY = """\
[[commitment.history]]
status = "proposed"
on = "2025-05"
known_on = 2025-06-26
cites = [{ source = "nato-2025", locator = "paragraph 2" }]

"""
ATTENDANCE = """\
[[attendance]]
id = "ukr-tirana"
meeting = "tirana"
party = "UKR"
status = "invited"
claim = "Ukraine is invited."
known_on = 2025-06-25
cites = [{ source = "nato-2025", locator = "paragraph 5" }]
"""
STATEMENT = """\
[[statement]]
id = "a-statement"
kind = "assurance"
about = "tirana"
party = "NATO"
said_on = 2025-06-25
claim = "It will be fine."
known_on = 2025-06-25
cites = [{ source = "nato-2025", locator = "paragraph 5" }]
"""
RESERVATION = """\
[[reservation]]
id = "esp-reservation"
member = "ESP"
commitment = "hague-2025"
category = "core"
share = 2.1
claim = "Spain says less is enough."
speaker = "Prime Minister"
known_on = 2025-06-25
cites = [{ source = "nato-2025", locator = "paragraph 6" }]

[[reservation.dispute]]
id = "esp-disputed"
claim = "It is not."
speaker = "Secretary General"
party = "NATO"
known_on = 2025-06-25
cites = [{ source = "nato-2025", locator = "paragraph 7" }]
"""
REQUEST = """\
[[request]]
id = "later"
commitment = "hague-2025"
change = "later_year"
year = 2035
claim = "Some want more time."
known_on = 2025-06-25
cites = [{ source = "nato-2025", locator = "paragraph 8" }]
"""
