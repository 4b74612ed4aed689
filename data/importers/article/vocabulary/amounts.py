"""Words around numbers: what they are shares of, and units of money."""

from data.importers.article.vocabulary import either

NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "one and a half": "1.5", "two and a half": "2.5",
    "three and a half": "3.5", "half a": "0.5", "twenty": "20",
}  # fmt: skip
WORDS = {
    "a": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "fifteen": "15", "twenty": "20", "half a": "0.5", "one and a half": "1.5",
    "two and a half": "2.5",
}  # fmt: skip
"""Of amounts of money."""
PERCENT = either("% | percent | per cent | pct | pc")
OWNERS = either("""
    its | their | the | his | our | a | each | every | national | country | nation | annual
    total
    's
""")
ECONOMY = either("""
    gdp | gross domestic product | economic output | output | national income | economy | gni
    gross national income | wealth
""")
GDP = either(rf"""
    (?:of|in) (?:{OWNERS} ){{0,6}}{ECONOMY}
    gdp
""")
MILITARY = "(?:defen[cs]e|military)"
SPENDING = rf"{MILITARY} (?:budgets?|spending|expenditures?|outlays?)"
PART_OF_SPENDING = rf"of (?:(?:its|their|the|that|annual|total|overall|'s) ){{0,6}}{SPENDING}"
EQUIPMENT = either("equipment | kit | hardware | procurement")
PART_FOR_EQUIPMENT = (
    r"of (?:it|that|this|"
    rf"(?:those|these|their|its|national|the|all) (?:{MILITARY} )?budgets?|budgets)"
    rf"(?=(?: \S+){{0,8}}? {EQUIPMENT})"
)
ELSE = either("""
    inflation | deficit | debt | growth | unemployment | voters? | respondents? | poll | polls
    polled | tariffs? | approval | seats | turnout | interest | shareholders? | shares | stocks?
    troops | personnel | recruits? | vat | tax | taxes | surveyed | satisfied | satisfaction
    electricity | gas | emissions
""")
"""What else has percentages."""
RISES = either("""
    ris(?:e|es|en|ing) | rose | grow(?:s|n|ing)? | grew | increas(?:e|es|ed|ing) | (?<!made )up
    jump(?:s|ed)? | climb(?:s|ed)? | surged? | soared? | cut | fell | fall | fallen
    drop(?:ped)? | down | shr[aiu]nk | declined? | expand(?:s|ed)? | contract(?:ed)?
""")
ABOUT = either("""
    nearly | almost | about | around | some | roughly | more than | over | another | a record
    an average of
""")
UNITS = {
    "billion": 10**9, "bn": 10**9, "million": 10**6, "mn": 10**6, "m": 10**6, "trillion": 10**12,
    "b": 10**9,
}  # fmt: skip
SIGNS = {"€": "EUR", "$": "USD", "£": "GBP"}
CODES = either("eur | usd | gbp | pln | sek | nok | dkk | czk | cad")
CURRENCIES = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "dollars": "USD", "usd": "USD", "pounds": "GBP",
    "gbp": "GBP", "zlotys": "PLN", "zloty": "PLN", "pln": "PLN", "kroner": None, "kronor": "SEK",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "lei": "RON", "forints": "HUF", "forint": "HUF",
    "koruna": "CZK", "crowns": None, "czk": "CZK", "lira": "TRY", "leva": "BGN", "lev": "BGN",
    "lek": "ALL", "canadian dollars": "CAD", "cad": "CAD",
}  # fmt: skip
"""None where several countries have money of that name."""
PEOPLES = either("""
    norwegian | danish | swedish | czech | canadian | polish | turkish | romanian | hungarian
    bulgarian | us | american | british
""")
OF_PEOPLES = {
    "norwegian kroner": "NOK", "danish kroner": "DKK", "swedish kronor": "SEK",
    "czech crowns": "CZK", "canadian dollars": "CAD", "norwegian crowns": "NOK",
    "danish crowns": "DKK", "swedish crowns": "SEK",
}  # fmt: skip
