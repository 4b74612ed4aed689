"""Spellings that CLDR does not have, and which languages people may write in."""

from collections.abc import Mapping

LOCALES: Mapping[str, tuple[str, ...]] = {
    "LATIN": (
        "fr", "es", "de", "it", "nl", "pl", "tr", "pt", "pt_PT", "ro", "hu", "cs", "sk", "sl",
        "hr", "sr_Latn", "sq", "da", "sv", "no", "nn", "fi", "is", "et", "lv", "lt", "lb", "ca",
        "eu", "gl", "cy", "id", "vi",
    ),
    "GREEK": ("el",),
    "CYRILLIC": ("uk", "ru", "bg", "mk", "sr"),
    "CJK": ("ja", "zh", "zh_Hant"),
    "KATAKANA": ("ja",),
    "HIRAGANA": ("ja",),
    "HANGUL": ("ko",),
    "DEVANAGARI": ("hi",),
    "THAI": ("th",),
}  # fmt: skip
"""By script, as Unicode names its letters: the languages of the members and those that Discord
offers its users. English is not among them, since it is always at hand. Where two languages
disagree, the earlier one holds; a test lists these cases."""

CODES: Mapping[str, str] = {"uk": "GB", "el": "GR"}
"""Codes the European Union uses in place of ISO's; ISO gives neither to another country."""

ALIASES: Mapping[str, tuple[str, ...]] = {
    "GB": ("Britain", "Great Britain", "Großbritannien", "Grande-Bretagne", "Gran Bretaña",
           "Gran Bretagna", "Grã-Bretanha", "Groot-Brittannië", "Büyük Britanya", "VK",
           "United Kingdom of Great Britain and Northern Ireland"),
    "US": ("America", "United States of America", "States", "EE. UU.", "EUA", "ABD",
           "États-Unis d'Amérique", "Estados Unidos de América", "Stati Uniti d'America",
           "Vereinigte Staaten von Amerika", "Amerika", "США", "ΗΠΑ"),
    "NL": ("Holland", "Hollande", "Holanda", "Olanda", "Голландия", "Голландія", "Ολλανδία"),
    "CZ": ("Czech Republic", "République tchèque", "República Checa", "Repubblica Ceca",
           "Tschechische Republik", "Tsjechische Republiek", "Republika Czeska",
           "Česká republika", "Çek Cumhuriyeti"),
    "AL": ("Shqipëria",),
    "SK": ("Slovak Republic", "Slovenská republika"),
    "TR": ("Turkey",),
    "MK": ("Macedonia", "FYROM", "Former Yugoslav Republic of Macedonia"),
    "GR": ("Hellas", "Hellenic Republic"),
    "DE": ("Federal Republic of Germany", "Bundesrepublik Deutschland"),
    "FR": ("French Republic", "République française"),
    "AE": ("UAE", "Emirates"),
    "BA": ("Bosnia", "Bosnia and Herzegovina"),
    "BY": ("Belorussia", "Byelorussia"),
    "CD": ("DR Congo", "DRC", "Democratic Republic of the Congo"),
    "CG": ("Congo", "Republic of the Congo"),
    "CI": ("Ivory Coast",),
    "CN": ("People's Republic of China", "PRC"),
    "CV": ("Cabo Verde",),
    "EU": ("European Union",),
    "HK": ("Hong Kong",),
    "IE": ("Éire",),
    "KP": ("DPRK",),
    "KR": ("Korea", "Republic of Korea", "ROK"),
    "MM": ("Burma",),
    "MO": ("Macau", "Macao"),
    "PS": ("Palestine",),
    "RU": ("Russian Federation",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TW": ("Republic of China",),
    "VA": ("Holy See", "Vatican"),
}  # fmt: skip
"""Other spellings by alpha-2 code."""

PARTS: Mapping[str, str] = {
    part: whole
    for whole, parts in {
        "DK": "FO GL",
        "ES": "EA IC",
        "FI": "AX",
        "FR": "BL CP GF GP MF MQ NC PF PM RE TF WF YT",
        "GB": "AC AI BM CQ DG FK GG GI GS IM IO JE KY MS PN SH TA TC VG gbeng gbnir gbsct gbwls",
        "NL": "AW BQ CW SX",
        "NO": "BV SJ",
        "US": "AS GU MP PR UM VI",
    }.items()
    for part in parts.split()
}
"""What has a code or a flag of its own without a seat in the Alliance, and the member to suggest.
The codes in small letters are those that Unicode writes the flags of subdivisions with."""

SUBDIVISIONS: Mapping[str, str] = {
    "gbeng": "England",
    "gbnir": "Northern Ireland",
    "gbsct": "Scotland",
    "gbwls": "Wales",
}
"""English names by flag code. Babel has none of subdivisions."""
