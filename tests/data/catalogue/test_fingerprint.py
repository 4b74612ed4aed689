"""The fingerprint changes with every byte and every name, and with nothing else."""

from data.catalogue.load import fingerprint, load
from tests.data.catalogue.conftest import CatalogueOnDisk


def test_fingerprint_changes_with_one_byte(sound: CatalogueOnDisk) -> None:
    before = fingerprint(sound.folder)
    sound.write("facts/more.toml", "")
    between = fingerprint(sound.folder)
    sound.write("facts/more.toml", "#")
    assert len({before, between, fingerprint(sound.folder)}) == 3


def test_fingerprint_changes_with_a_name(sound: CatalogueOnDisk) -> None:
    before = fingerprint(sound.folder)
    (sound.folder / "facts/all.toml").rename(sound.folder / "facts/every.toml")
    assert fingerprint(sound.folder) != before


def test_fingerprint_ignores_other_files(sound: CatalogueOnDisk) -> None:
    before = fingerprint(sound.folder)
    sound.write("README.md", "words")
    assert fingerprint(sound.folder) == before


def test_fingerprint_is_that_of_a_broken_catalogue_too(sound: CatalogueOnDisk) -> None:
    sound.write("facts/more.toml", "[[broken")
    assert sound.faults()
    assert len(fingerprint(sound.folder)) == 64


def test_load_twice_gives_equal_catalogues(sound: CatalogueOnDisk) -> None:
    assert load(sound.folder) == load(sound.folder)
