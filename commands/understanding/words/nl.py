from commands.understanding.concepts import Concept
from commands.understanding.words.form import Words

DUTCH = Words(
    cues={
        Concept.WHO: "wie",
        Concept.WHAT: "wat",
        Concept.WHEN: "wanneer op_welke_dag welke_dag hoeveel_dagen hoe_lang_nog welke_datum",
        Concept.WHERE: "waar plaatsvind* vindt_plaats vond_plaats locatie stad gastheer gehouden",
        Concept.HOW: "hoe op_welke_manier",
        Concept.HOW_MUCH: "hoeveel hoe_ver hoe_hoog hoe_groot welk_percentage welk_deel",
        Concept.WHICH: "welke welk",
        Concept.IF: "als indien stel",
        Concept.NOT: "niet geen nooit weiger*",
        Concept.SUMMIT: "top navo-top navotop topconferentie toppen topontmoeting",
        Concept.MEETING: "vergader* bijeenkomst* overleg ministeriële* samenkomst ontmoeting "
        "komen_bijeen bijeen",
        Concept.MINISTERS: "defensieminister* "
        "minister ministers ministeriële*",
        Concept.ATTEND: "erheen aan_tafel deelneemt deelnam "
        "komt komen kwam kwamen gekomen deelneem* neemt_deel namen_deel deel "
        "aanwezig* bijwon* erbij was_er genodigd* uitgenodigd* gast gasten deelnemer* afwezig* "
        "gaat gaan ging gingen delegatie* vertegenwoordigd verschijn* bij_de_top",
        Concept.BE: "is was waren zijn wordt worden zal geweest",
        Concept.NEXT: "volgende eerstvolgende komende aankomende",
        Concept.LAST: "laatste vorige afgelopen",
        Concept.IN: "in te naar op",
        Concept.SPEND: "uitgav* geeft_uit geeft geven uitgeeft uitgegeven besteed* besteden "
        "begroting* budget* bbp aandeel percentage defensie-uitgav* defensieuitgav* betaalt "
        "steekt investeer* niveau cijfer defensiebegroting* defensiebudget* spendeer*",
        Concept.TARGET: "verwacht* "
        "gevraagd_van verwacht_van verlangd_van geëist_van "
        "doel* norm navo-norm doelstelling* streefcijfer* drempel* verplicht* "
        "eis eisen quotum richtlijn",
        Concept.REACH: "genoeg voldoende onvoldoende bij_het_doel hoever "
        "hoe_ver haalt halen haalde gehaald bereik* voldoe* afstand tekort ver "
        "verwijderd af achter achterop schema op_koers op_schema onder boven kloof "
        "komt_aan ontbreekt resteert scheelt nog_te_gaan verschil_met nakom* komt_na",
        Concept.STAND: "zit staat staat_ervoor doet_het presteert",
        Concept.EQUIPMENT: "uitrusting* materieel",
        Concept.SAY: "rechtvaardig* standpunten posities lijn argument* praat spreekt motive* "
        "belooft zeggen_over gezegd "
        "zegt zeggen zei zeiden standpunt* mening* vindt vinden houding* positie* "
        "denkt denken verklaar* opvatting* uitspraak uitspraken stelt beweert reageer* staat_er_in",
        Concept.SUPPORT: "steun* ondersteun* voorstander* eens akkoord instem* stemt_in "
        "aanvaard* voor_de vóór accepteer* schaart",
        Concept.CONDITIONS: "voorwaard* onder_voorwaarden mits",
        Concept.OPPOSE: "tegen verzet* tegenstander* afwijz* wijst_af oneens weiger* bezwaar "
        "bezwaren kritisch kritiek",
        Concept.FLEXIBLE: "flexib* soepel* speelruimte meer_tijd uitstel",
        Concept.EXEMPT: "vrijstell* vrijgesteld uitzondering* ontheffing* uitgezonderd",
        Concept.UNDECLARED: "onbeslist* nog_niet_besloten niet_uitgesproken onuitgesproken "
        "geen_standpunt besluiteloos nog_geen_positie geen_positie niet_besloten",
        Concept.SILENT: "zwijg* stil niets_gezegd niks_gezegd niets_bekend niets_van_zich",
        Concept.COMPARE: "vergelijk* vergeleken versus vs tegenover verschil* tussen naast_elkaar "
        "ten_opzichte",
        Concept.RANK: "ranglijst* rangschik* klassement ranking lijst volgorde koploper* "
        "hekkensluiter* top_drie bovenaan onderaan top_vijf top_tien",
        Concept.PLACE: "plaats plek rang positie_op hoeveelste",
        Concept.MOST: "meest* hoogst* grootst* meer beste",
        Concept.LEAST: "minst* laagst* kleinst* minder slechtste",
        Concept.ALLIES: "bondgenot* lidstat* leden landen land lid staten geallieerd*",
        Concept.PATH: "pad weg traject groeipad route routekaart",
        Concept.YEARLY: "per_jaar elk_jaar ieder_jaar jaarlijks* jaar_op_jaar",
        Concept.RAISE: "verhog* verhoog* stijg* omhoog bijleg* toeneem* toenam* erbij "
        "opvoer* groeien extra opschroev*",
        Concept.COST: "kost kosten kosten_van miljard* geld euro",
        Concept.POINTS: "punt punten procentpunt*",
        Concept.PERCENT: "procent",
        Concept.GROW: "bbp_groeit economie_groeit groei groeit economische_groei",
        Concept.LATE: "laat later aan_het_einde laatste_jaren achteraan",
        Concept.WITHOUT: "zonder",
        Concept.BY: "tegen in voor uiterlijk tot",
        Concept.AGREED: "afgesproken afspra* besloten besluit* overeengekomen aangenomen beslist "
        "resultaat resultaten conclusie* toegezegd beloofd overeen akkoord_bereikt ondertekend "
        "uitkomst*",
        Concept.PROPOSED: "stelde stelt_voor "
        "voorstel* voorgesteld stelde_voor",
        Concept.DEMANDED: "eis eiste eisten geëist vroeg",
        Concept.DRAFT: "ontwerp* concept*",
        Concept.PLEDGE: "toezegging* belofte* afspra* verklaring verbintenis* clausule* "
        "slotverklaring akkoord communiqué",
        Concept.CALENDAR: "eraan "
        "evaluatie herziening toetsing komende_data evenement* belangrijke_data "
        "staat_op_het_programma aankomende_data programma "
        "kalender* agenda deadline* data komt_eraan komt_er_aan staat_er_gepland "
        "gepland* planning termijn* op_de_agenda evenementen aankomt binnenkort staat_er_te",
        Concept.HISTORY: "ontwikkeld* "
        "geschiedenis tijdlijn verloop chronolog* historie ontwikkeling "
        "geschiedenis",
        Concept.KNOWN: "bekend bekendgeworden wist wisten geweten vernomen",
        Concept.CHANGED: "verander* gewijzigd* wijzig* nieuw nieuws gecorrigeerd* correctie* "
        "gebeurd ingetrokken bijgewerkt update*",
        Concept.SINCE: "sinds sedert vanaf na tussen",
        Concept.SOURCES: "bron bronnen bronvermelding* vandaan bewijs* onderbouw* verwijzing* "
        "gebaseerd afkomstig herkomst waarop_berust*",
        Concept.MEANING: "beteken* definitie* defini* bedoel* houdt_in inhoud* wat_is_een "
        "uitleg leg_uit verstaan verstaat",
        Concept.GLOSSARY: "woordenlijst begrippenlijst glossarium begrippen",
        Concept.DIGEST: "overzicht* samenvatting* briefing dagoverzicht vat_samen digest "
        "stand_van_zaken bulletin kort_overzicht dagbericht",
        Concept.AS_OF: "stand per op",
        Concept.TODAY: "vandaag nu momenteel huidig*",
        Concept.YESTERDAY: "gisteren",
        Concept.WEEK: "vorige_week afgelopen_week een_week_geleden",
        Concept.MONTH: "vorige_maand afgelopen_maand een_maand_geleden",
        Concept.YEAR: "vorig_jaar afgelopen_jaar een_jaar_geleden",
        Concept.THIS_WEEK: "deze_week",
        Concept.THIS_MONTH: "deze_maand",
        Concept.THIS_YEAR: "dit_jaar",
        Concept.FIELD: "navo nato defensie* bbp bondgenootschap alliantie militair* krijgsmacht "
        "leger* kern",
        Concept.OUTSIDE: "gedicht recept* voetbal* wedstrijd* verkiezing* gekozen president "
        "premier kanselier gezondheid* onderwijs school scholen klimaat* tank tanks "
        "vliegtuig* f-16 f16 f-35 straaljager* schip schepen fregat* soldaten soldaat troepen "
        "raket* munitie kernwapen* kernraket* nucleair* aanval* aanvallen binnenval* oorlog "
        "restaurant* hotel* "
        "film* lied mop mail email hoofdstad bevolking inwoners inflatie belasting* immigra* wk ek "
        "olympisch* eredivisie beurs visum vakantie* reis reizen ticket* vlucht* koning* pensioen* "
        "werkloos* leeftijd geboren getrouwd drone* onderzeeër* dienstplicht schrijf vertaal* "
        "huiswerk kopen verkop* trein koken salaris huur g20 energie olie gas sancties ziekenhui* "
        "handel toetreding toegetreden",
        Concept.FILLER: "aangaande absoluut achter af algemeen allemaal alleen althans ander "
        "anders "
        "beide beiden bepaald beter bijna bij boven buiten bv daarbij daardoor daarin "
        "daarna daarnaast daarop daartoe daarvoor dadelijk de deden deed denk deze "
        "dichtbij dient direct dit doch doe doen doet door dus echt echter een eenmaal "
        "eens eerder eerst eerste elkaar elke en enige enkel enkele er erg ergens etc "
        "evenwel ga gauw geheel gehad gelijk gemaakt gemiddeld genoemd geweest gewoon "
        "goed goede gaf haal had haast half haar heb hebt hele helemaal help helpen hem "
        "hen het hetzelfde hierbij hierin hoewel hoezo hoi iedereen ieder iemand immers "
        "inderdaad informatie info inmiddels inzake ja jij jou kijk kijken klein komend "
        "kon konden kort korte kreeg krijg krijgen krijgt kwam laatst laten later leuk "
        "liever lijken lijkt lijst lijstje liggen ligt maakt maak maakte maanden "
        "makkelijk mee meer meestal men met mezelf mij mijzelf mis misschien mocht "
        "moest moesten mogelijk naam naast namelijk nee nergens net niemand niks nodig "
        "noem noemen nooit nou nummer officieel omdat onder ondertussen ongeveer "
        "onlangs ons onze ook openbaar opnieuw over overal overige paar per precieze "
        "recent rond s samengevat sinds slechts snel sommige soms soort straks tegen "
        "tegenover terug terwijl thans toe toen toonde totdat twee tweede uiteraard "
        "uiteindelijk uitgaan vaak van vanaf vanuit vanwege veel verder verschillende "
        "vertellen vind vinden vlak vlug volledig volgens vooral vorig vrij vroeg "
        "waaraan waarbij waardoor waarin waarom waarop waaruit waarvan waarvoor wanneer "
        "waren wat weer weg wegens weinig wel weten wezen wiens wij wilde wilden worden "
        "wou zag zeer zeg zeker zelf zelfs zet zie ziet zien zijn zo zoals zoek zoeken "
        "zoiets zolang zonder zulke goedemorgen goedendag dag hey beste mensen persoon "
        "cijfer cijfers gegevens feit feiten details detail deel kant geval voorbeeld "
        "punt tijd keer nieuwste echt hartelijk dankjewel dank bedankt vraagje even "
        "graag willen wilt interesse geïnteresseerd benieuwd momenteel "
        "de het een der den des van in op te aan bij met voor naar uit om en of "
        "over door als dan dat die dit deze er hier daar ze zij hij wij we ik je jij jullie u men "
        "zich mij me ons hun hen zijn haar mijn jouw uw is was waren ben bent wordt worden werd "
        "werden heeft hebben had hadden kan kunnen kunt zou zouden moet moeten mag mogen wil "
        "willen wilt zal zullen graag alstublieft alsjeblieft aub dank hallo dus nog al ook wel "
        "toch maar eens even erg veel weinig alle alles iets niets elk andere volgens tot "
        "eigenlijk "
        "destijds precies geef geven laat zien toon vertel zeg weten weet vraag woord term jaar "
        "jaren maand dag dagen week datum welke hoe wat gaat gaan staat zit maken samen daarvan "
        "hierover daarover betreft omtrent qua t s geworden gedaan doet doen "
        "keer moment steeds zoal totaal",
    },
    months=(
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
        "augustus aug", "september sept", "oktober okt", "november nov", "december dec",
    ),
    members={
        "ALB": "alban*", "BEL": "belg*", "BGR": "bulgar*", "CAN": "canad*",
        "CZE": "tsjech*", "DEU": "duits*", "DNK": "denemarken deen deens* denen",
        "ESP": "spanje spaans* spanjaard*", "EST": "estland estlands* ests estse esten",
        "FIN": "finland fins finse finnen finlands", "FRA": "frankrijk* frans franse fransen",
        "GBR": "verenigd_koninkrijk vk groot-brittannië groot_brittannië brit* engeland engels*",
        "GRC": "griek*", "HRV": "kroati* kroat* kroaat*", "HUN": "hongar*", "ISL": "ijsland*",
        "ITA": "itali*", "LTU": "litouw*", "LUX": "luxemburg*", "LVA": "letland* letse* letten",
        "MKD": "noord-macedonië macedoni*", "MNE": "montenegr*",
        "NLD": "nederland*", "NOR": "noorwegen noor noors* noren", "POL": "polen pools* pool",
        "PRT": "portug*", "ROU": "roemen*", "SVK": "slowak* slowaak*", "SVN": "sloven*",
        "SWE": "zweden* zweed*", "TUR": "turkije* turk turks* turken", "USA": "verenigde_staten "
        "vs amerik* usa",
        "UKR": "oekraïn*", "RUS": "rusland* russ*", "CHN": "china chines* chinez*", "AUT":
        "oostenrijk*", "CHE": "zwitser*", "IRL": "ierland* iers*", "JPN": "japan*",
        "GEO": "georgi*", "ISR": "israël*", "SRB": "servi*", "MDA": "moldavi*", "AUS": "australi*",
    },
    cities={
        "The Hague": "den_haag haag haagse 's-gravenhage", "Ankara": "ankara", "Tirana": "tirana",
        "Vilnius": "vilnius", "Washington, D.C.": "washington", "Madrid": "madrid",
        "Brussels": "brussel* brussels", "Warsaw": "warschau", "Newport": "wales newport",
        "London": "londen", "Antalya": "antalya", "Helsingborg": "helsingborg",
    },
    groups={
        "baltic": "balt*", "nordic": "noords* scandinav*",
        "eu": "eu eu-landen eu-lid* europese_unie", "b9": "b9 boekarest* oostflank",
        "g7": "g7 g7-landen", "visegrad": "visegrad*", "benelux": "benelux",
        "nato-europe-canada": "europa_en_canada europeanen_en_canada europese_bondgenoten_en_"
        "canada",
    },
    terms={
        "core-defence": "kerndefensie kern_defensie kern-defensie defensiekern kernverdediging "
        "kerntaken",
        "percentage-point": "procentpunt*", "estimate": "raming* schatting* geraamd* geschat*",
        "edition": "editie edities", "constant-prices": "constante_prijzen vaste_prijzen "
        "constante_prijs", "current-prices": "lopende_prijzen huidige_prijzen lopende_prijs",
        "commitment": "verbintenis* toezegging*", "clause": "clausule*",
        "defence-expenditure": "defensie-uitgaven defensieuitgaven", "reservation": "voorbehoud*",
    },
)  # fmt: skip
