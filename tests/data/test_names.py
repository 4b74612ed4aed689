import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from data.errors import KnowledgeError, QuestionError
from data.members import Member, Roster
from data.names import ENGLISH, MemberIndex, country_name, read_all_languages
from data.names.aliases import ALIASES, LOCALES, PARTS
from data.names.countries import alpha2, alpha2_codes, alpha3_codes, territories
from data.names.spellings import country, names_in_script, stored_names
from data.names.text import Query

ENGLISH_NAMES = {
    "ALB": "Albania", "BEL": "Belgium", "BGR": "Bulgaria", "CAN": "Canada", "CZE": "Czechia",
    "DEU": "Germany", "DNK": "Denmark", "ESP": "Spain", "EST": "Estonia", "FIN": "Finland",
    "FRA": "France", "GBR": "United Kingdom", "GRC": "Greece", "HRV": "Croatia", "HUN": "Hungary",
    "ISL": "Iceland", "ITA": "Italy", "LTU": "Lithuania", "LUX": "Luxembourg", "LVA": "Latvia",
    "MKD": "North Macedonia", "MNE": "Montenegro", "NLD": "Netherlands", "NOR": "Norway",
    "POL": "Poland", "PRT": "Portugal", "ROU": "Romania", "SVK": "Slovakia", "SVN": "Slovenia",
    "SWE": "Sweden", "TUR": "Türkiye", "USA": "United States",
}  # fmt: skip

# The day of joining and the forces matter to no name.
ROSTER = Roster.of(
    Member(id=code, iso2=alpha2(code), joined=date(2020, 1, 1), armed_forces=True, cites=())
    for code in ENGLISH_NAMES
)
MEMBERS = MemberIndex.of(ROSTER)
CODES = {alpha2(code): code for code in ENGLISH_NAMES}

LANGUAGES = sorted({locale for locales in LOCALES.values() for locale in locales})

# Names that another country has in another language or as its code, and who is found by them.
DELIBERATE = {
    # Vietnamese readers find Russia; to all others, these letters are a code.
    ("vi", "RU"): "NG",
    # Neither Congo is a member.
    ("no", "CD"): "CG",
}
# The same, where the name is typed without its diacritics.
DELIBERATE_IF_BARE = DELIBERATE | {("vi", "AT"): "AO", ("vi", "BE"): "BI"}


def names_in_all_languages() -> Iterator[tuple[str, str, str]]:
    """Language, alpha-2 code and name."""
    known = alpha2_codes()
    for language in ["en", *LANGUAGES]:
        names = territories(ENGLISH) if language == "en" else stored_names(language)
        for iso2, name in names.items():
            if iso2 in known:
                yield language, iso2, name


def bare(text: str) -> str:
    """Without diacritics. The vowels of Hindi or Thai, marks to Unicode as well, are none."""
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text))


def flag(code: str) -> str:
    return "".join(chr(ord(letter) - ord("A") + 0x1F1E6) for letter in code)


def slips_at(name: str, at: int) -> list[str]:
    """A letter left out, doubled, swapped with the next and replaced."""
    before, letter, after = name[:at], name[at], name[at + 1 :]
    return [
        before + after,
        before + letter * 2 + after,
        before + after[:1] + letter + after[1:],
        before + "x" + after,
    ]


def echo_of(text: str) -> str:
    """What of a text the refusal to it shows; nothing where it names a member."""
    try:
        MEMBERS.find(text)
    except QuestionError as error:
        return str(error.values.get("text", ""))
    return ""


def refusal(text: str, locale: Locale = ENGLISH) -> str:
    with pytest.raises(QuestionError) as caught:
        MEMBERS.find(text, locale)
    return str(caught.value)


def test_english_names_are_the_ones_nato_uses() -> None:
    assert {code: country_name(code) for code in ENGLISH_NAMES} == ENGLISH_NAMES


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("ESP", "es", "España"),
        ("NLD", "de", "Niederlande"),
        ("TUR", "tr", "Türkiye"),
        ("GRC", "el", "Ελλάδα"),
        ("AUT", "en", "Austria"),
        ("UKR", "fr", "Ukraine"),
        ("XKX", "en", "Kosovo"),
        ("EU", "en", "European Union"),
    ],
)
def test_country_name_in_a_language(code: str, language: str, name: str) -> None:
    assert country_name(code, Locale.parse(language)) == name


def test_country_name_takes_an_article_inside_an_english_sentence() -> None:
    assert country_name("NLD", position="inside") == "the Netherlands"
    assert country_name("USA", position="start") == "The United States"
    assert country_name("ESP", position="inside") == "Spain"
    assert country_name("NLD", Locale("de"), position="inside") == "Niederlande"


def test_country_name_is_english_where_cldr_has_none_in_the_language() -> None:
    assert country_name("ESP", Locale("wa")) == "Spain"


@pytest.mark.parametrize("code", ["ZZZ", "ES", "esp", "DDR", ""])
def test_country_name_of_a_code_of_no_country_is_refused(code: str) -> None:
    with pytest.raises(KnowledgeError, match="is not the code of a country"):
        country_name(code)


def test_every_country_has_one_alpha3_code_at_most() -> None:
    targets = list(alpha3_codes().values())
    assert len(targets) == len(set(targets))


def test_every_name_in_every_language_finds_its_own_country() -> None:
    found = {
        (language, iso2): country(Query.of(name), ENGLISH)
        for language, iso2, name in names_in_all_languages()
    }
    assert {key: got for key, got in found.items() if got != key[1]} == DELIBERATE


def test_every_name_without_diacritics_finds_its_own_country() -> None:
    found = {
        (language, iso2): country(Query.of(bare(name)), ENGLISH)
        for language, iso2, name in names_in_all_languages()
    }
    assert {key: got for key, got in found.items() if got != key[1]} == DELIBERATE_IF_BARE


def test_every_name_finds_its_own_country_for_readers_of_its_language() -> None:
    wrong = [
        (language, iso2, name)
        for language, iso2, name in names_in_all_languages()
        if country(Query.of(name), Locale.parse(language)) != iso2
    ]
    assert wrong == []


def test_every_code_and_flag_finds_its_own_country() -> None:
    codes = {code: code for code in alpha2_codes()} | dict(alpha3_codes())
    asked = {code: country(Query.of(code), ENGLISH) for code in codes}
    flags = {code: country(Query.of(flag(code)), ENGLISH) for code in alpha2_codes()}
    named = {code: country(Query.of(f":flag_{code.lower()}:"), ENGLISH) for code in alpha2_codes()}
    offenders = [code for code in codes if asked[code] != codes[code]]
    offenders += [code for code in flags if not flags[code] == named[code] == code]
    assert offenders == []


def test_every_alias_finds_its_country() -> None:
    spellings = [(name, iso2) for iso2, names in ALIASES.items() for name in names]
    assert [name for name, iso2 in spellings if country(Query.of(name), ENGLISH) != iso2] == []


def test_no_alias_or_name_is_left_to_the_order_of_the_languages_where_a_member_is_meant() -> None:
    meanings: dict[str, set[str]] = {}
    for _, iso2, name in names_in_all_languages():
        meanings.setdefault("".join(Query.of(name).keys[:1]), set()).add(iso2)
    for iso2, names in ALIASES.items():
        for name in names:
            meanings.setdefault(Query.of(name).keys[0], set()).add(iso2)
    shared = {name: each for name, each in meanings.items() if len(each) > 1}
    assert {name: each for name, each in shared.items() if each & CODES.keys()} == {}


def test_parts_belong_to_members_and_are_none() -> None:
    assert set(PARTS.values()) <= CODES.keys()
    assert not PARTS.keys() & CODES.keys()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("spain", "ESP"), ("ESP", "ESP"), ("es", "ESP"), ("España", "ESP"), ("Espagne", "ESP"),
        ("Türkiye", "TUR"), ("Turkey", "TUR"), ("turkiye", "TUR"), ("TÜRKİYE", "TUR"),
        ("Tuerkei", "TUR"), ("Czech Republic", "CZE"), ("Holland", "NLD"),
        ("the Netherlands", "NLD"), ("die Niederlande", "NLD"), ("l’Espagne", "ESP"),
        ("UK", "GBR"), ("u.k.", "GBR"), ("Britain", "GBR"), ("USA", "USA"), ("US", "USA"),
        ("U.S.A.", "USA"), ("America", "USA"), ("The United States", "USA"), ("EL", "GRC"),
        ("🇪🇸", "ESP"), (" 🇪🇸 ", "ESP"), (":flag_es:", "ESP"), (":flag_GB:", "GBR"),
        ("🇪🇸 Spain", "ESP"), ("  spain!! ", "ESP"), ("«Spain»", "ESP"), ("north-macedonia", "MKD"),
        ("ＳＰＡＩＮ", "ESP"), ("Ελλάδα", "GRC"), ("ΕΛΛΑΔΑ", "GRC"), ("Польша", "POL"),
        ("Польща", "POL"), ("Suomi", "FIN"), ("Magyarország", "HUN"), ("Hrvatska", "HRV"),
        ("Shqipëria", "ALB"), ("Shqipëri", "ALB"), ("Ísland", "ISL"), ("Lëtzebuerg", "LUX"),
        ("Crna Gora", "MNE"), ("Црна Гора", "MNE"), ("Северна Македонија", "MKD"),
        ("България", "BGR"), ("Norge", "NOR"), ("Noreg", "NOR"), ("Danmark", "DNK"),
        ("Sverige", "SWE"), ("Eesti", "EST"), ("Latvija", "LVA"), ("Lietuva", "LTU"),
        ("Slovensko", "SVK"), ("Slovenija", "SVN"), ("Česko", "CZE"), ("Česká republika", "CZE"),
        ("Polska", "POL"), ("România", "ROU"), ("Deutschland", "DEU"), ("België", "BEL"),
        ("Belgique", "BEL"), ("Chéquia", "CZE"), ("Bỉ", "BEL"), ("西班牙", "ESP"),
        ("スペイン", "ESP"), ("스페인", "ESP"), ("สเปน", "ESP"), ("स्पेन", "ESP"),
        ("Kingdom of the Netherlands", "NLD"), ("the Republic of Türkiye", "TUR"),
        ("Grand Duchy of Luxembourg", "LUX"), ("Slovak Republic", "SVK"), ("Macedonia", "MKD"),
        ("Sp\u200ba\u202ein", "ESP"),
    ],
)  # fmt: skip
def test_find_knows_a_spelling(text: str, code: str) -> None:
    assert MEMBERS.find(text).id == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Austria", "Austria"), ("Österreich", "Austria"), ("Oesterreich", "Austria"),
        ("AUT", "Austria"), ("at", "Austria"), ("🇦🇹", "Austria"), (":flag_at:", "Austria"),
        ("Αυστρία", "Austria"), ("Ireland", "Ireland"), ("Irland", "Ireland"),
        ("Republic of Ireland", "Ireland"), ("Ukraine", "Ukraine"), ("the Ukraine", "Ukraine"),
        ("Україна", "Ukraine"), ("Росія", "Russia"), ("Russian Federation", "Russia"),
        ("Georgia", "Georgia"), ("GE", "Georgia"), ("Switzerland", "Switzerland"),
        ("Iran", "Iran"), ("Niger", "Niger"), ("Kosovo", "Kosovo"), ("Korea", "South Korea"),
        ("UAE", "The United Arab Emirates"), ("🇪🇺", "The European Union"),
    ],
)  # fmt: skip
def test_find_names_a_country_outside_the_alliance(text: str, name: str) -> None:
    assert refusal(text) == f"{name} is not a member of NATO."


@pytest.mark.parametrize(
    ("text", "name"),
    [("Austira", "Austria"), ("Irelnd", "Ireland"), ("Nigr", "Niger"), ("Ukrane", "Ukraine"),
     ("Swizterland", "Switzerland"), ("Greenlnd", "Greenland"), ("Austr", "Austria")],
)  # fmt: skip
def test_find_does_not_turn_an_almost_outsider_into_a_member(text: str, name: str) -> None:
    assert refusal(text) == (
        f"No member called '{text}'. {name}, which is close to it, is not a member of NATO."
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Spian", "Spain"), ("Icland", "Iceland"), ("Turky", "Türkiye"), ("GER", "Germany"),
        ("Nederlnd", "the Netherlands"), ("Untied Kingdm", "the United Kingdom"),
        ("Englnd", "the United Kingdom"),
        ("Slovania", "Slovenia or Slovakia"), ("gwlad", "Belgium, Iceland or Poland"),
        ("united", "the United States or the United Kingdom"),
    ],
)  # fmt: skip
def test_find_asks_back_about_a_near_miss(text: str, names: str) -> None:
    assert refusal(text) == f"No member called '{text}'. Did you mean {names}?"


def test_find_does_not_decide_between_a_member_and_an_outsider_equally_near() -> None:
    assert refusal("Ieland") == (
        "No member called 'Ieland'. Did you mean Iceland?"
        " Ireland, which is as close to it, is not a member of NATO."
    )


def test_find_takes_no_misspelt_outsider_for_a_member() -> None:
    outsiders = [
        name for iso2, name in territories(ENGLISH).items() if iso2 in alpha2_codes() - CODES.keys()
    ]
    slips = [slip for name in outsiders for at in range(len(name)) for slip in slips_at(name, at)]
    assert [slip for slip in slips if country(Query.of(slip), ENGLISH) in CODES] == []


def test_find_asks_back_about_the_whole_of_which_a_part_was_named() -> None:
    greenland = "'Greenland' is not a member of NATO by itself. Did you mean Denmark?"
    assert refusal("Greenland") == greenland
    england = "'England' is not a member of NATO by itself. Did you mean the United Kingdom?"
    assert refusal("England") == england
    assert (
        refusal("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f") == england
    )


@pytest.mark.parametrize("text", ["zzzzzz", "banana", "xx", "q", "{x}", "%s", "DDR", "🇪🇸🇫🇷", "!?"])
def test_find_says_what_would_work_where_nothing_is_near(text: str) -> None:
    assert refusal(text) == (
        f"No member called '{text}'. Write a country's name or its code, such as Spain or ESP."
    )


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u202e", "\n"])
def test_find_asks_for_a_name_where_none_was_written(text: str) -> None:
    assert refusal(text) == "Write a country's name or its code, such as Spain or ESP."


def test_find_refuses_an_overlong_text() -> None:
    assert refusal("x" * 101) == (
        "A country's name has at most 100 characters, and what you wrote has 101."
    )


def test_find_echoes_a_text_short_and_without_invisible_characters() -> None:
    with pytest.raises(QuestionError) as caught:
        MEMBERS.find("a\u202eb\nc\x07" + "d" * 60)
    assert caught.value.values["text"] == "ab c " + "d" * 34 + "…"


def test_find_names_countries_in_the_language_of_the_reader() -> None:
    german = Locale.parse("de_AT")
    assert refusal("Austria", german).startswith("Österreich ")
    with pytest.raises(QuestionError) as caught:
        MEMBERS.find("Slovania", german)
    assert caught.value.values == {"text": "Slovania", "name": "Slowenien", "second": "Slowakei"}


def test_find_prefers_the_language_of_the_reader_to_a_code() -> None:
    assert refusal("Nga", Locale("vi")).startswith("Nga ")
    assert refusal("Nga").startswith("Nigeria ")


@pytest.mark.parametrize(("text", "code"), [("Island", "ISL"), ("Bỉ", "BEL"), ("Suomi", "FIN")])
def test_find_does_not_depend_on_the_languages_read_before(text: str, code: str) -> None:
    names_in_script.cache_clear()
    first = MEMBERS.find(text).id
    read_all_languages()
    assert first == MEMBERS.find(text).id == code


def test_find_reads_no_other_language_for_codes_english_and_the_reader_s_language() -> None:
    names_in_script.cache_clear()
    for text in ("ESP", "🇪🇸", "Spain", "Spanien", "the Netherlands", "die Niederlande", "Austria"):
        with suppress(QuestionError):
            MEMBERS.find(text, Locale("de"))
    assert names_in_script.cache_info().currsize == 0


def test_a_start_does_without_the_library_for_near_misses() -> None:
    script = "import sys, data.names; print('rapidfuzz' in sys.modules)"
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True)
    assert run.stdout.strip() == b"False"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120) | st.text(min_size=35, max_size=120))
def test_find_raises_nothing_but_question_errors_and_echoes_little(text: str) -> None:
    assert len(echo_of(text)) <= 40


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Mn", "So", "Lu"]), max_size=9))
def test_find_echoes_nothing_invisible(text: str) -> None:
    shown = echo_of(text)
    assert [each for each in shown if unicodedata.category(each) in ("Cc", "Cf", "Cs")] == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_suggest_never_raises_and_keeps_to_its_limit(text: str) -> None:
    assert len(MEMBERS.suggest(text, limit=3)) <= 3


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([each for each in names_in_all_languages() if each[1] in CODES]),
    st.sampled_from([str.upper, str.lower, str.title, str.swapcase, bare]),
    st.sampled_from(["", " ", "!", ",  ", "\u200b", "«"]),
)
def test_find_is_stable_under_case_diacritics_and_punctuation(
    spelling: tuple[str, str, str], change: Callable[[str], str], around: str
) -> None:
    language, iso2, name = spelling
    if (language, iso2) not in DELIBERATE_IF_BARE:
        assert MEMBERS.find(around + change(name) + around).iso2 == iso2


def test_suggest_offers_all_members_by_name_for_nothing() -> None:
    german = Locale("de")
    names = [country_name(each.id, german) for each in MEMBERS.suggest("", limit=99, locale=german)]
    assert len(names) == 32
    assert names[:4] == ["Albanien", "Belgien", "Bulgarien", "Dänemark"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("sp", ["ESP"]), ("slov", ["SVK", "SVN"]), ("es", ["ESP", "EST", "USA"]), ("uk", ["GBR"]),
        ("unit", ["GBR", "USA"]), ("the neth", ["NLD"]), ("holl", ["NLD"]), ("Magy", ["HUN"]),
        ("чех", ["CZE"]), ("spian", ["ESP"]), ("germn", ["DEU"]), ("🇪🇸", ["ESP"]),
        ("iran", []), ("austria", []), ("zzzzzz", []), ("!", []), ("x" * 101, []),
    ],
)  # fmt: skip
def test_suggest_offers_what_begins_so_and_else_what_nearly_does(
    text: str, codes: list[str]
) -> None:
    assert [each.id for each in MEMBERS.suggest(text)] == codes


def test_suggest_keeps_to_its_limit() -> None:
    assert len(MEMBERS.suggest("", limit=5)) == 5
    assert len(MEMBERS.suggest("s", limit=2)) == 2


def test_suggest_puts_the_reader_s_own_names_first() -> None:
    assert MEMBERS.suggest("s", locale=Locale("de"))[0].id == "SWE"
    assert MEMBERS.suggest("s")[0].id == "SVK"
