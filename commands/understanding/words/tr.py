from commands.understanding.concepts import Concept
from commands.understanding.words.form import Words

TURKISH = Words(
    cues={
        Concept.WHO: "kim kimler kimin kime",
        Concept.WHAT: "ne nedir neler neyi",
        Concept.WHEN: "ne_zaman hangi_gün kaç_gün hangi_tarihte tarihi kaç_gün_kaldı zamanı "
        "hangi_tarih",
        Concept.WHERE: "nerede nerde neresi hangi_şehir yapılacak yapıldı ev_sahib* düzenlen*",
        Concept.HOW: "nasıl ne_şekilde",
        Concept.HOW_MUCH: "ne_kadar kaç yüzde_kaç yüzde_kaçı ne_kadarını ne_oranda",
        Concept.WHICH: "hangi hangisi hangileri kaçıncı",
        Concept.IF: "eğer ise olursa artırırsa eklerse arttırırsa",
        Concept.NOT: "değil hayır asla desteklem* katılmıyor",
        Concept.SUMMIT: "zirve*",
        Concept.MEETING: "toplant* buluşma* görüşme* bakanlar_toplantısı toplan* konferans*",
        Concept.MINISTERS: "bakan* bakanlar* bakanları",
        Concept.ATTEND: "katıl* gel* gidi* gitti* gidecek* davet* konuk* misafir* "
        "var_mıydı orada_mıydı "
        "bulun* heyet* katılım* vardı gitmiş hazır_bulun* iştirak*",
        Concept.BE: "mı mi mu mü mıydı miydi muydu müydü olacak oldu vardı var idi",
        Concept.NEXT: "sonraki gelecek önümüzdeki sıradaki bir_sonraki yaklaşan",
        Concept.LAST: "son geçen önceki",
        Concept.IN: "da de ta te",
        Concept.SPEND: "rakam* harc* bütçe* pay payı oran* gsyh* gsyih* ayır* ödüyor ödeme düzey* "
        "yüzdesi",
        Concept.TARGET: "isteniyor beklen* talep_edil* isteni* istenen "
        "hedef* eşi* kota* yükümlülü* şart* barajı",
        Concept.REACH: "yeterince yeterli yetersiz iyi_mi durumu nasıl_gidiyor ne_durumda "
        "ne_alemde "
        "ulaş* karşıl* eriş* tuttur* uzak* eksi* altında üstünde geride yolunda "
        "yerine_getir* yakın* kaldı mesafe* açığı tutuyor geç* aş* uyuyor sağl* ",
        Concept.STAND: "durum* noktada gidiyor",
        Concept.EQUIPMENT: "teçhizat* ekipman* donanım*",
        Concept.SAY: "gerekçe* savunuyor argüman* yorum* ifade_etti vadetti konuş* "
        "diyor dedi söyl* tutum* görüş* düşün* pozisyon* konum* açıkla* beyan* "
        "yaklaşım* savun* duruş* fikri der derdi diyordu tavr* tavır*",
        Concept.SUPPORT: "desteklem* "
        "destek* onayl* kabul* yana taraftar* lehin* katılıyor_mu",
        Concept.CONDITIONS: "koşul* şartl* koşullu",
        Concept.OPPOSE: "karşı* reddet* itiraz* muhalif* muhalefet* eleştir* direniyor karşıt*",
        Concept.FLEXIBLE: "esnek* daha_fazla_zaman daha_çok_zaman",
        Concept.EXEMPT: "muaf* istisna* ayrıcalı* hariç",
        Concept.UNDECLARED: "kararsız* karar_vermedi karar_vermemiş açıklamadı açıklamayan "
        "belirtmedi belirsiz belirtmeyen",
        Concept.SILENT: "sessiz* sustu susuyor hiçbir_şey_söylemedi konuşmadı bir_şey_demedi "
        "suskun* hiçbir_şey_söylemeyen",
        Concept.COMPARE: "karşılaştır* kıyasla* ile versus vs fark* arasında mı_yoksa göre",
        Concept.RANK: "sıralama* sıra sırada liste* klasman* başında lider* sondan ilk",
        Concept.PLACE: "kaçıncı sıra* sırada yeri_kaç",
        Concept.MOST: "en_çok en_fazla en_yüksek en_büyük daha_çok daha_fazla birinci",
        Concept.LEAST: "en_az en_düşük en_küçük daha_az sonuncu",
        Concept.ALLIES: "müttefik* üye* ülke* devlet* hükümet*",
        Concept.PATH: "yol_haritası yol yolu patika rota* seyri güzergah*",
        Concept.YEARLY: "her_yıl yılda yıllık her_sene senede yıl_yıl yıldan_yıla",
        Concept.RAISE: "art* arttır* yükselt* yüksel* ekle* çıkar*",
        Concept.COST: "maliyet* mal_olur milyar* para mal_olacak kaça",
        Concept.POINTS: "puan* yüzde_puan",
        Concept.PERCENT: "yüzde",
        Concept.GROW: "gsyh_büyür ekonomi_büyür büyü* ekonomisi_büyürse gsyh_büyürse",
        Concept.LATE: "geç sonlara son_yıllar* sonuna",
        Concept.WITHOUT: "olmadan hariç olmaksızın",
        Concept.BY: "kadar e_kadar a_kadar dek önce",
        Concept.AGREED: "karar_al* "
        "kararlaştır* karar* anlaş* kabul_edil* imzala* mutabık* sonuç* "
        "söz_ver* uzlaş*",
        Concept.PROPOSED: "öner* teklif* önerdi",
        Concept.DEMANDED: "talep* iste* istedi",
        Concept.DRAFT: "taslak taslağ*",
        Concept.PLEDGE: "taahhü* taahhüt* bildiri* bildirge* söz sözü vaat* anlaşma* madde* "
        "deklarasyon*",
        Concept.CALENDAR: "gözden_geçirme* yaklaşan_tarih* önümüzde neler_bekliyor sırada_ne "
        "önemli_tarih* program "
        "takvim* ajanda gündem* tarihler* son_tarih* program* etkinlik* yaklaşan "
        "planlan* neler_var bekliyor önemli_tarihler",
        Concept.HISTORY: "gelişti seyretti "
        "geçmiş* kronoloji* tarihçe* zaman_çizelge* gelişim* tarihsel",
        Concept.KNOWN: "bilin* öğren* biliyor* ortaya_çık* duyul* bilindi",
        Concept.CHANGED: "değiş* yeni yenilik* haber* güncelle* düzelt* oldu_bitti gelişme* "
        "geri_çekil*",
        Concept.SINCE: "beri bu_yana itibaren sonra",
        Concept.SOURCES: "kaynak* kaynağ* nereden dayan* kanıt* referans* alınıyor "
        "nereden_gel* nerden",
        Concept.MEANING: "anlam* demek tanım* ne_demek nedir kast* ifade_ed* açıklar_mısın",
        Concept.GLOSSARY: "sözlük* terimler",
        Concept.DIGEST: "özet* özetle* bülten* brifing* günlük derleme* digest genel_bakış",
        Concept.AS_OF: "itibarıyla itibariyle tarihinde tarihli",
        Concept.TODAY: "bugün* şimdi şu_an şu_anda şuan halen",
        Concept.YESTERDAY: "dün dünden",
        Concept.WEEK: "geçen_hafta* bir_hafta_önce",
        Concept.MONTH: "geçen_ay* bir_ay_önce",
        Concept.YEAR: "geçen_yıl* geçen_sene* bir_yıl_önce",
        Concept.THIS_WEEK: "bu_hafta*",
        Concept.THIS_MONTH: "bu_ay*",
        Concept.THIS_YEAR: "bu_yıl* bu_sene*",
        Concept.FIELD: "nato* savunma* gsyh* ittifak* askeri* ordu* çekirdek* milli_gelir*",
        Concept.OUTSIDE: "şiir* tarif* hava_nasıl hava_durumu futbol* maç maçı maça maçta maçın "
        "seçim* seçil* "
        "cumhurbaşkan* "
        "başbakan* şansölye* sağlık* eğitim* okul* iklim* tank* uçak* uçağ* f-16 f16 f-35 gemi* "
        "asker_sayısı füze* mühimmat* nükleer* saldır* işgal* savaş restoran* otel* film* şarkı* "
        "fıkra* mail* e-posta başkent* nüfus* enflasyon* vergi* göçmen* kupa* olimpiyat* lig* "
        "süper_lig borsa* vize* tatil* bilet* uçuş* uçuşlar kral* emekli* işsiz* yaşında doğdu "
        "evli* dron* denizaltı* askerlik yaz çevir* ödev* satın sat* tren* yemek* maaş* kira* g20 "
        "enerji* petrol* gaz* yaptırım* hastane* ticaret* milli_takım takım* katılım_süreci",
        Concept.FILLER: "günün "
        "acaba adeta ait altı ama ancak ara aslında asla aynı ayrı ayrıca bari başka "
        "bazen bazı belki ben bence beri beş biraz birçok biri birisi birkaç birşey biz "
        "bizim böyle böylece bu buna bunda bundan bunlar bunları bunların bunu bunun "
        "burada bütün çünkü çok da daha dahi de defa değin dek demek diğer diye doğrusu "
        "dolayı dolayısıyla elbette en etkili fakat falan filan gene genel gerçek "
        "gerçekten gibi göre hala hâlâ halbuki hangi hani hatta hem henüz hep hepsi her "
        "herhangi herkes hiç hiçbir hiçbiri için içinde iki ile ilgili ilk ise işte "
        "kadar karşın kendi kendine kendini kez ki kim kimi kimse kişi kısa kısaca konu "
        "konusu konuda liste listesi lütfen madem mesela mı mi mu mü nasıl ne neden "
        "nedenle nereye niçin niye o olan olarak olduğunu olduğundan olmak olması "
        "olmayan olmaz olsa olsun olup olur olursa oluyor ona onda ondan onlar onlara "
        "onu onun orada oysa öbür önce ötürü öyle pek rağmen resmi resmen sadece sanki "
        "şayet şekilde sen seni senin şey şeyi şeyler siz şöyle şu şuna şunu tamam tane "
        "tarafından tek toplam üzere var vardır veya vs ya yani yapılan yapmak yaptığı "
        "yaptı yerine yine yoksa zaten zira adı ad isim isimleri bilgi bilgiler bilgisi "
        "veri veriler verileri detay detaylar gösterin söyleyin verin bak bakar bakalım "
        "bul bulun listele istiyoruz isterdim öğrenebilir öğrenmek istiyor merak "
        "ediyorum rica yardım günaydın iyi günler selamlar insanlar kişiler kısmı taraf "
        "son_zamanlarda yakında biliyor_musun "
        "ve veya ya da de ki mi mı mu mü bir bu şu o ne ile için gibi göre kadar "
        "daha en çok az her hep hem ama fakat eğer ise var yok olan olarak oldu olur olacak olduğu "
        "etti ediyor eden eder etmek edecek yapıyor yaptı yapacak yapar yapmalı lazım gerek "
        "gerekir gerekiyor gerekli lütfen teşekkürler merhaba selam bana bize sana size onun "
        "onların benim bizim ben sen biz siz onlar kendi tüm bütün hiç bazı diğer hakkında üzere "
        "doğru dair ilgili konusunda nin nın nun nün in ın un ün ya ye na ne nda nde dan den tan "
        "ten ta te a e i ı u ü yi yı yu yü yla yle la le söyler söyle misin mısın musun müsün "
        "misiniz verir ver göster gösterir istiyorum isterim öğrenmek bilmek soru kelime terim "
        "yıl yılı yılında ay gün günü gününü hafta tarih tarihi tam acaba peki o_zaman şey nin "
        "dir dır tir tır dur durumda alır alacak zaman hala artık henüz içinde üzerinde arasında "
        "sonra önce ler lar deki daki",
    },
    months=(
        "ocak*", "şubat*", "mart*", "nisan*", "mayıs*", "haziran*", "temmuz*", "ağustos*",
        "eylül*", "ekim*", "kasım*", "aralık*",
    ),
    members={
        "ALB": "arnavut*", "BEL": "belçika*", "BGR": "bulgar*", "CAN": "kanada*",
        "CZE": "çek çekya* çekler* çekçe çek_cumhuriyeti*", "DEU": "alman*",
        "DNK": "danimarka*", "ESP": "ispany*", "EST": "eston*", "FIN": "finlandiya* finli*",
        "FRA": "fransa* fransız*", "GBR": "birleşik_krallık* ingiliz* ingilter* britanya*",
        "GRC": "yunan*", "HRV": "hırvat*", "HUN": "macar*", "ISL": "izlanda*",
        "ITA": "italya* italyan*", "LTU": "litvanya*", "LUX": "lüksemburg*", "LVA": "letonya*",
        "MKD": "makedonya* kuzey_makedonya*", "MNE": "karadağ*",
        "NLD": "hollanda*", "NOR": "norveç*", "POL": "polonya*", "PRT": "portekiz*",
        "ROU": "romanya* romen*", "SVK": "slovak*", "SVN": "sloven*", "SWE": "isveç*",
        "TUR": "türk*", "USA": "abd* amerika* birleşik_devletler*",
        "UKR": "ukrayna*", "RUS": "rusya* rus ruslar*", "CHN": "çin çin_in", "AUT": "avusturya*",
        "CHE": "isviçre*", "IRL": "irlanda*", "JPN": "japon*", "GEO": "gürcistan*",
        "ISR": "israil*", "SRB": "sırbistan*", "MDA": "moldova*", "AUS": "avustralya*",
    },
    cities={
        "The Hague": "lahey*", "Ankara": "ankara*", "Tirana": "tiran*", "Vilnius": "vilnius* "
        "vilnus*", "Washington, D.C.": "washington* vaşington*", "Madrid": "madrid*",
        "Brussels": "brüksel*", "Warsaw": "varşova*", "Newport": "galler* newport*",
        "London": "londra*", "Antalya": "antalya*", "Helsingborg": "helsingborg*",
    },
    groups={
        "baltic": "baltık*", "nordic": "iskandinav* nordik* kuzey_ülke*",
        "eu": "ab avrupa_birliği*", "b9": "b9 bükreş* doğu_kanadı*", "g7": "g7",
        "visegrad": "visegrad*",
        "nato-europe-canada": "avrupa_ve_kanada*",
    },
    terms={
        "core-defence": "çekirdek_savunma* temel_savunma* asli_savunma* asıl_savunma* öz_savunma* "
        "ana_savunma*",
        "percentage-point": "yüzde_puan* puan*", "estimate": "tahmin*", "edition": "baskı* "
        "edisyon* sürüm* yayım*", "constant-prices": "sabit_fiyat*", "current-prices":
        "cari_fiyat* güncel_fiyat*", "commitment": "taahhüt* taahhüd*", "clause": "madde* hüküm* "
        "hükm* klozu",
        "defence-expenditure": "savunma_harcama*", "reservation": "çekince* çekinc*",
    },
)  # fmt: skip
