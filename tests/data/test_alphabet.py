"""Names in the order of a language's alphabet."""

import pytest

from data.names.alphabet import alphabetical


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", ["Espagne", "États-Unis", "Finlande"]),
        ("es", ["Canadá", "Cañas", "Chequia"]),
        ("pl", ["Litwa", "Luksemburg", "Łotwa", "Macedonia Północna"]),
        ("de", ["Niederlande", "Norwegen", "Österreich", "Polen"]),
        ("tr", ["Irak", "İrlanda", "Jamaika", "Slovenya", "Şili", "Tunus"]),
        ("tr", ["Çekya", "Danimarka"]),
    ],
)
def test_names_stand_as_in_a_dictionary(language: str, names: list[str]) -> None:
    assert sorted(set(names), key=lambda each: alphabetical(each, language)) == names
