from commands.understanding.concepts import Concept
from commands.understanding.words.form import Words

ITALIAN = Words(
    cues={
        Concept.WHO: "chi",
        Concept.WHAT: "cosa che_cosa che qual cos",
        Concept.WHEN: "quando in_che_data che_giorno quanti_giorni quanto_manca_al quale_data",
        Concept.WHERE: "dov "
        "dove luogo città si_tiene si_terrà si_è_tenuto si_svolg* sede ospit*",
        Concept.HOW: "come in_che_modo",
        Concept.HOW_MUCH: "quanto quanta quanti quante che_percentuale che_quota",
        Concept.WHICH: "quale quali che",
        Concept.IF: "se supponendo",
        Concept.NOT: "non mai nessun* né rifiut* senza_sostenere",
        Concept.SUMMIT: "vertice vertici summit",
        Concept.MEETING: "riunion* incontr* ministerial* riunisc* conferenza",
        Concept.MINISTERS: "ministro ministri ministerial*",
        Concept.ATTEND: "partecipanti invitato ospiti elenco_dei_partecipanti presentat* recat* "
        "presenti "
        "partecip* viene vengono verrà verranno venuto venuti va vanno andrà "
        "andranno andato andata andati c_era c_erano ci_sarà ci_saranno presente presenti "
        "presenza assente assenti invitat* delegazion* sarà saranno stato è_andato",
        Concept.BE: "è era erano sono sarà saranno stato stata stati fu",
        Concept.NEXT: "prossim* seguent* successiv*",
        Concept.LAST: "ultim* precedent* scors*",
        Concept.IN: "a ad in al all alla",
        Concept.SPEND: "spend* spes* budget bilanci* quota* pil destina* investe* stanzia* cifra "
        "livello percentual* paga pagano",
        Concept.TARGET: "si_chiede viene_chiesto chiede_a richiede_a si_pretende dovuto "
        "dovrebbe_spendere "
        "obiettiv* traguard* soglia* target quota_nato obbligh* impegno_nato "
        "richiest*",
        Concept.REACH: "abbastanza sufficiente* insufficient* a_che_punto_è messa messo mess* "
        "andamento "
        "raggiun* rispett* manca mancano lontan* distanza distanze "
        "ritardo sotto sopra "
        "vicin* divario in_linea arriva* centra* soddisf* ce_la_fa indietro super* resta "
        "a_che_punto adempi*",
        Concept.STAND: "si_trova si_colloca come_va come_sta com_è_messa",
        Concept.EQUIPMENT: "equipaggiament* armamenti",
        Concept.SAY: "giustific* posizioni linea argoment* parla promette ha_promesso dichiarato "
        "motiv* "
        "dice dicono diceva ha_detto detto posizion* opinion* pensa pensano "
        "atteggiament* sostien* dichiara* afferm* parere reazion* punto_di_vista",
        Concept.SUPPORT: "appoggi* sostien* sosten* sosteng* favorevol* a_favore accett* d_accordo "
        "approv* condivid* favore",
        Concept.CONDITIONS: "condizion* con_riserva",
        Concept.OPPOSE: "oppon* oppost* opposizion* contro contrari* rifiut* resping* critic* "
        "ostacol* respinto si_oppone",
        Concept.FLEXIBLE: "flessib* margine più_tempo elasticit*",
        Concept.EXEMPT: "esen* esonera* esonero eccezion* deroga* esclus*",
        Concept.UNDECLARED: "indecis* non_ha_deciso non_hanno_deciso non_si_è_espress* "
        "non_si_sono_espressi non_dichiarat* non_ancora_deciso senza_posizione "
        "non_ha_preso_posizione non_hanno_preso_posizione",
        Concept.SILENT: "silenzi* tace tacciono nulla_detto non_ha_detto_nulla "
        "non_hanno_detto_nulla non_ha_detto_niente non_hanno_detto_niente zitt*",
        Concept.COMPARE: "confront* paragon* contro versus vs rispetto_a differenz* tra fra "
        "a_fianco",
        Concept.RANK: "classific* graduatoria ranking lista elenco ordine testa guida prim* ultim*",
        Concept.PLACE: "posto posizion* piazza* piazzamento",
        Concept.MOST: "più maggior* miglior* massim* di_più primo primi",
        Concept.LEAST: "meno minor* peggior* minim* più_bass* fanalino ultimo ultimi",
        Concept.ALLIES: "alleat* membri paesi stati nazioni governi membro",
        Concept.PATH: "percorso cammino traiettoria tabella_di_marcia strada ritmo rotta",
        Concept.YEARLY: "ogni_anno all_anno annu* per_anno anno_per_anno l_anno tutti_gli_anni",
        Concept.RAISE: "aument* increment* alz* accresc* aggiung* elev* salire cresc* in_più",
        Concept.COST: "cost* miliard* soldi denaro euro",
        Concept.POINTS: "punto punti punti_percentuali punto_percentuale",
        Concept.PERCENT: "per_cento percento",
        Concept.GROW: "pil_cresce economia_cresce crescita cresce crescesse",
        Concept.LATE: "tardi alla_fine ultimi_anni",
        Concept.WITHOUT: "senza",
        Concept.BY: "entro nel fino prima per",
        Concept.AGREED: "concordat* decis* accord* adottat* firmat* stabilit* conclus* conclusion* "
        "pattuit* risultat* promess* impegnat* deliberat* approvato",
        Concept.PROPOSED: "propos* proposta propon* suggeri*",
        Concept.DEMANDED: "chiest* chied* pretes* preten* esig*",
        Concept.DRAFT: "bozza",
        Concept.PLEDGE: "impegn* promess* dichiarazione clausol* patto comunicato accordo",
        Concept.CALENDAR: "revisione riesame verifica eventi date_importanti prossimi_eventi tappa "
        "calendario agenda scadenz* date in_programma appuntament* eventi "
        "previst* prossime_date in_arrivo tappe",
        Concept.HISTORY: "evolut* "
        "cronologi* storia storico evoluzione cronistoria cronaca nel_tempo",
        Concept.KNOWN: "si_è_saputo saput* si_sapeva not* sapeva venuto_a_sapere emers* conosciut*",
        Concept.CHANGED: "cambiat* cambi* nuovo novità nuove nuovi notizi* aggiorna* corrett* "
        "correzion* successo modific* ritirat* rivist*",
        Concept.SINCE: "da dal dall dallo dopo a_partire tra",
        Concept.SOURCES: "fonte fonti riferiment* da_dove provengono proviene prove basano basa "
        "fondano vengono_i viene_il_dato arrivano_i",
        Concept.MEANING: "signific* vuol_dire definizion* defini* si_intende intend* "
        "che_cos_è cos_è cosa_è_un spiega* vogliono_dire intendete intendono",
        Concept.GLOSSARY: "glossario vocabolario terminologia lessico",
        Concept.DIGEST: "riassunt* sintesi riepilog* briefing bollettino panoramica rassegna "
        "quadro del_giorno digest punto_della_situazione aggiornamento_quotidiano",
        Concept.AS_OF: "al a alla_data",
        Concept.TODAY: "oggi attualmente adesso ora odiern*",
        Concept.YESTERDAY: "ieri",
        Concept.WEEK: "settimana_scorsa scorsa_settimana una_settimana_fa ultima_settimana",
        Concept.MONTH: "mese_scorso scorso_mese un_mese_fa ultimo_mese",
        Concept.YEAR: "anno_scorso scorso_anno un_anno_fa",
        Concept.THIS_WEEK: "questa_settimana",
        Concept.THIS_MONTH: "questo_mese",
        Concept.THIS_YEAR: "quest_anno",
        Concept.FIELD: "nato difesa militar* pil alleanza esercit* forze_armate nucleo atlantic*",
        Concept.OUTSIDE: "poesia ricetta tempo_fa meteo calcio partita partite elezion* vinto "
        "presidente cancelliere primo_ministro premier sanità salute istruzione scuol* clima "
        "climatic* carri carro aerei aereo f-16 f16 f-35 caccia navi nave soldat* truppe missil* "
        "munizion* nuclear* attacc* invad* guerra ristorant* hotel albergo film canzone "
        "barzelletta mail email capitale popolazione inflazione tasse tassa immigra* mondiali "
        "europei_di olimpic* serie_a borsa turismo vacanz* viaggi* bigliett* voli volo "
        "ministro_dell ministro_degli re regina pension* disoccupazione età sposat* droni "
        "drone sommergibil* leva scrivi* traduc* compiti comprare vend* treno cucina* stipendi* "
        "affitto g20 energia petrolio gas sanzion* ospedal* commercio adesione nazionale",
        Concept.FILLER: "abbiamo adesso affinché alcuna alcuni alcuno almeno altrettanto "
        "altrimenti "
        "ambedue anzi appena assai attraverso avanti avete aveva avevano avrà avranno "
        "avrebbe basta ben bene benissimo breve buon buona buonasera caso cento certa "
        "certe certi certo che chiunque ciascuno ciò cioè circa codesto cognome coi col "
        "colui comunque conto correttamente cosi così cui da dappertutto davanti "
        "davvero debba dentro deve dietro differente dinanzi dirmi diverso diversi "
        "dirci dopo dove due dunque durante ebbe eccetera egli ella entrambi eppure era "
        "eravamo esattamente esempio esiste esso etc facciamo fai fanno farà fase fatto "
        "fin finalmente finché fine fino fra fui fuori furono genere generale già giù "
        "grande grandi grazie ha hai hanno ho i ieri infatti infine info informazioni "
        "informazione inoltre insieme intanto intorno invece io lato lei lista liste lì "
        "lo loro lui lungo ma magari mai male malgrado me medesimo meglio mentre mi mia "
        "miei mio modo molta molti moltissimo mondo nome nomi noi nome nostra nostri "
        "nostro numero numeri oggi ogni ognuno oltre oppure ora ormai ovunque ovvero "
        "parecchi parte peccato per perché perciò perfino però persino persona persone "
        "più piuttosto poca pochi poi poiché possa possibile possiamo posso pressoché "
        "presto prima primo principale probabilmente proprio pur pure purtroppo qualche "
        "qualcosa qualcuno qualunque quanto quarto quasi quattro quell quella quello "
        "quest quindi quinto realmente recente recentemente registro ricordami ricorda "
        "ripeti riesce riescono sa sai saranno sarebbe secondo seconda sei sembra "
        "sempre senza seppure sia siamo siano siate siete siffatto sì solito solo "
        "soltanto sono sopra soprattutto sottosopra sta stai stanno stati stava su "
        "subito successivamente suo tale tali talvolta tanto te tempo terzo ti tipo "
        "totale tra tranne tre troppo tu tua tuo tuoi tutt tuttavia ufficiale "
        "ufficialmente ultimamente umano un vale vari varia varie vario vedi veramente "
        "verso vi via vicino visto vita voglio volta volte vostro vuole trova trovare "
        "cerca cercare elenca elencami fammi mi dica mi dici indicami puoi potrebbe "
        "potresti saluti salve caro cari dati dato cifre dettaglio dettagli gente punto "
        "interessa interessato "
        "il lo la i gli le l un uno una di del dello della dei degli delle d a ad "
        "al allo alla ai agli alle all in nel nello nella nei negli nelle nell con su sul sulla "
        "sullo sui sulle per e o ed da dal dalla dalle dall suo sua suoi sue loro si ci vi ne me "
        "mi "
        "ti che è sono era ha hanno aveva avere essere fa fare fatto deve devono dovrebbe può "
        "possono potrebbe potresti puoi può vuole vogliono vuoi vorrei favore grazie ciao "
        "buongiorno "
        "anche ancora già molto poco tutto tutti tutte niente nulla altro altri secondo verso "
        "quello quella questi queste questo questa dimmi dammi mostra mostrami sapere so vedere "
        "dare domanda parola termine anno anni mese giorno giorni settimana data attual* esatta* "
        "quindi allora ecco qui lì nuovo di_nuovo adesso quale voi noi io tu lui lei essi c "
        "riguardo circa proposito stato potete fosse",
    },
    months=(
        "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
        "luglio lug", "agosto ago", "settembre set sett", "ottobre ott", "novembre nov",
        "dicembre dic",
    ),
    members={
        "ALB": "alban*", "BEL": "belg*", "BGR": "bulgar*", "CAN": "canad*",
        "CZE": "cechia repubblica_ceca ceco cechi ceca", "DEU": "german* tedesc*",
        "DNK": "danimarca danes*", "ESP": "spagn*", "EST": "estoni* estone estoni",
        "FIN": "finland*", "FRA": "francia frances*",
        "GBR": "regno_unito gran_bretagna britannic* inghilterra ingles*",
        "GRC": "grecia grec*", "HRV": "croaz* croat*", "HUN": "ungher*", "ISL": "island*",
        "ITA": "itali*", "LTU": "lituan*", "LUX": "lussembur*", "LVA": "letton* lettoni*",
        "MKD": "macedon*", "MNE": "montenegr*", "NLD": "paesi_bassi oland*", "NOR": "norveg*",
        "POL": "poloni* polacc*", "PRT": "portog*", "ROU": "romani* rumen*",
        "SVK": "slovacc*", "SVN": "sloven*", "SWE": "svezi* svedes*", "TUR": "turchi* turc*",
        "USA": "stati_uniti usa american* america statunitens*",
        "UKR": "ucrain*", "RUS": "russi* russo", "CHN": "cina cines*", "AUT": "austria*",
        "CHE": "svizzer*", "IRL": "irland*", "JPN": "giappon*", "GEO": "georgia*",
        "ISR": "israel*", "SRB": "serbia serb*", "MDA": "moldav* moldov*", "AUS": "australi*",
    },
    cities={
        "The Hague": "l_aia aia aja", "Ankara": "ankara", "Tirana": "tirana", "Vilnius": "vilnius",
        "Washington, D.C.": "washington", "Madrid": "madrid", "Brussels": "bruxelles",
        "Warsaw": "varsavia", "Newport": "galles newport", "London": "londra",
        "Antalya": "antalya adalia", "Helsingborg": "helsingborg",
    },
    groups={
        "baltic": "baltic*", "nordic": "nordic* scandinav*",
        "eu": "ue unione_europea", "b9": "b9 nove_di_bucarest fianco_est fianco_orientale",
        "g7": "g7", "visegrad": "visegrad",
        "nato-europe-canada": "europa_e_canada europei_e_canada alleati_europei_e_canada "
        "alleati_europei_e_il_canada europei_e_il_canada",
    },
    terms={
        "core-defence": "difesa_di_base nucleo_della_difesa difesa_essenziale difesa_in_senso_"
        "stretto core_defence difesa_fondamentale difesa_centrale difesa_pura difesa_propriamente_"
        "detta spese_di_base nucleo_di_difesa",
        "percentage-point": "punto_percentuale punti_percentuali",
        "estimate": "stima stime stimat*", "edition": "edizion*",
        "constant-prices": "prezzi_costanti prezzo_costante", "current-prices": "prezzi_correnti "
        "prezzo_corrente", "commitment": "impegno impegni", "clause": "clausol*",
        "defence-expenditure": "spesa_per_la_difesa spese_per_la_difesa", "reservation": "riserv*",
    },
)  # fmt: skip
