from commands.understanding.concepts import Concept
from commands.understanding.words.form import Words

GERMAN = Words(
    cues={
        Concept.WHO: "wer wen wem alle",
        Concept.WHAT: "gibt_es "
        "was",
        Concept.WHEN: "wann an_welchem_tag welcher_tag wie_viele_tage wie_lange_noch welches_datum",
        Concept.WHERE: "wo ort stadt findet_statt stattfind* fand_statt ausgericht* gastgeber*",
        Concept.HOW: "wie auf_welchem_weg",
        Concept.HOW_MUCH: "wieviel wie_viel wie_viele wie_weit wie_hoch wie_groß wie_nah",
        Concept.WHICH: "welchem "
        "welche welcher welches welchen",
        Concept.IF: "wenn falls angenommen",
        Concept.NOT: "nicht kein keine keinen nie niemals lehnt_ab",
        Concept.SUMMIT: "gipfel* nato-gipfel natogipfel",
        Concept.MEETING: "treffen* tagung* sitzung* ministertreffen zusammenkunft trifft "
        "ministerrat",
        Concept.MINISTERS: "minister* verteidigungsminister* außenminister* ministertreffen",
        Concept.ATTEND: "teilnehm* teilgenommen nimmt_teil nahm_teil nehmen_teil teil kommt kommen "
        "kam kamen gekommen dabei anwesend* eingeladen* einladung* gäste gast reist fährt "
        "erschien* erschein* fehlt_in fehlte fehlten fährt zugesagt abgesagt delegation* anreis* "
        "hingefahren geht gehen ging vertreten",
        Concept.BE: "ist war waren sind wird werden gewesen",
        Concept.NEXT: "nächste* kommende* anstehend* bevorsteh*",
        Concept.LAST: "letzte* vorige* vergangen* jüngste*",
        Concept.IN: "in im nach auf beim zum zur",
        Concept.SPEND: "ausgaben* ausgibt gibt_aus geben_aus gibt geben ausgegeben etat* haushalt* "
        "verteidigungsausgaben* verteidigungsetat* bip-anteil anteil* quote nato-quote aufwend* "
        "wendet investier* zahlt zahlen wehretat* prozentsatz budget* steckt militärausgaben",
        Concept.TARGET: "verlangt erwartet "
        "verlangt_von gefordert_von erwartet_von abverlangt "
        "ziel* quote* nato-ziel* vorgabe* soll sollen zielmarke marke latte "
        "schwelle* verpflichtet zwei-prozent-ziel* prozent-ziel",
        Concept.REACH: "genug ausreichend genügend reicht abschneidet schneidet "
        "wie_weit wie_nah erreich* erfüll* schafft* schaffen einhält einhalten hält_ein weit "
        "entfern* fehlt fehlen abstand lücke kurs hinterher rückstand "
        "darunter darüber unter über zurück verfehl* auf_kurs hält gelang* kommt_auf "
        "bis_dahin",
        Concept.STAND: "liegt liegen steht stehen schlägt_sich abschneidet schneidet_ab wo_steht",
        Concept.EQUIPMENT: "ausrüstung* rüstungsanteil großgerät*",
        Concept.SAY: "zu_den_fünf zu_den_5 zum_fünf zum_5 "
        "begründ* rechtfertig* positionen linie argument* redet spricht verspricht "
        "standpunkte einstellungen "
        "sagt sagen sagte sagten haltung* position* meinung* meint meinen standpunkt* "
        "äußer* denkt denken einstellung ansicht* erklär* stellung behauptet reagier*",
        Concept.SUPPORT: "unterstütz* befürwort* dafür zustimm* stimmt_zu einverstanden für_die "
        "für_das steht_hinter trägt_mit tragen_mit stimmen_zu akzeptier* begrüß*",
        Concept.CONDITIONS: "bedingung* unter_bedingungen vorbehalt* bedingt",
        Concept.OPPOSE: "gegen dagegen ablehn* lehnt lehnen widersetz* widerspr* stemm* gegner* "
        "kritisier* blockier* sperrt weiger* widerstand",
        Concept.FLEXIBLE: "flexib* spielraum mehr_zeit aufschub",
        Concept.EXEMPT: "ausnahme* ausgenommen befrei* sonderregel* sonderrolle* extrawurst",
        Concept.UNDECLARED: "unentschieden* unentschlossen* nicht_entschieden nicht_festgelegt "
        "offen noch_nicht_geäußert nicht_positioniert nicht_erklärt",
        Concept.SILENT: "schweig* still nichts_gesagt nichts_bekannt stumm keine_äußerung "
        "nichts_verzeichnet nichts_geäußert",
        Concept.COMPARE: "vergleich* versus vs gegenüber unterschied* gegenüberstell* zwischen "
        "im_vergleich verglichen nebeneinander",
        Concept.RANK: "rangliste* ranking* rang reihenfolge tabelle liste spitzenreiter* "
        "schlusslicht* spitze platzierung* führt vorn vorne anführ*",
        Concept.PLACE: "platz rang stelle platzierung* wievielter",
        Concept.MOST: "meiste* am_meisten höchste* größte* mehr beste* meisten spitze",
        Concept.LEAST: "wenigste* am_wenigsten niedrigste* kleinste* weniger schlechteste* "
        "geringste* schlusslicht*",
        Concept.ALLIES: "verbündete* mitglied* länder staaten land alliierte* nationen "
        "bündnispartner* partner",
        Concept.PATH: "pfad weg fahrplan aufwuchs aufwuchspfad verlauf route hinkommen dorthin",
        Concept.YEARLY: "pro_jahr jedes_jahr jährlich* im_jahr jahr_für_jahr je_jahr alle_jahre",
        Concept.RAISE: "erhöh* steiger* anheb* anhob aufstock* steigt steigen zuleg* zulegt "
        "anwachs* "
        "drauflegen zusätzlich* mehr_ausgeben drauflegt hochfahren",
        Concept.COST: "kost* milliarde* geld euro dollar teuer",
        Concept.POINTS: "punkt punkte punkten prozentpunkt*",
        Concept.PERCENT: "prozent",
        Concept.GROW: "bip_wächst wirtschaft_wächst wachstum* wächst wüchse wirtschaftswachstum*",
        Concept.LATE: "spät später am_ende letzten_jahren hinten",
        Concept.WITHOUT: "ohne",
        Concept.BY: "bis vor ab",
        Concept.AGREED: "beschlossen* beschluss* beschlüsse vereinbar* entschieden* entschied "
        "entscheidung* ergebnis* verabred* einigung geeinigt zugesagt verabschiedet unterzeichnet "
        "versprochen beschloss",
        Concept.PROPOSED: "vorschlag* vorgeschlagen* vorschläge schlug vorschlug schlägt",
        Concept.DEMANDED: "forder* gefordert* verlang*",
        Concept.DRAFT: "entwurf*",
        Concept.PLEDGE: "zusage* verpflichtung* versprechen erklärung klausel* beschluss* "
        "selbstverpflichtung abschlusserklärung kommuniqué vereinbarung* abkommen gipfelerklärung",
        Concept.CALENDAR: "überprüfung* revision wichtigsten_daten kommt_als_nächstes terminplan "
        "veranstaltung* ansteh* als_nächstes_an nächsten_termine "
        "kalender* termin* fristen frist bevor anstehen* stehen_an steht_an "
        "geplant* demnächst agenda zeitplan ereignisse fahrplan_der",
        Concept.HISTORY: "entwickelt* "
        "chronik* verlauf geschichte entwicklung chronolog* historie zeitleiste "
        "zeitstrahl",
        Concept.KNOWN: "bekannt wusste man_wusste erfahren bekanntgeworden erfuhr wussten",
        Concept.CHANGED: "änder* geändert* verändert* neu neues neue neuigkeit* korrigiert* "
        "korrektur* aktuelles nachricht* passiert getan zurückgezogen aktualisier* revidiert*",
        Concept.SINCE: "seit seitdem ab nach zwischen",
        Concept.SOURCES: "quelle* beleg* woher herkunft stammt stammen nachweis* referenz* "
        "grundlage beruh* gestützt fußt quellenangabe* worauf_stütz*",
        Concept.MEANING: "bedeut* heißt definition* definier* versteht verstehen gemeint "
        "was_ist_ein was_ist_eine erkläre meint_ihr begriff besagt",
        Concept.GLOSSARY: "glossar* begriffe wörterverzeichnis fachbegriffe",
        Concept.DIGEST: "zusammenfass* überblick briefing tagesüberblick übersicht lagebild "
        "kurzfassung tagesbericht tagesbriefing lagebericht digest fass auf_den_neuesten_stand "
        "tageszusammenfassung",
        Concept.AS_OF: "stand am per mit_stand",
        Concept.TODAY: "heute heutige* jetzt aktuell* derzeit momentan gerade",
        Concept.YESTERDAY: "gestern",
        Concept.WEEK: "letzter_woche letzte_woche vor_einer_woche vergangene_woche voriger_woche "
        "vorige_woche letzten_woche",
        Concept.MONTH: "letzten_monat letztem_monat vor_einem_monat vorigen_monat",
        Concept.YEAR: "letztes_jahr letztem_jahr vor_einem_jahr voriges_jahr letzten_jahr",
        Concept.THIS_WEEK: "diese_woche dieser_woche",
        Concept.THIS_MONTH: "diesen_monat diesem_monat",
        Concept.THIS_YEAR: "dieses_jahr diesem_jahr",
        Concept.FIELD: "nato verteidigung* bip bündnis allianz wehr* militär* bundeswehr armee* "
        "streitkräfte kern verteidigungsbereich rüstung",
        Concept.OUTSIDE: "gedicht* rezept* wetter fußball spiel spielt match wahl wahlen gewählt "
        "präsident* kanzler* bundeskanzler premierminister* ministerpräsident* gesundheit* "
        "bildung* schule* klima* "
        "panzer* flugzeug* f-16 f16 f-35 kampfjet* schiff* fregatte* soldat* truppe* rakete* "
        "munition atom* angreif* überfall* krieg* restaurant* hotel* film* lied witz mail email "
        "hauptstadt einwohner* inflation steuer* einwander* bundesliga weltmeister* em wm olymp* "
        "börse* visum urlaub* reise* flug flüge ticket* könig* rente* arbeitslos* alter geboren "
        "verheiratet drohne* u-boot* wehrpflicht schreib* übersetz* hausaufgabe* kaufen verkauf* "
        "zug bahn kochen gehalt miete g20 energie öl gas sanktion* krankenhaus* handel beitritt "
        "beigetreten trainer*",
        Concept.FILLER: "gilt gelten geltende fünf "
        "aber abends ach alle allein allem andere anderen anderer anderes anders anhand "
        "anstatt anzeigen auf außer außerdem außerhalb bald beide beiden beim beinahe "
        "besonders besser bestimmt bevor bis bisher bislang bloß dabei dadurch dafür "
        "dagegen daher dahin damals danach daneben dank dann dar darauf daraus darf "
        "darüber darum darunter davor dazwischen deine deinen deiner demnach denen denn "
        "deren derer derzeit deshalb dessen desto deswegen dich dir direkt doch dorthin "
        "drei dritte drüber du durch dürfen eben ebenfalls ebenso ehe eher eigen eigene "
        "eigenen einfach einig einige einigen einiger einiges einzeln entlang entweder "
        "erst erste ersten euch euer eure euro fast ferner früher ganz ganze ganzen gar "
        "gegenüber gehabt gehören gemacht gemäß gern gesagt getan gewesen gleich gut "
        "gute guten guter haben habe habt hallo hast hatte her hin hinter hoch ihm ihn "
        "immer indem innerhalb irgend irgendwie irgendwas jemand jemals jener jenes "
        "jetzt jedoch kaum keiner klar könnt konnte konnten kürzlich kurz lang lange "
        "langsam leider lieber liste los mach mache machen macht machten manche "
        "manchmal mehrere meine meinen meines mindestens miteinander möglich morgen "
        "müssten nachdem nachher nah nahe namen name natürlich neben nebenbei nein "
        "nennen nichts niemand nirgends nochmal nötig nun ob oben oft ohnehin paar per "
        "plötzlich rund runter schaue schauen schau schnell schließlich schreibt sehe "
        "sehen sieht seid seine selber selbst servus sicher sobald sofort sogar solange "
        "solche solchen solcher sollten sondern sowie sowohl später stets trotz "
        "trotzdem tun tut überall überhaupt übrigens umso unser unsere unseren unserer "
        "unten untereinander unterhalb ungefähr ums vielen vieler vielleicht vier "
        "viertel voll vollständig voneinander vorab voraus vorbei vorher vorhin währen "
        "während wäre wären wann warum weil weiter weitere weiteren weiterhin welch wem "
        "wenig wenige weniger wenigstens werde werdet weshalb wessen wieder wieso "
        "wirklich wirst woher wohin wollen wollte worauf woraus worin worüber wovon "
        "wozu würde würden zeigt zeigst ziemlich zuerst zuletzt zunächst zurzeit "
        "zusammen zwar zwei zweite zweiten zwischen moin guten tag grüß tschüss daten "
        "zahl zahlen info infos information informationen details detail fakten fall "
        "beispiel teil seite leute person personen offiziell öffentlich genauer hilfe "
        "hilf helfen erinnere finde finden findet such suche suchen liefer liefere "
        "erstelle kannst magst brauche brauchen braucht interessiert interessieren "
        "interesse angeht betrifft betreffend stück "
        "der die das den dem des ein eine einen einem einer eines und oder von vom "
        "zu zum zur in im an am auf aus bei mit nach für über unter um als auch noch schon "
        "eigentlich denn da dazu daran darin davon hier dort es er sie ihr wir ich du man sich "
        "mir mich uns ihnen sein seine seiner seinen seinem ihre ihrer ihren ihrem mein dein "
        "diese dieser dieses diesen diesem hat haben hatte hatten ist sind war waren wird werden "
        "wurde wurden worden kann können könnte könnten könntest muss müssen müsste soll sollte "
        "will wollen würde darf möchte bitte danke hallo gerne so sehr viel viele alles etwas "
        "nur ja nein nun mal doch wohl etwa zeig zeige zeigen sag sage sagen gib geben nenn nenne "
        "wissen weiß frage antwort wort jahr jahre jahren monat tag tage tagen woche datum ab "
        "dass ob wenn damit dann je pro alle allen jeder jede jedes sonst insgesamt genau ungefähr"
        " laut bezüglich hinsichtlich drin bin bist seid aus los momentane* bereits eben ansehen "
        "gegeben lassen lass laufen stehen steht einmal wo wie",
    },
    months=(
        "januar jänner jan", "februar feb", "märz mär", "april apr", "mai", "juni jun", "juli jul",
        "august aug", "september sept", "oktober okt", "november nov", "dezember dez",
    ),
    members={
        "ALB": "alban*", "BEL": "belgi*", "BGR": "bulgar*", "CAN": "kanad*",
        "CZE": "tschech*", "DEU": "deutsch*", "DNK": "dänemark* däne dänen dänisch*",
        "ESP": "spani*", "EST": "estland* estnisch* esten este", "FIN": "finnland* finnisch* "
        "finnen finne", "FRA": "frankreich* französ* franzose*",
        "GBR": "großbritannien* vereinigte_königreich vereinigten_königreich* brite* britisch* "
        "england* vereinigtes_königreich",
        "GRC": "griech*", "HRV": "kroat*", "HUN": "ungarn* ungar ungarisch*",
        "ISL": "island* isländ*", "ITA": "itali*", "LTU": "litau*", "LUX": "luxemburg*",
        "LVA": "lettland* lettisch* letten", "MKD": "nordmazedon* mazedon*", "MNE": "montenegr*",
        "NLD": "niederl* holl*", "NOR": "norweg*", "POL": "polen* polnisch* pole",
        "PRT": "portug*", "ROU": "rumän*", "SVK": "slowak*", "SVN": "slowen*",
        "SWE": "schwed*", "TUR": "türk*", "USA": "usa vereinigte_staaten vereinigten_staaten "
        "amerik* us-amerik*",
        "UKR": "ukrain*", "RUS": "russ*", "CHN": "china* chines*", "AUT": "österreich*",
        "CHE": "schweiz*", "IRL": "irland* irisch* iren", "JPN": "japan*", "GEO": "georgi*",
        "ISR": "israel*", "SRB": "serb*", "MDA": "moldau* moldaw*", "AUS": "austral*",
    },
    cities={
        "The Hague": "den_haag haag haager", "Ankara": "ankara*", "Tirana": "tirana",
        "Vilnius": "vilnius wilna", "Washington, D.C.": "washington*", "Madrid": "madrid*",
        "Brussels": "brüssel*", "Warsaw": "warschau*", "Newport": "wales newport walis*",
        "London": "london*", "Antalya": "antalya", "Helsingborg": "helsingborg",
    },
    groups={
        "baltic": "balt*", "nordic": "nordisch* skandinav* nordeuropä* nordländer*",
        "eu": "eu eu-mitglied* eu-länder* eu-staaten europäische_union europäischen_union",
        "b9": "b9 bukarest* ostflanke", "g7": "g7 g7-*", "visegrad": "visegrad* visegrád*",
        "nato-europe-canada": "europa_und_kanada europäer_und_kanada europäische_verbündete_und_"
        "kanada",
    },
    terms={
        "core-defence": "kernverteidigung* verteidigungskern kernbereich* kernaufgaben "
        "verteidigung_im_kern kern-verteidigung verteidigung_im_engeren_sinne",
        "percentage-point": "prozentpunkt*", "estimate": "schätzung* schätzwert* geschätzt*",
        "edition": "ausgabe edition editionen", "constant-prices": "konstante_preise "
        "konstanten_preisen konstante_preisen konstanten_preise", "current-prices":
        "laufende_preise laufenden_preisen jeweilige_preise jeweiligen_preisen",
        "commitment": "verpflichtung* zusage*", "clause": "klausel*",
        "defence-expenditure": "verteidigungsausgaben", "reservation": "vorbehalt*",
    },
)  # fmt: skip
