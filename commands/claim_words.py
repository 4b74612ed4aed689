"""Words that say which member a sentence is about, and what its percentages are of.

All are beginnings in comparable form: no case, no diacritics. A language that is not here is still
read, by the names of countries and the figures; only its adjectives and its turns of phrase are not
known.
"""

from collections.abc import Mapping

ADJECTIVES: Mapping[str, str] = {
    stem: country
    for country, stems in {
        "AL": "albani albane albansk албан αλβαν arnavut",
        "BE": "belgi belge belga belgisch бельг belcika",
        "BG": "bulgari bulgare bulgara bulgarsk bulgarisch болгар българ βουλγαρ",
        "CA": "canadi canadien canadese kanadi kanadis kanads канад καναδ",
        "CZ": "czech tschech tcheque checo ceco ceska ceske cesko ceskeh czesk tsjech чешск чеськ "
        "cehsk τσεχ",
        "DE": "german deutsch allemand aleman tedesc niemiec niemcz niemie nemeck nemsk tysk "
        "duits немец немеч німец німеч германи герман γερμαν almanya saksan njemac",
        "DK": "danish danisch dansk danois dinamarq danese duns deens dansk датск данськ δανι",
        "EE": "estoni estnisch estland eston estonsk эстон естон εσθον viron",
        "ES": "spanish spaniard spanisch spanien espagnol espanol spagnol hiszpan spaans spansk "
        "spanels spaniels испан іспан ισπαν ispany espanj spaniol spanjol",
        "FI": "finnish finland finnisch finlandais finlandes finland finsk finskeh suome финск "
        "фінськ финлянд фінлянд φινλανδ",
        "FR": "french france francais frances franzos frankreich francus francij francji francuz "
        "fransk fransiz fransa franse франц γαλλ ransk",
        "GB": "british britain briton britisch britann britanic brittis brits brytyj britsk "
        "brytani британ великобритан βρεταν ingiliz",
        "GR": "greek grec griech griego grieks graek grecj greck греч грец ελλην ελλαδ kreik yunan",
        "HR": "croati kroati kroatisch croate croata chorwac chorvat hrvats хорват κροατ hirvat",
        "HU": "hungar ungar ungher hongro hongar wegier wegr madarsk magyar венгер венгр угорс "
        "угорщ ουγγρ macar unkari",
        "IS": "icelandic islandsk islandisch islandais islandes islandi исланд ісланд ισλανδ",
        "IT": "italian italie italia italien wlos italsk итал італ ιταλ",
        "LT": "lithuan litauisch lituani lituano lituan litews litw litovsk литов литв λιθουαν "
        "lietuv litvan",
        "LU": "luxemb luksemb люксемб λουξεμβ",
        "LV": "latvian latvij letton leton lettisch lotews lotw lotyss латви латыш латвій λετον",
        "ME": "montenegr czarnogor черногор чорногор μαυροβουν cernohor crnogor",
        "MK": "macedon mazedon makedon македон μακεδον",
        "NL": "dutch netherl niederl neerland nederland holandes holend olandes olandese nizozem "
        "hollande нидерл нідерл голланд голланд ολλανδ",
        "NO": "norwe norveg noruega noruego norsk norges noors норвеж норвег norvec νορβηγ",
        "PL": "polish poland polonais polac polsk polacc polak polon poolse polnisch polens польск "
        "польщ польсь польш поляк πολων puola",
        "PT": "portug portek португал πορτογ",
        "RO": "romanian romanes rumani rumun roumain rumano romeno румын румун ρουμαν",
        "SE": "swedish swede schwed suedois sueco sueca svedes szwec szwed svensk sverige zweed "
        "svedsk svensk швед швец σουηδ isvec ruotsi",
        "SI": "sloveni slowen esloven slovinsk словен σλοβεν",
        "SK": "slovak slowak eslovac slovacc slovaq slowac словак словац σλοβακ",
        "TR": "turkish turkiy turk turc turqu turquia turecc turecki turks турец туреч турци "
        "туркі τουρκ",
        "US": "american amerika americain estadounid statunit amerykans америк αμερικ",
    }.items()
    for stem in stems.split()
}
"""Stems of adjectives, of names as they are inflected, and of people, by alpha-2 code."""

MOST_ENDING = 5
"""How many letters an ending may have after a stem."""

PEOPLE: Mapping[str, str] = {
    "dane": "DK", "danes": "DK", "turk": "TR", "turks": "TR", "pole": "PL", "poles": "PL",
    "finn": "FI", "finns": "FI", "swede": "SE", "swedes": "SE", "dutch": "NL", "deens": "DK",
    "danska": "DK", "czechs": "CZ", "spanje": "ES", "greeks": "GR", "danii": "DK", "litvy": "LT",
    "polsce": "PL", "polske": "PL", "polski": "PL", "wloch": "IT", "niemcy": "DE", "czech": "CZ",
    "米国": "US", "アメリカ": "US", "英国": "GB", "德國": "DE", "독일": "DE", "美國": "US",
    "britain": "GB", "brits": "GB", "us": "US", "usa": "US", "uk": "GB", "eeuu": "US",
}  # fmt: skip
"""Whole words. Those of up to three letters count in capitals only."""

NO_NAMES = frozenset({
    "states", "island", "franco", "francs", "franc", "frances", "francis", "francisco", "romance",
    "turkmen", "polonium", "polonaise", "wales", "indiana", "jersey", "jordan", "georgia", "chad",
    "mali", "guinea", "cuba", "man", "grecian", "bulgari", "germanium", "germane", "luxembourgs",
})  # fmt: skip
"""What only looks like a country, or means too much else to be taken for one."""

CAPITAL_ONLY = frozenset({
    "turkey", "polish", "pole", "poles", "dane", "danes", "swede", "swedes", "finn", "finns", "us",
    "viro", "turki", "itali", "hollande", "saksa", "norra", "leedu", "poola", "suomi",
})  # fmt: skip
"""Names that are another word in small letters, such as the bird, or the sheen on a shoe."""

OTHERS = frozenset({
    "nato", "otan", "нато", "alliance", "eu", "europe", "europa", "allies", "russia", "ukraine",
    "europeans", "globally", "worldwide",
})  # fmt: skip
"""Who else a percentage may be about."""

TARGET = (
    "target", "goal", "aim", "pledg", "commit", "should", "must", "ought", "need", "promis",
    "demand", "want", "propos", "floor", "guideline", "threshold", "benchmark", "objective",
    "plans", "planned", "planning", "will", "would", "shall", "obligat", "requir", "reject",
    "refus", "agreed", "agree", "vow", "asks", "asked", "expected", "insist", "urge", "exempt",
    "quota", "minimum", "optout", "ziel", "soll", "muss", "wollen", "zusage", "objetivo",
    "objectif", "obiettivo", "debe", "deve", "doit", "devra", "dovra", "dovrebbe", "alcanzara",
    "compromis", "impegno", "atteindra", "musi", "powinn", "zobowiaz", "doel", "moet", "skal",
    "hedef", "ціль", "цел", "должн", "повинн", "мусить", "στοχ", "目標", "目标", "목표",
)  # fmt: skip
TARGET_WORDS = frozenset({"to", "cel", "meta", "mal", "cil"})
"""Of these only the word itself; `to` where a verb follows, as in `told Spain to spend`."""

VERBS = ("spend", "reach", "hit", "invest", "meet", "raise", "devote", "allocate", "pay", "get")

EQUIPMENT = (
    "equipment", "equipement", "equipamiento", "equipaggi", "ausrustung", "rustungsguter",
    "procurement", "hardware", "uzbrojeni", "wyposazeni", "materieel", "utrustning",
)  # fmt: skip

SOMETHING_ELSE = (
    "inflation", "inflacion", "inflazione", "inflacj", "inflacao", "инфляц", "інфляц",
    "unemployment", "jobless", "arbeitslos", "desempleo", "chomage", "disoccupaz", "bezroboci",
    "growth", "wachstum", "crecimiento", "croissance", "crescita", "deficit", "defizit", "debt",
    "schulden", "deuda", "dette", "debito", "yield", "tariff", "zoll", "arancel", "dazi", "vat",
    "tax", "steuer", "impuesto", "poll", "voter", "umfrage", "encuesta", "sondage", "sondaggi",
    "sondaz", "respondent", "approval", "population", "citizens", "turnout", "seats", "discount",
    "chance", "probab", "odds", "battery", "humidity", "emissions", "renewable", "adults",
)  # fmt: skip
"""A percentage beside one of these is not of GDP and not of defence spending."""

OF_GDP = (
    "gdp", "gni", "gross", "economic", "national", "output", "economy", "income", "pib", "bip",
    "defence", "defense", "military",
)  # fmt: skip

BY = frozenset({"by", "um", "en", "de", "o", "met", "del", "med"})
"""`by 10 %`, after a word for a rise: a change of the amount, not a share."""
RISES = (
    "rais", "rise", "rising", "rose", "increas", "grow", "grew", "hike", "boost", "lift", "climb",
    "jump", "cut", "fell", "drop", "reduc", "erhoh", "steig", "aument", "augment", "wzros",
)  # fmt: skip
YEARLY = (
    "annual", "yearly", "jahrlich", "anual", "annuel", "annu", "rocznie", "каждый", "щороку"
)  # fmt: skip

NEGATIONS = frozenset({
    "not", "t", "never", "nicht", "kein", "keine", "pas", "jamais", "nunca", "jamas", "non", "nie",
    "niet", "inte", "ikke", "cannot", "ei", "не", "δεν", "hardly",
})  # fmt: skip
UNDER = frozenset({
    "below", "under", "less", "fewer", "almost", "nearly", "unter", "weniger", "fast", "menos",
    "moins", "meno", "quasi", "casi", "presque", "ponizej", "minder", "bijna", "short",
})  # fmt: skip
OVER = frozenset({
    "above", "over", "more", "exceeds", "exceeding", "exceeded", "exceed", "least", "beyond",
    "uber", "mehr", "mas", "plus", "piu", "oltre", "ponad", "meer", "surpass", "surpasses",
})  # fmt: skip

COMPARING = frozenset({
    "than", "unlike", "versus", "vs", "als", "alongside", "against", "behind", "overtook",
    "overtakes", "overtaking", "ahead",
})  # fmt: skip
"""Before a country that a sentence is not about: `more than Germany`."""

DEADLINE = frozenset({
    "by", "until", "till", "before", "bis", "para", "hasta", "ate", "entro", "jusqu", "jusquen",
    "horizon", "do", "tot", "kadar", "к", "до", "vor", "ici", "target",
})  # fmt: skip
TOGETHER = frozenset({
    "and", "und", "y", "e", "et", "en", "og", "och", "i", "ja", "or", "as", "well", "both",
    "oder", "ou", "oraz", "та", "и", "και", "ve",
})  # fmt: skip
TURNS = frozenset({
    "and", "but", "while", "whereas", "und", "aber", "y", "pero", "mientras", "et", "mais",
    "although", "though", "wahrend", "ma", "mentre", "ale", "which", "who", "where", "tandis",
})  # fmt: skip
"""Where a sentence turns to something else."""
