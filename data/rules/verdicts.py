"""The six verdicts, the reasons that lead to them, and the rules in words."""

from enum import StrEnum

from data.messages import mark


class Verdict(StrEnum):
    MET = "met"
    ON_COURSE = "on_course"
    BEHIND = "behind"
    MISSED = "missed"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"


class Reason(StrEnum):
    """Why a verdict is what it is; the rule in words stands in `RULES`."""

    REACHED = "reached"
    PACE_SUFFICES = "pace_suffices"
    PACE_FALLS_SHORT = "pace_falls_short"
    PACE_UNKNOWN = "pace_unknown"
    BELOW_STANDING_FLOOR = "below_standing_floor"
    DEADLINE_YEAR_RUNNING = "deadline_year_running"
    DEADLINE_PASSED = "deadline_passed"
    DEADLINE_YEAR_NOT_REPORTED = "deadline_year_not_reported"
    NEWEST_YEAR_NOT_REPORTED = "newest_year_not_reported"
    NO_FIGURES_PUBLISHED = "no_figures_published"
    MEMBER_NEVER_REPORTED = "member_never_reported"
    EDITION_LACKS_MEMBER = "edition_lacks_member"
    YEAR_NOT_REPORTED = "year_not_reported"
    NOT_A_MEMBER = "not_a_member"
    NO_ARMED_FORCES = "no_armed_forces"
    ASKS_NO_SHARE = "asks_no_share"
    SAID_IN_WORDS = "said_in_words"
    NOT_YET_DUE = "not_yet_due"
    EVERY_YEAR_ROSE = "every_year_rose"
    A_YEAR_FELL_SHORT = "a_year_fell_short"
    A_YEAR_FELL_SHORT_FOR_GOOD = "a_year_fell_short_for_good"
    A_YEAR_NOT_REPORTED = "a_year_not_reported"
    NO_YEAR_REPORTED_YET = "no_year_reported_yet"
    DUTY_DONE = "duty_done"
    DUTY_NOT_DONE = "duty_not_done"
    DUTY_DISPUTED = "duty_disputed"
    DUTY_DUE = "duty_due"
    DUTY_NOT_KNOWN = "duty_not_known"
    FIRST_YEAR_NOT_STATED = "first_year_not_stated"


RULES: dict[Reason, str] = {
    Reason.REACHED: mark("Met: the latest reported share is at or above the share asked for."),
    Reason.PACE_SUFFICES: mark("On course: the pace observed is at least the pace needed."),
    Reason.PACE_FALLS_SHORT: mark("Behind: the pace observed is below the pace needed."),
    Reason.PACE_UNKNOWN: mark(
        "Not reported: no edition looked at has the years that a pace observed is made of."
    ),
    Reason.BELOW_STANDING_FLOOR: mark(
        "Behind: the share asked for holds at all times and the latest share is below it."
    ),
    Reason.DEADLINE_YEAR_RUNNING: mark(
        "Behind: the latest share is already of the target year, and below the share asked for."
    ),
    Reason.DEADLINE_PASSED: mark(
        "Missed: the target year is over and reported, and the share asked for was not reached."
    ),
    Reason.DEADLINE_YEAR_NOT_REPORTED: mark(
        "Not reported: the target year is over, but no edition looked at has a figure for it."
    ),
    Reason.NEWEST_YEAR_NOT_REPORTED: mark(
        "Not reported: others are reported for a later year, but no such figure on this member is "
        "held; what is shown is of the last year reported."
    ),
    Reason.NO_FIGURES_PUBLISHED: mark(
        "Not reported: nobody publishes figures for this kind of spending."
    ),
    Reason.MEMBER_NEVER_REPORTED: mark(
        "Not reported: no edition held here had such a figure on this member by that day."
    ),
    Reason.EDITION_LACKS_MEMBER: mark(
        "Not reported: the edition asked about has no such figure on this member that is held here."
    ),
    Reason.YEAR_NOT_REPORTED: mark(
        "Not reported: no edition looked at has such a figure on this member for that year."
    ),
    Reason.NOT_A_MEMBER: mark("Not applicable: the country was not yet a member on that day."),
    Reason.NO_ARMED_FORCES: mark(
        "Not applicable: the country has no armed forces, and NATO reports no defence expenditure "
        "of it."
    ),
    Reason.ASKS_NO_SHARE: mark("Not applicable: the clause asks for no figure by itself."),
    Reason.SAID_IN_WORDS: mark(
        "Not reported: it is promised in words, and no published figure decides whether it is kept."
    ),
    Reason.NOT_YET_DUE: mark("Not applicable: the clause falls due later."),
    Reason.EVERY_YEAR_ROSE: mark(
        "Met: in every year reported since the clause began the share rose by at least the step."
    ),
    Reason.A_YEAR_FELL_SHORT: mark(
        "Behind: in at least one year since the clause began the share rose by less than the step."
    ),
    Reason.A_YEAR_FELL_SHORT_FOR_GOOD: mark(
        "Missed: the clause's last year is over, and in at least one of its years the share rose "
        "by less than the step."
    ),
    Reason.A_YEAR_NOT_REPORTED: mark(
        "Not reported: no year reported fell short, but not every year since the clause began is "
        "reported."
    ),
    Reason.NO_YEAR_REPORTED_YET: mark(
        "Not reported: no edition looked at has a year since the clause began together with the "
        "year before."
    ),
    Reason.DUTY_DONE: mark("Met: what was due in years that are over is known to have been done."),
    Reason.DUTY_NOT_DONE: mark("Behind: at least one thing that was due is known not to be done."),
    Reason.DUTY_DISPUTED: mark(
        "Not reported: sources contradict each other on whether it was done."
    ),
    Reason.DUTY_DUE: mark("Not reported: it is due this year, and nothing is known of it yet."),
    Reason.DUTY_NOT_KNOWN: mark(
        "Not reported: its year is over, and nothing held here says whether it was done."
    ),
    Reason.FIRST_YEAR_NOT_STATED: mark(
        "Not reported: no source held here says when the first one is due."
    ),
}
"""The rule behind each reason, in one English sentence that begins with the verdict."""

VERDICTS: dict[Reason, Verdict] = {
    Reason.REACHED: Verdict.MET,
    Reason.PACE_SUFFICES: Verdict.ON_COURSE,
    Reason.PACE_FALLS_SHORT: Verdict.BEHIND,
    Reason.PACE_UNKNOWN: Verdict.NOT_REPORTED,
    Reason.BELOW_STANDING_FLOOR: Verdict.BEHIND,
    Reason.DEADLINE_YEAR_RUNNING: Verdict.BEHIND,
    Reason.DEADLINE_PASSED: Verdict.MISSED,
    Reason.DEADLINE_YEAR_NOT_REPORTED: Verdict.NOT_REPORTED,
    Reason.NEWEST_YEAR_NOT_REPORTED: Verdict.NOT_REPORTED,
    Reason.NO_FIGURES_PUBLISHED: Verdict.NOT_REPORTED,
    Reason.MEMBER_NEVER_REPORTED: Verdict.NOT_REPORTED,
    Reason.NOT_A_MEMBER: Verdict.NOT_APPLICABLE,
    Reason.NO_ARMED_FORCES: Verdict.NOT_APPLICABLE,
    Reason.ASKS_NO_SHARE: Verdict.NOT_APPLICABLE,
    Reason.SAID_IN_WORDS: Verdict.NOT_REPORTED,
    Reason.NOT_YET_DUE: Verdict.NOT_APPLICABLE,
    Reason.EVERY_YEAR_ROSE: Verdict.MET,
    Reason.A_YEAR_FELL_SHORT: Verdict.BEHIND,
    Reason.A_YEAR_FELL_SHORT_FOR_GOOD: Verdict.MISSED,
    Reason.A_YEAR_NOT_REPORTED: Verdict.NOT_REPORTED,
    Reason.NO_YEAR_REPORTED_YET: Verdict.NOT_REPORTED,
    Reason.DUTY_DONE: Verdict.MET,
    Reason.DUTY_NOT_DONE: Verdict.BEHIND,
    Reason.DUTY_DISPUTED: Verdict.NOT_REPORTED,
    Reason.DUTY_DUE: Verdict.NOT_REPORTED,
    Reason.DUTY_NOT_KNOWN: Verdict.NOT_REPORTED,
    Reason.FIRST_YEAR_NOT_STATED: Verdict.NOT_REPORTED,
    Reason.YEAR_NOT_REPORTED: Verdict.NOT_REPORTED,
    Reason.EDITION_LACKS_MEMBER: Verdict.NOT_REPORTED,
}
