from commands.understanding.concepts import Concept
from commands.understanding.words.form import Words

POLISH = Words(
    cues={
        Concept.WHO: "kto kogo komu",
        Concept.WHAT: "co czego",
        Concept.WHEN: "kiedy którego_dnia jakiego_dnia ile_dni za_ile",
        Concept.WHERE: "gdzie miejsce miasto odbędzie_się odbył_się odbywa odbędzie gospodarz*",
        Concept.HOW: "jak w_jaki_sposób",
        Concept.HOW_MUCH: "ile jaki_procent jaką_część jak_daleko jak_dużo",
        Concept.WHICH: "który która które którzy jakie jaki jaka",
        Concept.IF: "jeśli jeżeli gdyby gdy zakładając",
        Concept.NOT: "nie nigdy żaden bez_poparcia",
        Concept.SUMMIT: "szczyt* szczyc*",
        Concept.MEETING: "spotkan* posiedz* narad* konferencj* ministerial* spotkają spotyka* "
        "spotkaj*",
        Concept.MINISTERS: "minister* ministr* ministrowie ministrów",
        Concept.ATTEND: "uczestni* udział przyjedzie przyjadą przyjech* przyby* weźmie_udział "
        "wziął był była byli było będzie_na obecn* zaprosz* nieobecn* pojedzie pojadą pojech* "
        "jedzie jadą gości goście delegacj* przyjdzie przyjdą zjawi* pojawi*",
        Concept.BE: "jest był była było byli będzie będą są",
        Concept.NEXT: "następn* najbliższ* kolejn* nadchodząc*",
        Concept.LAST: "ostatni* poprzedni* ubiegł* zeszł*",
        Concept.IN: "w we na do",
        Concept.SPEND: "wyda* budżet* pkb udział_w przeznacz* nakład* odsetek procent_pkb "
        "łoży poziom",
        Concept.TARGET: "wymaga* oczekuj* żąda_się powinn* "
        "cel celu cele celem celów próg progu wymog* wymóg kwot* norm* zobowiązan* "
        "pułap*",
        Concept.REACH: "wystarczająco dość dosyć dostatecznie sobie_radzi idzie nadąża "
        "jak_daleko osiąg* spełni* wypełni* brakuj* daleko dziel* odległ* poniżej powyżej "
        "w_tyle na_kursie realizuj* dotrzym* zosta* luka luki osiągnie dojdzie przekracz* "
        "przekrocz* wywiąz* daleka brak",
        Concept.STAND: "stoi wypada sobie_radzi ma_się plasuje",
        Concept.EQUIPMENT: "uzbrojeni* sprzęt*",
        Concept.SAY: "sądz* o_tym "
        "uzasadni* argument* obiecuj* mowi wypowiad* wypowiedzi* komentuj* komentarz "
        "mówi mówił* powiedzi* stanowisk* opini* pogląd* twierdz* zdani* uważa* "
        "deklar* oświadcz* myśli sądzi zapatruj* podejści* postaw*",
        Concept.SUPPORT: "popier* poparci* poparł* za_cel zgadza* akceptuj* zwolenni* opowiada* "
        "wspier* jest_za są_za",
        Concept.CONDITIONS: "warunk* warunkow* pod_warunk* zastrzeżen*",
        Concept.OPPOSE: "przeciw* sprzeciw* odrzuc* nie_zgadza* krytyk* odmaw* odmówi* opon*",
        Concept.FLEXIBLE: "elastyczn* więcej_czasu swobod* luz",
        Concept.EXEMPT: "wyjątk* wyjątek zwolni* wyłącz* odstępstw*",
        Concept.UNDECLARED: "niezdecydowan* nie_zdecydowa* niezadeklarowan* nie_zajęł* "
        "nie_zadeklarowa* bez_stanowiska nie_określi* nie_opowiedzi*",
        Concept.SILENT: "milcz* cich* nic_nie_powiedzi* nie_wypowiedzi* nie_zabra* brak_wypowiedzi",
        Concept.COMPARE: "porówn* kontra versus vs zestaw* różnic* między a_nie w_porównaniu",
        Concept.RANK: "ranking* klasyfikacj* zestawieni* lista liście tabel* kolejnoś* lider* "
        "czołów* czele",
        Concept.PLACE: "miejsc* pozycj* lokat* miejsce_zajmuje",
        Concept.MOST: "najwięc* najwyż* najwięk* więcej najleps* prowadz* przodu*",
        Concept.LEAST: "najmniej* najniż* mniej najgor* końcu ostatni*",
        Concept.ALLIES: "sojusznic* członk* państw* kraj* kraje krajów rząd* sojuszników",
        Concept.PATH: "ścieżk* drog* trajektori* plan_doj* dojść dojście harmonogram_doj*",
        Concept.YEARLY: "rocznie co_roku każdego_roku corocznie coroczn* na_rok rok_do_roku "
        "w_każdym_roku",
        Concept.RAISE: "zwiększ* podnos* podnieś* podnosi* wzrost* dodać doda* dokłada* dołoż* "
        "podwyż* rosnąć wzrosną wzrasta*",
        Concept.COST: "koszt* miliard* pieniąd* pieniędzy",
        Concept.POINTS: "punkt* pkt punktów_proc* p.p.",
        Concept.PERCENT: "procent* proc",
        Concept.GROW: "pkb_rośnie pkb_wzrośnie gospodarka_rośnie wzrostu_gospodarczego rośnie "
        "wzrośnie urośnie pkb_będzie_rosnąć rósł pkb_rosło",
        Concept.LATE: "późn* na_końcu pod_koniec ostatnich_latach",
        Concept.WITHOUT: "bez",
        Concept.BY: "do w przed",
        Concept.AGREED: "uzgodni* ustal* uchwal* zdecydowano decyzj* postanowi* przyjęt* przyjęto "
        "zapad* wynik* zobowiąz* podpis* zapadł* obieca*",
        Concept.PROPOSED: "propon* propoz* zaproponow*",
        Concept.DEMANDED: "żąda* domaga* zażąda* żądan*",
        Concept.DRAFT: "projekt*",
        Concept.PLEDGE: "zobowiązan* deklaracj* obietnic* przyrzecz* klauzul* porozumien* "
        "komunikat*",
        Concept.CALENDAR: "kiedy_przegląd rewizj* ważne_daty najbliższe_terminy co_nas_czeka "
        "wydarzenia "
        "przed_nami "
        "kalendarz* termin* harmonogram* nadchodz* zaplanow* plany "
        "najbliższe_wydarzenia wydarze* agenda daty czeka",
        Concept.HISTORY: "rozwija* zmieniał* "
        "histori* chronolog* kronik* oś_czasu przebieg ewolucj* osi_czasu "
        "kalendarium",
        Concept.KNOWN: "wiadom* wiedzia* dowiedzi* ujawni* znane znany wiemy ogłoszono",
        Concept.CHANGED: "zmieni* zmian* nowego nowe nowości nowości nowość aktualizacj* popraw* "
        "skorygow* wydarzy* wycofa* aktualności słychać nowy",
        Concept.SINCE: "od po między",
        Concept.SOURCES: "źródł* źródeł skąd pochodz* dowod* podstaw* odnośnik* opiera* przypis*",
        Concept.MEANING: "znacz* oznacz* definicj* rozumie* to_jest co_to wyjaśn* znaczenie "
        "definiuj* na_czym_polega chodzi",
        Concept.GLOSSARY: "słownik* słowniczek glosariusz pojęcia",
        Concept.DIGEST: "podsumowan* przegląd* streszcz* skrót briefing raport* biuletyn digest "
        "podsumuj",
        Concept.AS_OF: "na dzień stan",
        Concept.TODAY: "dziś dzisiaj teraz obecnie aktualnie dzisiejsz*",
        Concept.YESTERDAY: "wczoraj wczorajsz*",
        Concept.WEEK: "zeszłego_tygodnia zeszłym_tygodniu ubiegłego_tygodnia tydzień_temu "
        "poprzedniego_tygodnia ostatniego_tygodnia ubiegłym_tygodniu tygodnia_temu",
        Concept.MONTH: "zeszłego_miesiąca zeszłym_miesiącu ubiegłego_miesiąca miesiąc_temu "
        "ubiegłym_miesiącu",
        Concept.YEAR: "zeszłego_roku zeszłym_roku ubiegłego_roku rok_temu ubiegłym_roku",
        Concept.THIS_WEEK: "tym_tygodniu tego_tygodnia",
        Concept.THIS_MONTH: "tym_miesiącu tego_miesiąca",
        Concept.THIS_YEAR: "tym_roku tego_roku",
        Concept.FIELD: "nato obron* pkb sojusz* wojsko* militarn* armi* zbroj* rdze* atlantyck*",
        Concept.OUTSIDE: "wiersz przepis pogod* piłk* mecz* wybor* wygra* prezydent* kanclerz* "
        "premier* zdrowi* zdrowotn* edukacj* szkoł* klimat* czołg* samolot* f-16 f16 f-35 "
        "myśliw* okręt* statk* żołnierz* rakiet* amunicj* atomow* nuklearn* jądrow* zaatak* "
        "napad* wojna wojnę wojny restauracj* hotel* film* piosenk* żart* mail email stolic* "
        "ludnoś* mieszkańc* inflacj* podatk* podatek imigra* mistrzostw* olimpij* ekstraklas* "
        "giełd* wiza wizy wakacj* urlop* podróż* bilet* lot loty lotów król* emeryt* bezroboc* "
        "wiek urodzi* żona mąż dron* podwodn* pobór napisz przetłumacz kupić sprzeda* pociąg* "
        "gotow* pensj* g20 energi* ropa gaz sankcj* szpital* handl* wstąpi* przystąpi*",
        Concept.FILLER: "dnia "
        "albo ale ależ ani aż bardziej bez bo bowiem byłaby byłby byłoby byś całe cały "
        "całkiem chyba ciebie ciągle cokolwiek dalej dla dlaczego dlatego do dobra "
        "dobry dobrze dokąd dookoła drugi drugie dwa dwie dzięki dziś gdyż gdziekolwiek "
        "hej halo i ich ile im inna inne innych iż ja ją jakby jakieś jakiś jako jakoś "
        "je jeden jedna jednak jedno jednym jedynie jego jej jemu jestem jeszcze każda "
        "każde ki kilka kimś kolejne kolejny koniec konkretnie która której którego "
        "którym których którymi którzy ktoś lecz lista listę listy lub ma mają mało "
        "mamy mi miała miały miedzy mimo mną mniej mną mógł mogła mogli możemy moi moim "
        "moja moje mój mój musi na nad nam nami natomiast nas nasz nasza nasze nasi "
        "natychmiast nawet nazwa nazwy nią nic nich nie niech niego niej niektóre nigdy "
        "nim nimi niż no o obok oczywiście od oficjalnie ogólnie około on ona one oni "
        "ono oraz osoba osoby oto owszem pan pana pani po pod podczas pomimo ponad "
        "ponieważ poza prawie przecież przed przede przez przy razie rzecz rzeczy są "
        "sam sama same sami się skoro sobą sobie szczegóły szybko ta tak taka taki "
        "takie takich także tam te tę tego tej temu ten teraz też to tobą tobie toteż "
        "totobą trzeba trzy tu tutaj twoi twoim twoja twoje twym twój ty tych tylko tym "
        "u w wam wami wasz wasza wasze we według wiele wielu więc więcej właśnie "
        "wszyscy wszystkich wszystkie wszystkim wtedy wy z za zapewne zawsze ze zł znów "
        "znowu został żaden żadna żadne żadnych że żeby dotyczące odnośnie dotyczy "
        "aktualny aktualna aktualne liczb informacje informację informacji info fakty "
        "szczegół pokazać podać poproszę prosze interesuje wiedzieć dowiedzieć sprawdź "
        "sprawdzić znajdź przypomnij wymień lubię potrzebuję potrzebuje ludzie osób "
        "część strona razem ostatnio niedawno wkrótce oficjalny "
        "i oraz a o w we z ze na do od po za przy dla przez pod nad u się to ten "
        "ta te tego tej tym tych temu jest są był była było być będzie czy jak jaki jaka jakie "
        "jego jej ich ja ty my wy on ona oni mi mnie nam nas ci cię pan pani państwo proszę "
        "prosić dziękuję cześć witam mogę można może mogą chcę chce chcą musi muszą powinien "
        "powinna powinny ma mają mieć mam miał już jeszcze też także tylko bardzo dużo mało "
        "wszystko wszystkie wszyscy każdy coś nic inny inne według wobec podaj pokaż powiedz "
        "powiedzieć daj wiedzieć pytanie słowo termin rok roku lata lat miesiąc dzień dni "
        "tydzień tygodnia data który która dokładnie właściwie więc tam tu teraz swój swoje "
        "swoją swoich chodzi sprawie temat temacie tematu no ale gdzie względem wciąż dana dane "
        "danych liczby liczba żeby aby by razem naprawdę",
    },
    months=(
        "styczeń stycznia styczniu", "luty lutego lutym", "marzec marca marcu",
        "kwiecień kwietnia kwietniu", "maj maja maju", "czerwiec czerwca czerwcu",
        "lipiec lipca lipcu", "sierpień sierpnia sierpniu", "wrzesień września wrześniu",
        "październik października październiku", "listopad listopada listopadzie",
        "grudzień grudnia grudniu",
    ),
    members={
        "ALB": "albani* albańsk*", "BEL": "belgi* belgowie belgijs*", "BGR": "bułgar*",
        "CAN": "kanad*", "CZE": "czech* czesk* czesi", "DEU": "niemc* niemiec* niemiecc*",
        "DNK": "dani dania danią danię duńsk* duńczy*", "ESP": "hiszpan* hiszpań*",
        "EST": "estoni* estońs* estończy*", "FIN": "finlandi* fińsk* finow*",
        "FRA": "francj* francu*", "GBR": "wielka_brytania wielkiej_brytanii wielką_brytanię "
        "brytyj* brytani* zjednoczone_królestwo anglia anglii",
        "GRC": "grecj* grec* grek*", "HRV": "chorwac* chorwat*", "HUN": "węg*",
        "ISL": "island*", "ITA": "włoch* włosi włosk* włosz*", "LTU": "litw* litews*",
        "LUX": "luksembur*", "LVA": "łotw* łotews* łotysz*", "MKD": "macedon*",
        "MNE": "czarnogór* czarnogor*", "NLD": "holandi* holender* niderland*", "NOR": "norwe*",
        "POL": "polsk* polsc* polac*", "PRT": "portugal*", "ROU": "rumuni* rumuńs* rumun*",
        "SVK": "słowac* słowak*", "SVN": "słoweni* słoweńs* słoweń*", "SWE": "szwec* szwed* "
        "szwedz*", "TUR": "turcj* turec* turc* turk*",
        "USA": "usa stany_zjednoczone stanów_zjednoczonych stanom_zjednoczonym stanach_"
        "zjednoczonych amery*",
        "UKR": "ukrai*", "RUS": "rosj* rosyj*", "CHN": "chin* chińs*", "AUT": "austri*",
        "CHE": "szwajcar*", "IRL": "irland*", "JPN": "japoni* japońs*", "GEO": "gruzj* gruziń*",
        "ISR": "izrael*", "SRB": "serbi* serbs*", "MDA": "mołdaw*", "AUS": "australi*",
    },
    cities={
        "The Hague": "haga hadze hagi hagę haską haskim haski haska haskiego haskiej",
        "Ankara": "ankar*", "Tirana": "tiran*",
        "Vilnius": "wilno wilnie wilna wilnem wileńsk*", "Washington, D.C.": "waszyngton*",
        "Madrid": "madry*", "Brussels": "bruksel*", "Warsaw": "warszaw*",
        "Newport": "walia walii walię newport", "London": "londyn*", "Antalya": "antaly*",
        "Helsingborg": "helsingborg*",
    },
    groups={
        "baltic": "bałty*", "nordic": "nordyc* skandynaw*",
        "eu": "ue unia_europejska unii_europejskiej unijn*",
        "b9": "b9 bukareszteńsk* bukaresztańsk* wschodnia_flanka wschodniej_flanki flanki_"
        "wschodniej",
        "g7": "g7", "visegrad": "wyszehrad*",
        "nato-europe-canada": "europa_i_kanada europy_i_kanady europejscy_sojusznicy_i_kanada",
    },
    terms={
        "core-defence": "podstawowa_obrona obrona_podstawowa rdzeń_obron* obrony_podstawowej "
        "podstawowej_obrony obronność_podstawowa podstawowa_obronność podstawowe_wydatki_obronne "
        "rdzeń_obronny trzon_obron* ścisła_obronność obrona_ścisła kluczowa_obrona "
        "zasadnicza_obrona core_defence obronność_w_ścisłym_sensie obrona_w_ścisłym_sensie "
        "podstawowe_potrzeby_obronne podstawowe_wymogi_obronne",
        "percentage-point": "punkt_procentowy punkty_procentowe punktu_procentowego "
        "punktów_procentowych",
        "estimate": "szacun* oszacow* szacunek", "edition": "edycj* wydani*",
        "constant-prices": "ceny_stałe cen_stałych cenach_stałych stałe_ceny", "current-prices":
        "ceny_bieżące cen_bieżących cenach_bieżących bieżące_ceny",
        "commitment": "zobowiązan*", "clause": "klauzul*",
        "defence-expenditure": "wydatki_obronne wydatki_na_obron*", "reservation": "zastrzeżen*",
    },
)  # fmt: skip
