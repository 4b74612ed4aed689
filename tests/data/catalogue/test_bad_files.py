"""Every way a file can be wrong as a file: its syntax, its tables, its keys and its types."""

import pytest

from tests.data.catalogue.conftest import SOURCES, CatalogueOnDisk, Spoil


def test_load_syntax_error_names_file_and_line(spoil: Spoil) -> None:
    faults = spoil("sources/all.toml", 'publisher = "NATO"', "publisher = NATO")
    assert len(faults) == 1
    assert faults[0].startswith("sources/all.toml:4: This is not TOML: ")


def test_load_duplicate_key_names_its_line(spoil: Spoil) -> None:
    faults = spoil("members.toml", 'iso2 = "ES"', 'iso2 = "ES"\niso2 = "ES"')
    assert len(faults) == 1
    assert faults[0].startswith("members.toml:4: A key or table is given twice")


def test_load_unclosed_list_names_the_last_line(sound: CatalogueOnDisk) -> None:
    sound.write("facts/more.toml", "[[statement]]\nid = [")
    assert sound.faults()[0].startswith("facts/more.toml:2: This is not TOML: ")


def test_load_date_that_does_not_exist_unquoted(spoil: Spoil) -> None:
    faults = spoil("members.toml", "1982-05-30", "1982-05-32")
    assert len(faults) == 1
    assert faults[0].startswith("members.toml:4: This is not TOML")


def test_load_date_that_does_not_exist_quoted(spoil: Spoil) -> None:
    faults = spoil("facts/all.toml", "starts = 2025-06-24", 'starts = "2025-06-31"')
    assert faults == [
        (
            "facts/all.toml:26: meeting 'hague-2025-held': 'starts' is wrong: '2025-06-31' is not "
            "a date we know. Write 2025-06-05, 2025-06 or 2025."
        )
    ]


def test_load_file_that_is_not_utf8(sound: CatalogueOnDisk) -> None:
    (sound.folder / "facts/more.toml").write_bytes(b"# fine\n# caf\xe9\n")
    assert sound.faults() == ["facts/more.toml:2: The file is not UTF-8."]


def test_load_unknown_key_names_its_line(spoil: Spoil) -> None:
    faults = spoil("sources/all.toml", 'grade = "official"', 'grade = "official"\nauthor = "me"')
    assert faults == [
        "sources/all.toml:9: source 'nato-2025': 'author' is not a key of this record."
    ]


def test_load_unknown_key_in_a_nested_table_names_its_line(spoil: Spoil) -> None:
    faults = spoil("facts/all.toml", "by = 2035", "by = 2035\nuntil = 2036")
    assert faults == [
        "facts/all.toml:19: commitment 'hague-2025': 'clause[1].until' is not a key of this record."
    ]


def test_load_nested_table_in_the_plural_is_refused(spoil: Spoil) -> None:
    faults = spoil("facts/all.toml", "[[commitment.clause]]", "[[commitment.clauses]]")
    assert "write [[commitment.clause]]" in faults[0]


def test_load_unknown_table_names_what_the_file_may_hold(sound: CatalogueOnDisk) -> None:
    sound.write("sources/more.toml", "\n[[spring]]\nid = 'x'\n")
    assert sound.faults() == [
        "sources/more.toml:2: 'spring' is not a table of this file; it may hold [[source]]."
    ]


def test_load_key_outside_of_any_table(sound: CatalogueOnDisk) -> None:
    sound.write("facts/more.toml", "# a comment\nversion = 1\n")
    assert sound.faults()[0].startswith("facts/more.toml:2: 'version' is not a table of this file")


def test_load_table_with_single_brackets(sound: CatalogueOnDisk) -> None:
    sound.write("facts/more.toml", "\n\n[stance]\nid = 'x'\n")
    assert sound.faults() == [
        "facts/more.toml:3: 'stance' must be a list of tables; write [[stance]] with two brackets."
    ]


def test_load_file_nobody_reads(sound: CatalogueOnDisk) -> None:
    sound.write("notes.toml", "[[source]]\nid = 'x'\n")
    assert sound.faults()[0].startswith("notes.toml:1: 'source' is not a table of this file")


def test_load_missing_field_names_the_record(spoil: Spoil) -> None:
    faults = spoil("sources/all.toml", 'publisher = "NATO"\n', "")
    assert faults == ["sources/all.toml:1: source 'nato-2025': 'publisher' is missing."]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("by = 2035", 'by = "2035"', 18),
        ("share = 3.5", 'share = "much"', 17),
        ("share = 3.5", "share = nan", 17),
        ('category = "core"', 'category = "gold"', 16),
        ('kind = "summit"', "kind = 5", 24),
        ('claim = "Leaders met."', "claim = 7", 29),
        ('cites = [{ source = "nato-2025", locator = "paragraph 1" }]', "cites = 1", 31),
    ],
)
def test_load_wrong_type_names_the_key_and_its_line(
    spoil: Spoil, before: str, after: str, line: int
) -> None:
    key = before.split(" =", maxsplit=1)[0]
    faults = spoil("facts/all.toml", before, after)
    assert len(faults) == 1
    assert faults[0].startswith(f"facts/all.toml:{line}: ")
    assert f"{key}' is " in faults[0]


def test_load_clause_without_kind_is_refused(spoil: Spoil) -> None:
    faults = spoil("facts/all.toml", 'kind = "share"\n', "")
    assert len(faults) == 1
    assert faults[0].startswith("facts/all.toml:13: commitment 'hague-2025': 'clause[1].kind'")


def test_load_boolean_given_as_a_word(spoil: Spoil) -> None:
    faults = spoil("members.toml", "armed_forces = true", 'armed_forces = "yes"')
    assert faults[0].startswith("members.toml:5: member 'ESP': 'armed_forces' is \"yes\"")


def test_load_headers_inside_of_long_text_are_no_headers(sound: CatalogueOnDisk) -> None:
    long = 'note = """\n[[source]]\n"""\n\n'
    second = SOURCES.replace("nato-2025", "second").replace("https://example.org", "ftp://x")
    sound.write("sources/all.toml", SOURCES + long + second)
    lines = [each.split(": ", maxsplit=1)[0] for each in sound.faults()]
    assert lines == ["sources/all.toml:9", "sources/all.toml:19"]


def test_load_tells_every_fault_at_once(sound: CatalogueOnDisk) -> None:
    sound.write("sources/more.toml", "x = 1\n")
    sound.write("facts/more.toml", "[[pledge]]\nid = 'p'\n")
    files = {each.split(":", maxsplit=1)[0] for each in sound.faults()}
    assert files == {"sources/more.toml", "facts/more.toml"}
