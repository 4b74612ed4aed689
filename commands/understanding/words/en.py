from commands.understanding.concepts import Concept
from commands.understanding.words.form import Words

ENGLISH = Words(
    cues={
        Concept.WHO: "who whom whose everybody everyone",
        Concept.WHAT: "what whats",
        Concept.WHEN: "when what_day which_day what_date which_date how_soon how_many_days "
        "how_long_until how_long_till days_until days_to",
        Concept.WHERE: "where location venue city host* held takes_place",
        Concept.HOW: "how in_what_way",
        Concept.HOW_MUCH: "how_much how_far how_many what_share what_percentage how_close how_high "
        "how_big how_near how_large",
        Concept.WHICH: "which",
        Concept.IF: "if suppose assuming what_if",
        Concept.NOT: "not doesnt dont didnt isnt arent wasnt havent hasnt without_supporting no "
        "never wont t refuse* refusing",
        Concept.SUMMIT: "summit summits",
        Concept.MEETING: "meeting meetings gathering* ministerial ministerials meet_next",
        Concept.MINISTERS: "minister ministers ministerial ministerials",
        Concept.ATTEND: "participants attendees roster_of who_all joining_the represented "
        "hosted_by "
        "attend* come comes coming came go goes going went participat* take_part "
        "took_part takes_part taking_part turn_up turned_up turns_up show_up showed_up shows_up "
        "invit* guest* present absent missed skip* guest_list delegation* travel* "
        "attendee* participant* be_there make_it_to confirmed_for",
        Concept.BE: "is was were are be been will",
        Concept.NEXT: "next upcoming coming forthcoming following",
        Concept.LAST: "last latest previous most_recent recent",
        Concept.IN: "in at to",
        Concept.SPEND: "spender spenders "
        "spend* spent pays pay paying budget* expenditure outlay* share of_gdp "
        "figure* level put_in puts_in",
        Concept.TARGET: "ask_of asks_of ask_from expect_of expected_of expected_from expects_from "
        "demanded_of "
        "target targets goal goals quota benchmark guideline threshold objective* "
        "obligation* asked_of required_of floor",
        Concept.REACH: "how_far how_close how_near reach* meet meets met meeting_the meeting_its "
        "achiev* hit hits hitting "
        "fulfil* "
        "compl* on_course on_track on_pace off_track behind short shortfall gap far away make_it "
        "made_it get_there gets_there attain* deliver* missing lack* lag* short_of where_does "
        "stands_at close_to there_yet arriv* get_to gets_to distance remain* above below over "
        "under enough",
        Concept.STAND: "doing fare fares faring where_does where_is stand_now stands_now "
        "stand_today",
        Concept.EQUIPMENT: "equipment major_equipment",
        Concept.SAY: "justif* positions line talk talking talks speak commented told explain_its "
        "explains_its promises thoughts "
        "say says said saying think thinks stance stances position opinion view views "
        "attitude statement* stand_on stands_on line_on react* comment* argue* claim claims feel "
        "feels declare* declared",
        Concept.SUPPORT: "support* back backs backed backing favour favours favor favors in_favour "
        "in_favor agree_with agrees_with endors* on_board accept* welcom*",
        Concept.CONDITIONS: "condition* with_reservations conditional* but_with yes_but",
        Concept.OPPOSE: "oppos* against reject* resist* disagree* object* refus* critic* veto* "
        "block* said_no say_no says_no",
        Concept.FLEXIBLE: "flexib* leeway more_time more_room slower longer_deadline",
        Concept.EXEMPT: "exempt* opt_out opt_outs opted_out carve_out exception* special_deal "
        "opt-out",
        Concept.UNDECLARED: "undeclared undecided not_decided not_declared not_taken_a_position "
        "no_position on_the_fence unclear open_position uncommitted not_committed",
        Concept.SILENT: "silent silence nothing_recorded said_nothing nothing_said not_said "
        "no_statement says_nothing quiet not_commented",
        Concept.COMPARE: "compar* vs versus v side_by_side difference between against_each_other "
        "head_to_head contrast*",
        Concept.RANK: "rank ranks ranking rankings ranked league_table table leaderboard standings "
        "top bottom list order leader* leading leads laggard*",
        Concept.PLACE: "place placed rank ranks ranked spot nth how_high_up where_does_it_rank",
        Concept.MOST: "most biggest highest largest best more top first greatest",
        Concept.LEAST: "least lowest smallest worst less bottom weakest fewest",
        Concept.ALLIES: "allies ally members member countries country nations states everybody "
        "governments capitals",
        Concept.PATH: "path pathway trajectory roadmap route way_to plan_to plan_for get_from "
        "way_from road_to",
        Concept.YEARLY: "each_year every_year per_year a_year annual* yearly year_by_year "
        "per_annum year_on_year",
        Concept.RAISE: "raise rais* increase increas* add adds added adding rise rises step steps "
        "grow_its boost* up_its ramp* climb* extra more_money",
        Concept.COST: "cost costs costing billion billions dollars euros money bill price_tag "
        "expensive",
        Concept.POINTS: "point points pp percentage_point percentage_points p.p.",
        Concept.PERCENT: "percent pct per_cent",
        Concept.GROW: "gdp_grows gdp_growth economy_grows growth grows economy_grew economic_growth"
        " grow growing",
        Concept.LATE: "late back-loaded back_loaded backloaded later at_the_end towards_the_end "
        "last_years final_years",
        Concept.WITHOUT: "without drop dropping ignoring leaving_out minus",
        Concept.BY: "by until till before in",
        Concept.AGREED: "agreed agree decided decide sign signed adopted decision* conclusion* "
        "outcome* result* committed commit_to commit concluded resolved promised promise adopt",
        Concept.PROPOSED: "propos* suggest* idea",
        Concept.DEMANDED: "demand* call_for called_for calls_for wanted wants",
        Concept.DRAFT: "draft",
        Concept.PLEDGE: "pledge pledges commitment* declaration communique agreement clause "
        "clauses deal wording",
        Concept.CALENDAR: "review reviews dates_ahead to_look_forward_to upcoming_dates timetable "
        "upcoming_events "
        "calendar agenda schedule* dates deadline* coming_up ahead upcoming "
        "on_the_horizon diary events key_dates important_dates milestone* planned whats_next "
        "lined_up what_is_next what_comes_next",
        Concept.HISTORY: "history timeline chronology chronicle evolution evolved over_time "
        "track_record development* changed_over how_has",
        Concept.KNOWN: "known know_about become_known became_known learn* first_reported emerge* "
        "come_out came_out get_known known_of known_about public found_out",
        Concept.CHANGED: "happening correction corrections since_then latest developments "
        "chang* new news updat* correct* withdrawn retract* revis* happened "
        "happen different moved",
        Concept.SINCE: "since from_then after as_from between",
        Concept.SOURCES: "source sources sourc* evidence reference* citation* cite* come_from "
        "comes_from came_from based_on where_from get_that_from rest_on rests_on proof backed_up "
        "taken_from data_from basis get_the_figures_from got_from",
        Concept.MEANING: "mean means meant meaning definition* defin* explain explanation stand_for"
        " what_is_a what_is_an whats_a whats_an what_exactly_is what_is_meant understood_by",
        Concept.GLOSSARY: "glossary terms terminology vocabulary jargon",
        Concept.DIGEST: "situation_report sitrep highlights headlines rundown run-down "
        "short_version "
        "todays update_me catch_up brief nutshell bullet "
        "digest briefing summary summar* overview round-up roundup brief_me recap "
        "catch_me_up daily wrap-up sum_up news_today todays_news bring_me_up_to_date "
        "morning_briefing",
        Concept.AS_OF: "as_of as_known_on on known_on back_in at_the_time_of as_at by_the_state_of "
        "at_that_time state_of",
        Concept.TODAY: "current "
        "today now currently at_the_moment right_now at_present nowadays",
        Concept.YESTERDAY: "yesterday yesterdays",
        Concept.WEEK: "last_week a_week_ago past_week",
        Concept.MONTH: "last_month a_month_ago past_month",
        Concept.YEAR: "last_year a_year_ago",
        Concept.THIS_WEEK: "this_week",
        Concept.THIS_MONTH: "this_month",
        Concept.THIS_YEAR: "this_year",
        Concept.FIELD: "nato defence defense defend military gdp alliance budget core hague otan "
        "armed_forces army output economic",
        Concept.OUTSIDE: "poem flight flights weather football soccer match game election* vote "
        "president chancellor prime_minister health* education school* climate tank tanks jet "
        "jets plane planes f-16 f16 f-35 aircraft ship ships frigate* soldier* troops "
        "weapon* missile* ammunition nuclear nukes attack* invade* war recipe* hotel* restaurant* "
        "movie film song joke email mail essay translate capital population inflation tax taxes "
        "immigration migrants euro_2024 world_cup olympic* stock stocks bitcoin visa tourism "
        "holiday* trip ticket* minister_of king queen pension* unemployment age old born married "
        "wife drone* submarine* conscription code python homework buy sell cheap train language "
        "cook eat drink love wage* salary rent g20 cop30 climate_summit oil gas energy sanctions "
        "hospital* trade tariff* joined join accession veterans recruit*",
        Concept.FILLER: "key "
        "hers itself ourselves might someone anyone somebody anybody nobody else such "
        "very quite rather almost nearly even while because where why though although "
        "both either neither nor until during within without again once twice first "
        "second third fourth new old good bad big small high low right left same "
        "different certain sure ready able going gonna wanna got getting having making "
        "take took taken taking use used using try trying help could've shall must "
        "ought really basically simply finally eventually anyway maybe perhaps probably "
        "likely supposed expected roughly approximately around about between among "
        "across behind beyond after before above below upon along through throughout "
        "via versus my mine yours ours theirs myself yourself remind summarise "
        "summarize list show name names called check look looking looks see seen seeing "
        "think back next last previous final official officially public publicly actual "
        "real true number numbers fact facts info information detail details data point "
        "case part side way ways lot lots kind type level hello hi dear folks guys "
        "buddy bot sir madam mr mrs minister leader leaders president? head heads hand "
        "currently lately recently nowadays earlier later soon yet far long short many "
        "few several enough people person mind concerning together overall total "
        "altogether per se okay fine great nice cool "
        "the a an of for to in on at by and or with from about as it its they them "
        "their this that these those do does did has have had can could would should may might "
        "must please me my you your we us our i he she his her him so still already yet just also "
        "only really actually exactly tell show give let know see want like need get gets got "
        "there here s d ll re ve m hey hi hello thanks thank hm well ok then than too much many "
        "lot any all some each per up out off one ones being again ever if no yes who's  per "
        "please? quickly quick question wonder wondering curious be am is are was were will into "
        "regarding concerning towards toward against going per se make made whether far both"
        " anything everything things thing whole full complete work works put time year years "
        "month day days week date find look give stand stands currently present long other "
        "others according percent side set own actual how's most more when's where's find_out "
        "answer ask asking kind sort new bit term word",
    },
    months=(
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sep sept", "october oct", "november nov", "december dec",
    ),
    members={
        "ALB": "alban*", "BEL": "belgi*", "BGR": "bulgari*", "CAN": "canad*",
        "CZE": "czech*", "DEU": "german*", "DNK": "denmark* danish dane danes",
        "ESP": "spain* spanish spaniard*", "EST": "estonia*", "FIN": "finland* finnish finn finns",
        "FRA": "france* french*",
        "GBR": "uk britain* british united_kingdom great_britain england brits",
        "GRC": "greece* greek*", "HRV": "croat*", "HUN": "hungar*", "ISL": "iceland*",
        "ITA": "italy* italian*", "LTU": "lithuania*", "LUX": "luxembourg*", "LVA": "latvia*",
        "MKD": "north_macedonia* macedonia*", "MNE": "montenegr*",
        "NLD": "netherlands* the_netherlands dutch holland*", "NOR": "norway* norwegian*",
        "POL": "poland* polish poles", "PRT": "portug*", "ROU": "romania*", "SVK": "slovak*",
        "SVN": "sloven*", "SWE": "swed*", "TUR": "turkey* turkish turks turkiye*",
        "USA": "usa america* united_states the_us u.s. us_government washington's",
        "UKR": "ukrain*", "RUS": "russia*", "CHN": "china* chinese", "AUT": "austria*",
        "CHE": "switzerland swiss", "IRL": "ireland irish", "JPN": "japan*", "GEO": "georgia*",
        "ISR": "israel*", "KOR": "south_korea*", "SRB": "serbia*", "BLR": "belarus*",
        "AUS": "australia*", "NZL": "new_zealand*", "MDA": "moldova*", "CYP": "cyprus", "MLT":
        "malta", "IND": "india*", "BIH": "bosnia*",
    },
    cities={
        "The Hague": "the_hague hague", "Ankara": "ankara", "Tirana": "tirana", "Vilnius":
        "vilnius", "Washington, D.C.": "washington", "Madrid": "madrid", "Brussels": "brussels",
        "Warsaw": "warsaw", "Newport": "wales newport", "London": "london",
        "Antalya": "antalya", "Helsingborg": "helsingborg",
    },
    groups={
        "baltic": "baltic* balts", "nordic": "nordic* scandinavia*",
        "eu": "eu european_union eu_members",
        "b9": "b9 bucharest_nine bucharest_9 eastern_flank",
        "g7": "g7 g-7", "visegrad": "visegrad* v4",
        "nato-europe-canada": "nato_europe_and_canada europe_and_canada european_allies_and_canada "
        "everybody_but_the_us",
    },
    terms={
        "core-defence": "core_defence core_defense core_requirement*",
        "percentage-point": "percentage_point percentage_points pp",
        "estimate": "estimate estimates estimated",
        "edition": "edition editions", "constant-prices": "constant_price constant_prices "
        "real_prices", "current-prices": "current_price current_prices nominal_prices",
        "commitment": "commitment commitments", "clause": "clause clauses",
        "defence-expenditure": "defence_expenditure defense_expenditure",
        "reservation": "reservation reservations", "floor": "floor", "pace": "pace",
        "on-course": "on_course", "share-of-gdp": "share_of_gdp percent_of_gdp percentage_of_gdp",
        "cut-off": "cut-off cut_off", "as-of": "as_of",
    },
)  # fmt: skip
