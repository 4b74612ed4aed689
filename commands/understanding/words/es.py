from commands.understanding.concepts import Concept
from commands.understanding.words.form import Words

SPANISH = Words(
    cues={
        Concept.WHO: "quién quiénes",
        Concept.WHAT: "qué cuál cuáles",
        Concept.WHEN: "cuándo qué_día qué_fecha cuántos_días cuánto_falta_para_la fecha_de",
        Concept.WHERE: "dónde lugar ciudad se_celebr* tiene_lugar tendrá_lugar tuvo_lugar sede "
        "acog* anfitri*",
        Concept.HOW: "cómo de_qué_manera",
        Concept.HOW_MUCH: "cuánto cuánta cuántos cuántas qué_porcentaje qué_parte a_qué_distancia",
        Concept.WHICH: "qué cuál cuáles",
        Concept.IF: "si suponiendo",
        Concept.NOT: "no nunca tampoco ningun* ni rechaz* niega* sin_apoyar",
        Concept.SUMMIT: "cumbre cumbres",
        Concept.MEETING: "reunión reuniones encuentro* ministerial* se_reúne* reúne*",
        Concept.MINISTERS: "ministro ministros ministra ministerial*",
        Concept.ATTEND: "estuvo participó delegado participante* estarán lista_de_asistentes "
        "particip* asist* viene vienen vendrá vendrán vino vinieron irá irán fue "
        "fueron estuv* estará estarán acud* presente* ausente* invitad* delegaci* va_a_ir acude "
        "va_a_la va_a van_a asistent* confirmad*",
        Concept.BE: "es son era eran está están estaba estaban será serán estuvo estuvieron fue",
        Concept.NEXT: "próxim* siguiente* que_viene",
        Concept.LAST: "últim* anterior* pasad*",
        Concept.IN: "en a",
        Concept.SPEND: "gast* presupuest* del_pib cuota dedica* destin* inver* porcentaje* cifra* "
        "esfuerzo nivel paga pagan",
        Concept.TARGET: "se_pide se_le_pide se_exige exigen pide_a piden_a exige_a corresponde "
        "objetivo* meta metas umbral* cuota* obligaci* exigencia*",
        Concept.REACH: "por_buen_camino "
        "suficiente* bastante insuficiente* a_la_altura va_bien va_españa "
        "a_qué_distancia cuánto_falta alcanz* cumpl* lleg* falt* lejos distancia retras* "
        "por_debajo por_encima "
        "cerca brecha "
        "queda* logra* consig* camino_de encamina* supera* separa* rezagad*",
        Concept.STAND: "cómo_va cómo_le_va está_en se_sitúa sitúa",
        Concept.EQUIPMENT: "equip*",
        Concept.SAY: "justific* posiciones postur* argument* habla sostien* alega promete prometió "
        "ha_dicho "
        "dice dicen dijo decía decían decir posici* postura* opina* opini* piensa* "
        "declar* "
        "afirm* actitud reacci* punto_de_vista",
        Concept.SUPPORT: "apoy* respald* a_favor favorable* acept* de_acuerdo partidari* secund*",
        Concept.CONDITIONS: "condicion* con_condiciones con_reservas",
        Concept.OPPOSE: "opon* opus* opos* en_contra contra rechaz* se_niega* niega* critic* "
        "resist* contrario* contrari*",
        Concept.FLEXIBLE: "flexib* margen más_tiempo más_plazo",
        Concept.EXEMPT: "exen* exim* excepci* excluid* exonera* trato_especial",
        Concept.UNDECLARED: "indecis* sin_decidir no_se_ha_pronunciado no_se_han_pronunciado "
        "sin_definir no_han_decidido no_ha_decidido sin_declarar sin_posición",
        Concept.SILENT: "silencio calla* nada_dicho no_ha_dicho_nada no_han_dicho_nada callad* "
        "sin_constancia no_consta",
        Concept.COMPARE: "compar* frente_a versus vs diferencia* entre contra respecto_a",
        Concept.RANK: "clasific* ranking* lista tabla orden cabeza líder* lidera* encabez* "
        "primer* últim*",
        Concept.PLACE: "puesto lugar_ocupa posición_ocupa lugar posición",
        Concept.MOST: "más mayor* mejor* máxim* primer*",
        Concept.LEAST: "menos menor* peor* mínim* últimos más_baj*",
        Concept.ALLIES: "aliad* miembr* países estados naciones socios gobiernos",
        Concept.PATH: "trayectoria senda camino ruta hoja_de_ruta recorrido ritmo",
        Concept.YEARLY: "cada_año al_año por_año anual* todos_los_años año_a_año año_tras_año",
        Concept.RAISE: "aument* sub* increment* elev* añad* sum* crecer_su",
        Concept.COST: "coste* cost* cuesta* millones millardo* dinero factura",
        Concept.POINTS: "punto puntos puntos_porcentuales punto_porcentual",
        Concept.PERCENT: "por_ciento porciento",
        Concept.GROW: "pib_crece economía_crece crecimiento crece creciera creciese",
        Concept.LATE: "tarde al_final últimos_años tardí*",
        Concept.WITHOUT: "sin",
        Concept.BY: "para en antes hasta",
        Concept.AGREED: "acord* acuerdo* decidi* decisi* adopt* firm* conclu* resultado* "
        "comprometi* pact* promet* aprob*",
        Concept.PROPOSED: "propu* propon* propues* suger*",
        Concept.DEMANDED: "exig* demand* reclam* pidi* pide*",
        Concept.DRAFT: "borrador",
        Concept.PLEDGE: "compromiso* promesa* declaración cláusula* pacto* comunicado acuerdo*",
        Concept.CALENDAR: "revisión revisiones fechas_importantes hitos próximos_eventos qué_viene "
        "evento "
        "calendario agenda plazo* fechas próximas_fechas previst* programad* "
        "eventos vencimiento* citas hitos fechas_límite",
        Concept.HISTORY: "evolucion* "
        "historial historia cronología evolución crónica cronolog* a_lo_largo",
        Concept.KNOWN: "se_supo supo se_sabía sabía conoc* se_conoció trascend* se_sabe enter*",
        Concept.CHANGED: "cambi* nuevo nuevas nueva novedad* noticia* actualiz* correg* "
        "correcciones revis* pasó ha_pasado retir* modific*",
        Concept.SINCE: "desde después_de a_partir entre",
        Concept.SOURCES: "fuente* referencia* de_dónde proced* provien* prueba* se_basa* basa "
        "sale salen sustent*",
        Concept.MEANING: "signific* quiere_decir definici* defin* entiend* qué_es_eso qué_es_un "
        "qué_es_una sentido explic* qué_son_los qué_son_las queréis_decir quieren_decir",
        Concept.GLOSSARY: "glosario vocabulario terminología léxico",
        Concept.DIGEST: "resumen* síntesis briefing resum* boletín repaso panorama del_día informe "
        "parte_diario puesta_al_día digest",
        Concept.AS_OF: "a al",
        Concept.TODAY: "hoy actualmente ahora actualidad",
        Concept.YESTERDAY: "ayer",
        Concept.WEEK: "semana_pasada hace_una_semana última_semana",
        Concept.MONTH: "mes_pasado hace_un_mes último_mes",
        Concept.YEAR: "año_pasado hace_un_año",
        Concept.THIS_WEEK: "esta_semana",
        Concept.THIS_MONTH: "este_mes",
        Concept.THIS_YEAR: "este_año",
        Concept.FIELD: "otan nato defensa militar* pib alianza ejércit* fuerzas_armadas núcleo",
        Concept.OUTSIDE: "poema receta tiempo_hace fútbol partido* eleccion* ganó gano presidente "
        "canciller primer_ministro sanidad salud educación escuela* clima climátic* tanque* avión "
        "aviones f-16 f16 f-35 caza cazas barco* buque* soldado* tropa* misil* munici* nuclear* "
        "atac* invad* guerra restaurante* hotel* película* canción chiste correo email capital "
        "población inflación impuesto* inmigra* mundial eurocopa olímpic* liga bolsa visado "
        "turismo vacaciones viaj* billete* vuelo* ministro_de rey reina pension* paro desempleo "
        "edad nació casad* dron* submarino* escribe escríbeme traduce deberes comprar vend* tren "
        "cocina* salario* alquiler g20 cop30 energía petróleo gas sancion* hospital* comercio "
        "adhesión selección",
        Concept.FILLER: "además adonde ahí algo alguien algún alguna algunas alguno algunos ambos "
        "anoche apenas aquel aquella aquellos arriba así atrás aun aunque bajo bien "
        "bueno buena buenas buenos cada casi cierto cierta ciertos cómo conmigo contigo "
        "creo cuyo cuya da dado dan darme deja demás demasiado dentro después detrás "
        "dicho diferente diferentes diga digan doy durante ejemplo encima enfrente "
        "entonces entre eran eres esas esos estamos estar estas estos estoy estuve etc "
        "exacta exacto fin final fuera fuese fui general gran haber había habían habrá "
        "hacen hacia haciendo haga hago hecho hice hicieron hizo hora hoy igual incluso "
        "información info jamás junto lado lejos lista listado luego lugar mal manera "
        "más me mejor menudo mi mía mientras misma mismas mismo mismos modo momento "
        "mostrar mostrarme necesito ningún nombre nombres nosotros nuestra nuestro "
        "nueva ninguno número números obvio ojalá oficial oficialmente os otra otras "
        "para parece parte partir pero persona personas poca pocos podéis podemos "
        "podrán podrá posible precisamente primero primera principal probablemente "
        "pronto propio puedes puede puedo pues quizá quizás quisiera real realidad "
        "realmente reciente recientemente recuérdame saben sabes sea sean según segunda "
        "segundo seguro ser sería serían si sí sido siempre siendo sino sin sobre somos "
        "son soy suya suyo sólo tal tales tampoco tan tanta tantos tarde te tema "
        "temprano tendrá tendría tengo tenía tenían tercero ti tipo tomar total "
        "totalmente tras tu tus tuvo última un usted ustedes va vamos vas vaya veces "
        "verdad vez vosotros voy y ya yo dígame decidme indica indícame enséñame "
        "enseñar busca buscar encuentra encontrar datos dato cifras detalle detalles "
        "caso gente mundo punto buenas tardes saludos amigo querido "
        "el la los las lo un una unos unas de del al a y o u e en con por para su "
        "sus se le les me mi te tu nos que como si es son era ser está estar ha han había hay haber"
        " hace hacer debe deben debería tiene tienen tener puede pueden podría podrías poder "
        "quiero quiere quieren favor gracias hola pues ya aún todavía también muy mucho mucha "
        "poco todo todos toda todas algo nada cada otro otros según sobre hacia ante desde eso "
        "esto esta este ese esa aquí allí dime dígame decirme muestra muéstrame saber ver dar da "
        "dame pregunta palabra término año años mes día días semana fecha actual cual exactamente "
        "va van ir momento importante importantes solo así entonces q fue cosa respecto acerca "
        "cuanto "
        "cuantos cuando donde quien unos ella él ellos sea siendo realmente tanto",
    },
    months=(
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
        "agosto ago", "septiembre setiembre sept", "octubre oct", "noviembre nov", "diciembre dic",
    ),
    members={
        "ALB": "alban*", "BEL": "bélgica belga*", "BGR": "bulgari* búlgar*", "CAN": "canad*",
        "CZE": "chequia checo* checa* república_checa", "DEU": "aleman* alemán*",
        "DNK": "dinamarca danés* danes*", "ESP": "españ*", "EST": "estoni*", "FIN": "finland* "
        "finlandes* finés", "FRA": "francia francés* frances*",
        "GBR": "reino_unido gran_bretaña británic* inglaterra ingles* inglés",
        "GRC": "grecia grieg*", "HRV": "croaci* croata*", "HUN": "hungr* húngar*",
        "ISL": "islandi* islandés*", "ITA": "itali*", "LTU": "lituan*", "LUX": "luxembur*",
        "LVA": "letoni* letón letones", "MKD": "macedoni*", "MNE": "montenegr*",
        "NLD": "países_bajos holand* neerland*", "NOR": "norueg*", "POL": "poloni* polac*",
        "PRT": "portug*", "ROU": "rumani* ruman*", "SVK": "eslovac* eslovaqu*",
        "SVN": "esloveni* esloven*", "SWE": "sueci* suec*", "TUR": "turquía turco* turca*",
        "USA": "estados_unidos ee_uu eeuu eua estadounidense* norteamerican* américa american*",
        "UKR": "ucrani*", "RUS": "rusia ruso* rusa*", "CHN": "china chino*", "AUT": "austria*",
        "CHE": "suiza suizo*", "IRL": "irland*", "JPN": "japón japon*", "GEO": "georgia*",
        "ISR": "israel*", "SRB": "serbi*", "MDA": "moldavi*", "AUS": "australia*",
    },
    cities={
        "The Hague": "la_haya haya", "Ankara": "ankara", "Tirana": "tirana", "Vilnius": "vilna "
        "vilnius vilnius", "Washington, D.C.": "washington", "Madrid": "madrid",
        "Brussels": "bruselas", "Warsaw": "varsovia", "Newport": "gales newport",
        "London": "londres", "Antalya": "antalya", "Helsingborg": "helsingborg",
    },
    groups={
        "baltic": "báltic*", "nordic": "nórdic* escandinav*",
        "eu": "ue unión_europea", "b9": "b9 nueve_de_bucarest flanco_este flanco_oriental",
        "g7": "g7", "visegrad": "visegrad visegrado",
        "nato-europe-canada": "europa_y_canadá europeos_y_canadá aliados_europeos_y_canadá",
    },
    terms={
        "core-defence": "defensa_básica defensa_esencial núcleo_de_defensa defensa_estricta "
        "defensa_central núcleo_de_la_defensa gasto_básico_en_defensa defensa_principal "
        "defensa_pura núcleo_duro core_defence defensa_fundamental gasto_básico_de_defensa "
        "defensa_nuclear_básica",
        "percentage-point": "punto_porcentual puntos_porcentuales",
        "estimate": "estimaci* estimad*", "edition": "edición ediciones",
        "constant-prices": "precios_constantes precio_constante", "current-prices":
        "precios_corrientes precio_corriente", "commitment": "compromiso*", "clause": "cláusula*",
        "defence-expenditure": "gasto_en_defensa gasto_de_defensa", "reservation": "reserva "
        "reservas",
    },
)  # fmt: skip
