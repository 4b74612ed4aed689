from commands.understanding.concepts import Concept
from commands.understanding.words.form import Words

FRENCH = Words(
    cues={
        Concept.WHO: "qui",
        Concept.WHAT: "que quoi qu quel quelle quels quelles est-ce ce_que",
        Concept.WHEN: "quand quelle_date quel_jour quelles_dates combien_de_jours dans_combien "
        "combien_de_temps_avant",
        Concept.WHERE: "où lieu ville se_tient se_tiendra s_est_tenu a_lieu aura_lieu a_eu_lieu "
        "accueill* organis*",
        Concept.HOW: "comment de_quelle_manière de_quelle_façon",
        Concept.HOW_MUCH: "combien quelle_part quel_pourcentage à_combien",
        Concept.WHICH: "quel quelle quels quelles lesquels lequel",
        Concept.IF: "si en_supposant supposons",
        Concept.NOT: "ne n pas jamais aucun non refus* ni",
        Concept.SUMMIT: "sommet sommets",
        Concept.MEETING: "réunion* rencontre* conférence* ministérielle* se_réuni* réuni*",
        Concept.MINISTERS: "ministre ministres ministériel*",
        Concept.ATTEND: "particip* assist* vient viendra viennent viendront venu venus venir "
        "présent* présence invit* sera seront allé allés irait ira iront va_aller absent* "
        "délégation* sera_là était_là s_est_rendu se_rend se_rendra rendu convi* "
        "sont_allés y_va y_sera y_était",
        Concept.BE: "est était étaient sont sera seront été fut",
        Concept.NEXT: "prochain* suivant* à_venir",
        Concept.LAST: "dernier* dernière* précédent*",
        Concept.IN: "à en au aux dans",
        Concept.SPEND: "à_combien "
        "dépens* budget* part du_pib consacr* alloue* effort* niveau chiffre* "
        "pourcentage débours* paie investi*",
        Concept.TARGET: "objectif* cible* but seuil* quota* obligation* barre exigence*",
        Concept.REACH: "assez suffisamment insuffisant* atteint-elle atteint-il hauteur "
        "atteint atteindr* atteign* respect* rempli* écart manque* loin retard "
        "à_la_traîne "
        "dans_les_clous en_bonne_voie tient tiendra parvien* arriv* loin_de distance reste* "
        "conform* satisf* y_est y_arrive dépass* au-dessus "
        "au-dessous en_dessous sépare franch*",
        Concept.STAND: "en_est se_situe situe où_en_est se_porte s_en_sort",
        Concept.EQUIPMENT: "équipement*",
        Concept.SAY: "justifi* positions ligne parle argument* promet promis propos_de "
        "dit disent disait dire position* avis pense* point_de_vue opinion attitude "
        "déclar* réagi* réaction* affirm* prétend* se_positionn*",
        Concept.SUPPORT: "soutien* souten* appui* favorable* pour_les pour_le d_accord accept* "
        "approuv* en_faveur adhèr* adhér* partisan*",
        Concept.CONDITIONS: "condition* sous_conditions sous_réserve",
        Concept.OPPOSE: "oppos* contre rejet* refus* critiqu* en_désaccord désapprouv* résist* "
        "hostile* bloqu*",
        Concept.FLEXIBLE: "flexib* souplesse marge_de_manœuvre plus_de_temps délai*",
        Concept.EXEMPT: "exempt* dérogation* exception* dispens* exonér* régime_spécial",
        Concept.UNDECLARED: "indécis* non_déclar* pas_encore_décidé pas_décidé pas_prononcé "
        "sans_position pas_pris_position pas_tranché pas_encore_prononcé",
        Concept.SILENT: "silencieu* silence rien_dit rien_déclaré muet* rien_enregistré "
        "pas_exprimé",
        Concept.COMPARE: "compar* versus vs face_à différence* entre par_rapport_à contre "
        "côte_à_côte",
        Concept.RANK: "class* rang rangs palmarès liste tableau podium tête premiers derniers "
        "queue champions",
        Concept.PLACE: "place rang rangs classé classée position_occupe combientième place_occupe",
        Concept.MOST: "plus meilleur* élevé* grand* maximum davantage premier premiers",
        Concept.LEAST: "moins plus_bas plus_faible* plus_petit* pire* derniers minimum dernier",
        Concept.ALLIES: "allié* membre* pays états nations capitales",
        Concept.PATH: "trajectoire chemin feuille_de_route parcours rythme plan_pour voie",
        Concept.YEARLY: "chaque_année par_an annuel* annuellement tous_les_ans année_par_année "
        "année_après_année",
        Concept.RAISE: "augment* hausse* accroît* accroitr* relev* ajout* progress* "
        "supplémentaire*",
        Concept.COST: "coût* coûte* milliard* argent facture prix_à_payer",
        Concept.POINTS: "point points point_de_pourcentage points_de_pourcentage",
        Concept.PERCENT: "pourcent pour_cent",
        Concept.GROW: "croissance pib_croît pib_augmente pib_progresse croît grandit",
        Concept.LATE: "tard tardif* à_la_fin dernières_années en_fin",
        Concept.WITHOUT: "sans hors",
        Concept.BY: "d_ici en avant jusqu_en jusqu_à pour",
        Concept.AGREED: "décidé* décision* convenu* adopt* signé* conclu* conclusion* accord "
        "résultat* promis engagé* engag* acté* approuvé_à",
        Concept.PROPOSED: "propos* suggér*",
        Concept.DEMANDED: "exig* réclam* demand*",
        Concept.DRAFT: "projet brouillon ébauche",
        Concept.PLEDGE: "engagement* promesse* déclaration_de déclaration_du communiqué clause* "
        "déclaration accord",
        Concept.CALENDAR: "réexamen révision revue_prévue événements agenda_des dates_clés "
        "calendrier agenda échéance* dates à_venir prévu* programme rendez-vous "
        "événement* planning au_menu date_limite dates_limites prochaines_dates",
        Concept.HISTORY: "a_évolué évolué_la évolué_l "
        "historique chronologie histoire évolution chronique frise au_fil",
        Concept.KNOWN: "connu* su sait_on savait-on savait_on appris apprend connaissait "
        "rendu_public "
        "savait",
        Concept.CHANGED: "chang* nouveau nouveauté* nouvelles nouvelle neuf actualité* évolué "
        "modifi* corrig* corrections rectifi* mise_à_jour mises_à_jour bougé passé retir*",
        Concept.SINCE: "depuis après dès_le à_partir_du entre",
        Concept.SOURCES: "source* référence* viennent vient_de provien* d_où preuve* sur_quoi "
        "tiré* fondé* repose* appui_sur",
        Concept.MEANING: "signifi* veut_dire définition* défini* sens entend* qu_est-ce_qu "
        "qu_est_ce_qu c_est_quoi expliqu* désign* veulent_dire qu_est_ce_que_c_est "
        "entendez-vous appelle_t_on appelle",
        Concept.GLOSSARY: "glossaire lexique vocabulaire terminologie",
        Concept.DIGEST: "résumé* synthèse briefing point_du_jour tour_d_horizon récapitul* bilan "
        "revue aperçu bulletin du_jour digest point_quotidien en_bref",
        Concept.AS_OF: "au à_la_date_du",
        Concept.TODAY: "aujourd_hui actuellement maintenant en_ce_moment",
        Concept.YESTERDAY: "hier",
        Concept.WEEK: "semaine_dernière semaine_passée il_y_a_une_semaine",
        Concept.MONTH: "mois_dernier mois_passé il_y_a_un_mois",
        Concept.YEAR: "année_dernière an_dernier il_y_a_un_an",
        Concept.THIS_WEEK: "cette_semaine",
        Concept.THIS_MONTH: "ce_mois",
        Concept.THIS_YEAR: "cette_année",
        Concept.FIELD: "otan défense militaire* pib alliance armée* armées budget noyau atlantique "
        "nato",
        Concept.OUTSIDE: "poème recette météo football foot match élection* élu élus président "
        "chancelier premier_ministre santé éducation école* climat* char chars avion* f-16 f16 "
        "f-35 rafale* navire* soldat* troupe* missile* munition* nucléaire* attaqu* envahi* "
        "guerre restaurant* hôtel* film* chanson* blague mail courriel capitale population "
        "inflation impôt* immigration mondial euro_2024 coupe jeux_olympiques olympique* ligue_1 "
        "bourse visa tourisme vacances voyage* billet* vol vols ministre_de roi reine retraite* "
        "chômage âge marié* drone* sous-marin* conscription écris écrire traduis traduire "
        "devoirs acheter vend* train cuisine salaire* loyer g20 cop30 énergie pétrole gaz "
        "sanction* hôpit* commerce rejoint adhésion équipe temps_fait",
        Concept.FILLER: "afin ainsi alors après assez auquel aujourd aucun auraient aurait autant "
        "auxquels avant avez avons bonsoir car ceci cependant certain certains chaque "
        "chacun combien comment contre davantage dedans dehors depuis derrière dessous "
        "dessus deux devant dont duquel durant elle-même encore enfin ensuite entre "
        "est-il est-elle étaient étant étais eu façon fut grâce hors ils jusque "
        "laquelle lequel lesquels longtemps lors lorsque maintenant mal malgré mieux "
        "mot mots nul ni où ou parce parmi pendant personne personnes peut-être plupart "
        "plusieurs plutôt pourquoi pourtant première premier près presque puis puisque "
        "quant quelqu quelques sans sauf seulement sinon soit sorte souvent suis sommes "
        "êtes tant tel telle tellement tels trois trop vraiment voici voilà voir vont "
        "vos trouve trouver trouvent connaître liste nom noms cher chère bref rappelle "
        "rappeler rappelez indique indiquer indiquez regarder compte tenu chiffres "
        "donnée données info infos information informations détail détails niveau côté "
        "part gens monde point fois cas lieu merci stp possible simplement rapidement "
        "environ officiel officielle officiellement récent récemment bientôt tard tôt "
        "fin début mis mettre met prend prendre pris peux veux souhaite souhaiterais "
        "aimerais aimerait intéresse ont-ils a-t-il a-t-elle t-il t-elle juste celui "
        "ceux celles même nouveau "
        "le la les l un une des de du d et ou a à au aux en dans par sur pour avec "
        "y il elle ils elles on nous vous je j me moi mon ma mes ton ta tes son sa ses leur leurs "
        "notre votre ce cet cette ces c s se qu que qui est sont était a ont avait avoir être fait "
        "faire faut falloir doit doivent devrait peut peuvent pouvez pourriez pouvoir veut voudrais"
        " plaît svp merci bonjour salut donc alors encore déjà aussi bien très trop peu tout toute "
        "tous toutes rien autre autres selon vers chez sous comme si t dis dites donne donnez "
        "donner montre montrez savoir sais quelque chose là ici moment question réponse mot terme "
        "an ans année années mois jour jours semaine date quoi actuel* être_à fois année "
        "exactement était m va aura auront ça cela celui celle lui eux soit ait aller date "
        "concernant propos rapport au_sujet toujours même aller",
    },
    months=(
        "janvier janv", "février févr", "mars", "avril", "mai", "juin", "juillet juil", "août",
        "septembre sept", "octobre oct", "novembre nov", "décembre déc",
    ),
    members={
        "ALB": "alban*", "BEL": "belg*", "BGR": "bulgar*", "CAN": "canad*",
        "CZE": "tchéqu* république_tchèque tchèque*", "DEU": "allemagne* allemand*",
        "DNK": "danemark* danois*", "ESP": "espagn*", "EST": "estoni*",
        "FIN": "finland*", "FRA": "france français*",
        "GBR": "royaume-uni royaume_uni grande-bretagne grande_bretagne britanni* angleterre "
        "anglais*",
        "GRC": "grèce grec grecs grecque*", "HRV": "croati* croate*", "HUN": "hongr*",
        "ISL": "islande islandais*",
        "ITA": "itali*", "LTU": "lituani*", "LUX": "luxembourg*", "LVA": "letton*",
        "MKD": "macédoi* macédonien*", "MNE": "monténégr*",
        "NLD": "pays-bas pays_bas néerlandais* hollande hollandais*", "NOR": "norv*",
        "POL": "pologne polonais*", "PRT": "portug*", "ROU": "rouma*", "SVK": "slovaqu*",
        "SVN": "slovèn* slovén*", "SWE": "suède suédois*", "TUR": "turqu* turc turcs",
        "USA": "états-unis états_unis américain* amérique étasunien*",
        "UKR": "ukrain*", "RUS": "russie russe*", "CHN": "chine chinois*", "AUT": "autrich*",
        "CHE": "suisse*", "IRL": "irland*", "JPN": "japon*", "GEO": "géorgi*", "ISR": "israël*",
        "SRB": "serbie serbe*", "MDA": "moldav*", "AUS": "australie*",
    },
    cities={
        "The Hague": "la_haye haye", "Ankara": "ankara", "Tirana": "tirana", "Vilnius": "vilnius",
        "Washington, D.C.": "washington", "Madrid": "madrid", "Brussels": "bruxelles",
        "Warsaw": "varsovie", "Newport": "pays_de_galles galles newport", "London": "londres",
        "Antalya": "antalya", "Helsingborg": "helsingborg",
    },
    groups={
        "baltic": "balt*", "nordic": "nordique* scandinav*",
        "eu": "ue union_européenne", "b9": "b9 neuf_de_bucarest flanc_est",
        "g7": "g7", "visegrad": "visegrad",
        "nato-europe-canada": "europe_et_canada europe_et_le_canada européens_et_le_canada "
        "alliés_européens_et_le_canada européens_et_canada alliés_européens_et_canada",
    },
    terms={
        "core-defence": "défense_de_base cœur_de_défense défense_proprement_dite noyau_de_défense "
        "défense_fondamentale défense_essentielle dépenses_de_base cœur_de_la_défense "
        "dépenses_de_défense_de_base core_defence core_defense besoins_fondamentaux "
        "noyau_dur_de_la_défense défense_au_sens_strict défense_stricte noyau_de_la_défense",
        "percentage-point": "point_de_pourcentage points_de_pourcentage",
        "estimate": "estimation* estimé*", "edition": "édition*",
        "constant-prices": "prix_constant prix_constants", "current-prices": "prix_courant "
        "prix_courants", "commitment": "engagement*", "clause": "clause*",
        "defence-expenditure": "dépenses_de_défense", "reservation": "réserve*",
    },
)  # fmt: skip
