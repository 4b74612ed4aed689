"""The words that answers use and what they mean here, two sentences each.

The order is that in which they are explained beside an answer that has more of them than there is
room for: what a reader is least likely to guess comes first.
"""

from typing import Literal, NamedTuple

from data.messages import mark

Topic = Literal["spending", "money", "figures", "commitments", "verdicts", "members", "evidence"]


class Entry(NamedTuple):
    """`forms` are the ways in which it stands in sentences, in small letters and between bars;
    `sought` are further words by which somebody may ask for it, written likewise. `near` are the
    ids of others to read next."""

    id: str
    topic: Topic
    term: str
    what: str
    more: str
    forms: str
    near: tuple[str, ...]
    sought: str = ""


ENTRIES: tuple[Entry, ...] = (
    Entry(
        "on-course",
        "verdicts",
        mark("On course"),
        mark(
            "The floor is not reached, its year is ahead, and the pace of past years is enough to "
            "get there in time."
        ),
        mark("Plans and promises for later years are not weighed."),
        mark("|on course|"),
        ("behind", "pace-observed", "pace-needed"),
    ),
    Entry(
        "behind",
        "verdicts",
        mark("Behind"),
        mark("The floor is not reached, and the pace of past years is too low to get there."),
        mark(
            "It is also said where a floor holds already and the latest share is below it, or "
            "where a yearly step or a duty was not kept."
        ),
        mark("|behind|not met|"),
        ("on-course", "missed", "pace-observed"),
    ),
    Entry(
        "missed",
        "verdicts",
        mark("Missed"),
        mark(
            "The year by which a floor was to be reached is over and reported, and it was not "
            "reached."
        ),
        mark("Of a yearly increase it says that its last year is over and one year fell short."),
        mark("|missed|"),
        ("behind", "not-reported", "met"),
    ),
    Entry(
        "pace-observed",
        "money",
        mark("Pace observed"),
        mark(
            "The mean yearly change of a share over the last three years of the newest edition "
            "that has them."
        ),
        mark("It looks back only: what was decided for later years is not in it."),
        mark("|pace observed|managed|pace of past years|"),
        ("pace-needed", "on-course", "percentage-point"),
        mark("|pace|speed|"),
    ),
    Entry(
        "core-defence",
        "spending",
        mark("Core defence"),
        mark("Spending on defence itself, kept apart from broader security spending."),
        mark("It is measured by the defence expenditure that NATO publishes, as a share of GDP."),
        mark("|core defence|"),
        ("broader-security", "defence-expenditure", "share-of-gdp"),
        mark("|core|"),
    ),
    Entry(
        "own-reading",
        "members",
        mark("Own reading"),
        mark("What a member says that a commitment means for itself, also called a reservation."),
        mark("It stands beside the text and changes nothing in it; who disputes it is told too."),
        mark("|own reading|own readings|reservation|reservations|"),
        ("stance", "claims-exemption", "commitment"),
    ),
    Entry(
        "not-reported",
        "verdicts",
        mark("Not reported"),
        mark("No published figure decides it."),
        mark("It is never read as a pass or as a failure."),
        mark("|not reported|"),
        ("not-applicable", "missed", "edition"),
    ),
    Entry(
        "not-applicable",
        "verdicts",
        mark("Not applicable"),
        mark("Nothing is asked of the member by that clause on that day."),
        mark(
            "It had not joined yet, has no armed forces, nothing is due yet, or the clause asks "
            "for no figure."
        ),
        mark("|not applicable|"),
        ("not-reported", "clause"),
    ),
    Entry(
        "estimate",
        "figures",
        mark("Estimate"),
        mark("A figure of a year that was not closed when it was published."),
        mark("It is NATO's own, and a later edition may report another one."),
        mark("|estimate|estimates|estimated|"),
        ("edition", "revision", "cut-off"),
        mark("|forecast|"),
    ),
    Entry(
        "broader-security",
        "spending",
        mark("Broader security"),
        mark(
            "Spending that serves defence and security beside core defence, such as "
            "infrastructure, networks and resilience."
        ),
        mark("Nobody publishes figures for it, so a share of it cannot be judged."),
        mark("|broader security|broader part|core and broader|broader security spending|"),
        ("core-defence", "defence-expenditure", "not-reported"),
        mark("|broader|resilience|infrastructure|"),
    ),
    Entry(
        "percentage-point",
        "money",
        mark("Percentage point"),
        mark("The unit in which two percentages differ."),
        mark(
            "It is not a percentage: a small share that rises by a point grows by a large part of "
            "itself."
        ),
        mark("|percentage point|percentage points|"),
        ("share-of-gdp", "distance", "pace-observed"),
        mark("|pp|point|points|percent|"),
    ),
    Entry(
        "constant-prices",
        "money",
        mark("Constant prices"),
        mark("Money counted as if prices and exchange rates had stayed those of one named year."),
        mark("Sums of different years can so be compared: what rises is spending and not prices."),
        mark("|constant prices|in prices of|"),
        ("current-prices", "edition"),
        mark("|real terms|inflation|price base|"),
    ),
    Entry(
        "basis",
        "figures",
        mark("Basis"),
        mark(
            "What an edition counts: defence expenditure, or core defence expenditure where NATO "
            "tells its figures by that word."
        ),
        mark("A new basis can move shares by itself, so an answer says which one its edition has."),
        mark("|basis|core defence expenditure|"),
        ("edition", "core-defence", "revision"),
    ),
    Entry(
        "cut-off",
        "figures",
        mark("Cut-off"),
        mark("The day up to which an edition takes in what was reported."),
        mark("What came later is not in its figures, even if it was known when they were printed."),
        mark("|cut-off|"),
        ("edition", "estimate", "known-on"),
        mark("|cutoff|cut off|"),
    ),
    Entry(
        "revision",
        "figures",
        mark("Revision"),
        mark("What a later edition says otherwise of a year that was reported before."),
        mark("Both figures are kept, each with its edition and its day."),
        mark("|revision|revisions|revised|"),
        ("edition", "estimate", "basis"),
    ),
    Entry(
        "claims-exemption",
        "members",
        mark("Claims exemption"),
        mark("The member says that the target does not hold for itself."),
        mark("Whether others accept that is told beside it, where it is known."),
        mark("|claims exemption|exempt from the target|"),
        ("own-reading", "stance", "undeclared"),
        mark("|opt-out|exemption|exempt|"),
    ),
    Entry(
        "undeclared",
        "members",
        mark("Undeclared"),
        mark("The member spoke of the target and took no side."),
        mark("Where it said nothing at all, the answer says that nothing is recorded."),
        mark("|undeclared|has not declared itself|"),
        ("stance", "claims-exemption"),
    ),
    Entry(
        "demanded",
        "commitments",
        mark("Demanded"),
        mark("Asked by one member of the others, and not taken up by the Alliance."),
        mark("It binds nobody, and no member is judged by it without that being said."),
        mark("|demanded|demand|"),
        ("proposed", "agreed", "commitment"),
    ),
    Entry(
        "proposed",
        "commitments",
        mark("Proposed"),
        mark("Put before the members of the Alliance and not agreed by them."),
        mark("It binds nobody, and no member is judged by it without that being said."),
        mark("|proposed|proposal|"),
        ("agreed", "demanded", "commitment"),
    ),
    Entry(
        "yearly-increase",
        "commitments",
        mark("Yearly increase"),
        mark("A clause by which a share is to rise by a step, in percentage points, each year."),
        mark("It is judged year by year: a single year that rises by less falls short of it."),
        mark("|yearly increase|yearly clause|annual increase|"),
        ("clause", "percentage-point", "floor"),
        mark("|step|annual increase|"),
    ),
    Entry(
        "floor",
        "commitments",
        mark("Floor"),
        mark("The share that a clause asks for at least."),
        mark("It is to be reached by the end of a year, or it holds at all times."),
        mark("|floor|floors|share asked for|"),
        ("clause", "distance", "share-of-gdp"),
        mark("|target|goal|minimum|guideline|"),
    ),
    Entry(
        "clause",
        "commitments",
        mark("Clause"),
        mark("One thing that a commitment asks for: a share, a yearly increase, a plan, a review."),
        mark("Each clause is judged by itself, and then the commitment as a whole."),
        mark("|clause|clauses|"),
        ("commitment", "floor", "verdict"),
    ),
    Entry(
        "met",
        "verdicts",
        mark("Met"),
        mark("The latest reported share is at or above the floor."),
        mark("It says nothing of later years, in which a share can fall again."),
        mark("|met|"),
        ("on-course", "behind", "floor"),
        mark("|reached|fulfilled|"),
    ),
    Entry(
        "equipment",
        "spending",
        mark("Equipment share"),
        mark(
            "What goes into developing and buying major equipment, as a percentage of defence "
            "expenditure and not of GDP."
        ),
        mark("Some commitments set a floor for it beside the one for all spending."),
        mark("|equipment|"),
        ("defence-expenditure", "floor", "share-of-gdp"),
    ),
    Entry(
        "weak-evidence",
        "evidence",
        mark("Weak evidence"),
        mark(
            "Evidence that is thin, such as a copy, a translation, or a report of what was not "
            "seen itself."
        ),
        mark("What is thin is said beside the fact, which is shown all the same."),
        mark("|weak evidence|weak sources|weak source|"),
        ("source-grade", "contradiction"),
        mark("|weak|"),
    ),
    Entry(
        "contradiction",
        "evidence",
        mark("Contradiction"),
        mark("Facts known on one day that cannot both be true."),
        mark("Both are shown with their sources, and neither is dropped in silence."),
        mark("|sources disagree|statements differ|contradict each other|contradictions|"),
        ("source-grade", "weak-evidence", "as-of"),
        mark("|dispute|disagree|"),
    ),
    Entry(
        "edition",
        "figures",
        mark("Edition"),
        mark("One publication of NATO's expenditure figures, named by its day."),
        mark("Later editions revise earlier years, so editions are never mixed in one series."),
        mark("|edition|editions|"),
        ("revision", "cut-off", "basis"),
        mark("|release|vintage|report|"),
    ),
    Entry(
        "pace-needed",
        "money",
        mark("Pace needed"),
        mark("The yearly change by which a share would reach the floor just in time."),
        mark("It is the distance to the floor, divided by the years that are left."),
        mark("|pace needed|"),
        ("pace-observed", "distance", "on-course"),
    ),
    Entry(
        "distance",
        "money",
        mark("Distance"),
        mark("How far the latest share is from the floor, in percentage points."),
        mark("The money told with it is for one year, at the size of the economy in that figure."),
        mark("|distance|short|gap|"),
        ("percentage-point", "floor", "pace-needed"),
    ),
    Entry(
        "defence-expenditure",
        "spending",
        mark("Defence expenditure"),
        mark("What NATO counts as spending on defence, by a definition that it has agreed on."),
        mark("That definition is not held here: figures are taken as NATO publishes them."),
        mark("|defence expenditure|"),
        ("core-defence", "share-of-gdp", "edition"),
        mark("|defence spending|definition|spending|"),
    ),
    Entry(
        "superseded",
        "commitments",
        mark("Superseded"),
        mark("Ended because a later text took its place."),
        mark("It is not applied from that day on, and still told of the time before."),
        mark("|superseded|no longer|"),
        ("agreed", "commitment"),
        mark("|replaced|"),
    ),
    Entry(
        "agreed",
        "commitments",
        mark("Agreed"),
        mark("Adopted by the members of the Alliance together, in a text that is cited."),
        mark("It holds until a later text takes its place."),
        mark("|agreed|"),
        ("proposed", "superseded", "commitment"),
    ),
    Entry(
        "current-prices",
        "money",
        mark("Current prices"),
        mark("Money counted as it was paid, at the prices of its own year."),
        mark("Sums of different years are hard to compare, since prices change in between."),
        mark("|current prices|"),
        ("constant-prices", "edition"),
        mark("|nominal|"),
    ),
    Entry(
        "annual-plan",
        "commitments",
        mark("Annual plan"),
        mark("What a member hands in each year to show how it is going to reach the goal."),
        mark("Judged is only whether it is known to have been handed in, and not what it says."),
        mark("|annual plan|annual plans|"),
        ("review", "clause"),
        mark("|yearly plan|plan|"),
    ),
    Entry(
        "review",
        "commitments",
        mark("Review"),
        mark("The Alliance's second look at a commitment, in a year that the text names."),
        mark("What comes of it is not known before."),
        mark("|review|"),
        ("annual-plan", "commitment"),
    ),
    Entry(
        "stance",
        "members",
        mark("Stance"),
        mark("What a member says itself of where it stands to the target."),
        mark("What others say of it is a remark, and never taken for the member's own word."),
        mark("|stance|stances|remark|remarks|"),
        ("undeclared", "own-reading", "own-goal"),
        mark("|position|"),
    ),
    Entry(
        "own-goal",
        "members",
        mark("Own goal"),
        mark("A share or a sum that a member set itself, in a budget, a law or a promise."),
        mark("It is no commitment of the Alliance, and no verdict rests on it."),
        mark("|own goal|own goals|"),
        ("stance", "commitment"),
        mark("|pledge|"),
    ),
    Entry(
        "share-of-gdp",
        "money",
        mark("Share of GDP"),
        mark(
            "What a member spends on defence in a year, as a percentage of what its economy "
            "produces in that year."
        ),
        mark("It can fall while spending rises, where the economy grows faster."),
        mark("|of gdp|share of gdp|"),
        ("percentage-point", "defence-expenditure", "floor"),
        mark("|gdp|share|percent of gdp|"),
    ),
    Entry(
        "commitment",
        "commitments",
        mark("Commitment"),
        mark("A text that says what the members of the Alliance are to spend."),
        mark("It is agreed, or only proposed or demanded, and each answer says which."),
        mark("|commitment|commitments|"),
        ("clause", "agreed", "superseded"),
        mark("|pledge|promise|"),
    ),
    Entry(
        "verdict",
        "verdicts",
        mark("Verdict"),
        mark("The word for how a member stands to a clause on a day, found by a fixed rule."),
        mark("It is a reading of this program and not NATO's; its rule stands with the figures."),
        mark("|verdict|verdicts|"),
        ("met", "behind", "not-reported"),
    ),
    Entry(
        "source-grade",
        "evidence",
        mark("Grade of a source"),
        mark(
            "Sources are official texts, news agencies and newspapers of record, or all others, "
            "which are called weak."
        ),
        mark("Where they contradict each other, all are shown with their grades."),
        mark("|newspaper of record|newspapers of record|official sources|"),
        ("weak-evidence", "contradiction"),
        mark("|grade|source|sources|official|wire|"),
    ),
    Entry(
        "known-on",
        "evidence",
        mark("Known"),
        mark("The first day on which everybody could know of something."),
        mark("It can be later than the day on which it happened, and answers go by it."),
        mark("|became known|known since|"),
        ("as-of", "cut-off"),
        mark("|known on|when known|"),
    ),
    Entry(
        "as-of",
        "evidence",
        mark("As of"),
        mark("The day of which an answer tells what was known."),
        mark("What was published or became known later is left out, whatever time it is of."),
        mark("|as known on|as of|"),
        ("known-on", "edition"),
        mark("|day|date|"),
    ),
)

BY_ID = {entry.id: entry for entry in ENTRIES}
