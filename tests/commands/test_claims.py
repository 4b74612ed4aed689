"""What is read out of free text: the member, the figure, the role and the year of each claim."""

import pytest

from commands import claim_members
from commands.claim_text import MOST_READ, Message
from commands.claims import Bound, Claim, find

MEMBERS = frozenset({
    "AL", "BE", "BG", "CA", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IS",
    "IT", "LT", "LU", "LV", "ME", "MK", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "TR", "US",
})  # fmt: skip

# text | claims as "member share role year", in order
READ = [
    ("Spain spends only 1.28 % of GDP on defence.", "ES 1.28 level -"),
    ("spain is at 1.28%, lol", "ES 1.28 level -"),
    ("Poland 4.48%, Estonia 3.4% and Latvia 3.7%",
     "PL 4.48 level -; EE 3.4 level -; LV 3.7 level -"),
    ("In 2024, Spain spent 1.28% and Poland 4.12%.", "ES 1.28 level 2024; PL 4.12 level 2024"),
    ("Spain went from 1.28% in 2024 to 2.0% in 2025.", "ES 1.28 level 2024; ES 2.0 level 2025"),
    ("Spain went from 1.28 to 2 % of GDP.", "ES 1.28 level -; ES 2 level -"),
    ("Spain should spend 5 % by 2035, Sánchez offers 2.1 %.",
     "ES 5 target 2035; ES 2.1 level -"),
    ("Rutte told Spain to spend 3.5 %", "ES 3.5 target -"),
    ("Spain rejects NATO's 5% target.", "ES 5 target -"),
    ("Estonia plans 5.4 % in 2026", "EE 5.4 target 2026"),
    ("The UK's goal of 2.5% by 2027", "GB 2.5 target 2027"),
    ("Canada reaches two percent by 2027", "CA 2 target 2027"),
    ("Spain and Italy are both below 2 % of GDP.", "ES 2 level -; IT 2 level -"),
    ("Spain, Italy and Belgium spend 2 % of GDP", "ES 2 level -; IT 2 level -; BE 2 level -"),
    ("Poland spends more than Germany, at 4.48%.", "PL 4.48 level -"),
    ("Poland, unlike Spain, spends 4.48% of GDP", "PL 4.48 level -"),
    ("More than Germany's 2.12%, says Poland.", "DE 2.12 level -"),
    ("4.48% (Poland), 3.4% (Estonia)", "PL 4.48 level -; EE 3.4 level -"),
    ("4.48% for Poland, 3.4% for Estonia.", "PL 4.48 level -; EE 3.4 level -"),
    ("With 4.68 %, Poland leads the table", "PL 4.68 level -"),
    ("Poland spends 4.48 %. Germany? 2.12 %!", "PL 4.48 level -; DE 2.12 level -"),
    ("Spain is a laggard. It spends 1.28 %.", "ES 1.28 level -"),
    ("Spain:\n- 2024: 1.28 %\n- 2025: 2.0 %", "ES 1.28 level 2024; ES 2.0 level 2025"),
    ("Spain will spend between 2 and 2.5 % of GDP", "ES 2..2.5 target -"),
    ("Spain spends 2-2.5 %", "ES 2..2.5 level -"),
    ("Spain spends two point one percent of GDP", "ES 2.1 level -"),
    ("Spain pledged three and a half per cent", "ES 3.5 target -"),
    ("Spain must raise core spending by 0.2 percentage points a year", "ES 0.2 increase -"),
    ("Spain adds 0.2 points each year", "ES 0.2 increase -"),
    ("Poland rose by 0.43 pp in 2026", "PL 0.43 increase 2026"),
    ("Germany spent 28.7 % on equipment in 2024", "DE 28.7 equipment 2024"),
    ("30 % of Spain's defence spending goes to equipment", "ES 30 equipment -"),
    ("Spain does not spend 2 % of GDP.", "ES 2 level -"),
    # Languages.
    ("Spaniens Quote liegt bei 1,28 Prozent", "ES 1.28 level -"),
    ("Deutschland gab 2024 2,12 % aus", "DE 2.12 level 2024"),
    ("Spanien soll 5 Prozent ausgeben", "ES 5 target -"),
    ("España gastó un 1,28 por ciento del PIB en 2024", "ES 1.28 level 2024"),
    ("España debe llegar al 5 % en 2035", "ES 5 target 2035"),
    ("EE. UU. gasta 3,4 %", "US 3.4 level -"),
    ("L'Espagne consacre 1,28 pour cent de son PIB à la défense", "ES 1.28 level -"),
    ("La spesa italiana è al 2,1 per cento del PIL", "IT 2.1 level -"),
    ("Hiszpania wydaje 1,28 proc. PKB, a Polska 4,48 procent",
     "ES 1.28 level -; PL 4.48 level -"),
    ("Wydatki Hiszpanii to 1,28 %", "ES 1.28 level -"),
    ("Испания тратит 1,28 % ВВП", "ES 1.28 level -"),
    ("Витрати Іспанії становлять 1,28 відсотка", "ES 1.28 level -"),
    ("Οι δαπάνες της Ισπανίας είναι 1,28 τοις εκατό", "ES 1.28 level -"),
    ("İspanya GSYH'nin %1,28'ini harcıyor", "ES 1.28 level -"),
    ("スペインは1.28%、ポーランドは4.48%", "ES 1.28 level -; PL 4.48 level -"),
    ("西班牙1.28%", "ES 1.28 level -"),
    ("스페인은 1.28%", "ES 1.28 level -"),
    # Names, codes and flags.
    ("The Dutch are at 2.58%, the Danes at 3.49%", "NL 2.58 level -; DK 3.49 level -"),
    ("U.S. spending of 3.4% dwarfs that of Spain.", "US 3.4 level -"),
    ("POL 4.48%, and DEU 2.12%", "PL 4.48 level -; DE 2.12 level -"),
    ("PL: 4.48%, ES: 1.28%", "PL 4.48 level -; ES 1.28 level -"),
    ("🇪🇸 1.28% 🇵🇱 4.48%", "ES 1.28 level -; PL 4.48 level -"),
    (":flag_es: 1.28%", "ES 1.28 level -"),
    ("Czech Republic 1.7%, North Macedonia's 2 %", "CZ 1.7 level -; MK 2 level -"),
    # Marks of Discord.
    ("**Spain** is at `1.28 %`", "ES 1.28 level -"),
    ("> Spain is at 1.28 %\nnope", "ES 1.28 level -"),
    ("```\nSpain  1.28 %\nPoland 4.48 %\n```", "ES 1.28 level -; PL 4.48 level -"),
    ("| Spain | 1.28 % |\n| Poland | 4.48 % |", "ES 1.28 level -; PL 4.48 level -"),
    ("<@123> says <:x:123> Spain https://a.b/2.5%20Poland%203% is at 1.3%", "ES 1.3 level -"),
    ("[Spain at 1.28%](https://nato.int/3.5%)", "ES 1.28 level -"),
    # Days are no years of a claim.
    ("On 5 June 2025 Spain stood at 1.28%.", "ES 1.28 level -"),
    ("Am 5. Juni 2025 lag Spanien bei 1,28 %.", "ES 1.28 level -"),
    ("June 5, 2025: Spain at 1.28%", "ES 1.28 level -"),
    ("2025-06-05: Spain at 1.28%", "ES 1.28 level -"),
    # Other percentages.
    ("Inflation in Spain is 3 %, but defence gets 1.28 %.", "ES 1.28 level -"),
    ("Despite inflation, Spain spends 1.28 %", "ES 1.28 level -"),
    ("Unemployment in Spain is 11 %", ""),
    ("Spain raised defence spending by 10 % in 2025", ""),
    ("Germany spends 21 % of its budget on pensions", ""),
    ("40% of Americans support NATO", ""),
    ("Trump put a 50 % tariff on Spain", ""),
    ("Spain spends 120 % more", ""),
    ("Spain has 1,000 % more of it", ""),
    ("Spain spends less than the NATO average of 2.7%.", ""),
    ("Ukraine spends 34 % of GDP, far more than Poland", ""),
    ("Rutte wants 5% from all.", ""),
    ("5%", ""),
    ("Spain bought 46 F35 jets in 2024", ""),
    # Words that are no members.
    ("Jordan and Georgia spend 4.8 %", ""),
    ("it gives us 2 %, no? is it, be me", ""),
    ("turkey is 30 % off, polish it", ""),
    ("THEY CAN HAVE 5 %", ""),
    ("meet at 5 pm EST, 5 % off", ""),
    ("The Baltic States want 5 %", ""),
    ("IT: 3 %, NO: 2 %", ""),
    ("Pol and I have 2 % left", ""),
    ("South American growth of 2 %", ""),
]  # fmt: skip


def read(text: str) -> tuple[Claim, ...]:
    return find(text, MEMBERS).claims


def shown(claim: Claim) -> str:
    share = str(claim.share) if claim.upto is None else f"{claim.share}..{claim.upto}"
    return f"{claim.country} {share} {claim.role} {claim.year or '-'}"


@pytest.mark.parametrize(("text", "claims"), READ)
def test_a_text_gives_its_claims(text: str, claims: str) -> None:
    assert "; ".join(map(shown, read(text))) == claims


# text | denied, bound
SENSES = [
    ("Spain does not spend 2 %", True, None),
    ("Spain doesn't spend 2 %", True, None),
    ("Spanien gibt nicht 2 % aus", True, None),
    ("Spain spends less than 2 %", False, Bound.UNDER),
    ("Spain is above 2 %", False, Bound.OVER),
    ("Spain spends 2 %", False, None),
]


@pytest.mark.parametrize(("text", "negated", "bound"), SENSES)
def test_a_claim_keeps_its_sense(text: str, negated: bool, bound: Bound | None) -> None:
    (claim,) = read(text)
    assert (claim.negated, claim.bound) == (negated, bound)


# text | the words kept of each claim
QUOTED = [
    ("I read that Spain spends 1.28 % of GDP", ["Spain spends 1.28 %"]),
    ("In 2024, Spain spent 1.28% and Poland 4.12%.", ["2024, Spain spent 1.28%", "Poland 4.12%"]),
    ("**Spain** is at `1.28 %`", ["Spain is at 1.28 %"]),
    ("Spain" + ", which is far away from here" * 9 + ", 1.28 %", ["1.28 %"]),
    ("Spain\u202e\u200b is at 1.28 %", ["Spain is at 1.28 %"]),
]


@pytest.mark.parametrize(("text", "words"), QUOTED)
def test_a_claim_is_quoted_in_its_own_words(text: str, words: list[str]) -> None:
    assert [each.words for each in read(text)] == words


def test_what_is_of_something_else_is_counted() -> None:
    found = find("Inflation in Spain is 3 %, defence gets 1.28 %. 40 % of Spaniards mind.", MEMBERS)
    assert (len(found.claims), found.others) == (1, 2)


def test_only_the_beginning_of_a_long_message_is_read_and_no_figure_is_cut() -> None:
    filler = "x " * ((MOST_READ - 22) // 2)
    found = find(f"{filler}Spain is at 1.2 % or 12.345 %", MEMBERS)
    assert found.cut
    assert [shown(each) for each in found.claims] == ["ES 1.2 level -"]


HOSTILE = [
    "Spain 1 % ", "%", "1", "1,", "1.", ". ", "....", "Spain, ", "Spain and ", "<a:", "</x:", "a",
    "https://", "between 1 and ", "two point ", "2024 ", "\n", " \n", "-", "*", "'", "U.S. ",
    "🇪🇸", "ス", "スペイン", "\u0301", "\ud800", "< ", "(", "1 % (", "Spain ( ", "\t", "…", "flag_",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_only_as_far_as_the_bound(text: str) -> None:
    hostile = (text * 100_000)[:100_000]
    message = Message.of(hostile)
    find(hostile, MEMBERS)
    assert len(message.tokens) <= len(message.text) <= MOST_READ


class Counted(dict[str, str]):
    """A dictionary that counts how often it is asked."""

    asked = 0

    def get(self, key: str, default: str | None = None) -> str | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        self.asked += 1
        return super().get(key, default)


@pytest.mark.parametrize("text", ["a ", "a-", "スペ", "Spain ", "ソソソ"])
def test_looking_for_names_takes_a_bounded_number_of_lookups_a_character(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    known = Counted(claim_members.names())
    within = Counted(claim_members.unspaced_names())
    monkeypatch.setattr(claim_members, "names", lambda: known)
    monkeypatch.setattr(claim_members, "unspaced_names", lambda: within)
    assert len(list(claim_members.mentions(Message.of(text * 50_000)))) <= MOST_READ
    assert 0 < known.asked + within.asked <= 50 * MOST_READ


def test_of_very_many_figures_only_the_first_are_looked_at() -> None:
    found = find("Spain 3 % " * 200, MEMBERS)
    assert found.cut
    assert len(found.claims) == 1
