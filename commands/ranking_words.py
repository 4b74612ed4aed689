"""Templates of rankings."""

from collections.abc import Mapping

from data.messages import mark
from data.rules import Reason

TITLES: Mapping[tuple[bool, bool], str] = {
    (False, False): mark("Ranking: shares of GDP"),
    (False, True): mark("Ranking: equipment in defence spending"),
    (True, False): mark("Ranking: shares of GDP, {group}"),
    (True, True): mark("Ranking: equipment in defence spending, {group}"),
}
"""By: of a group or of all, of equipment or not."""

UNRANKED: Mapping[Reason, str] = {
    Reason.NO_ARMED_FORCES: mark("{members}: no armed forces, so nothing is asked."),
    Reason.NOT_A_MEMBER: mark("{members}: not in NATO then."),
    Reason.NEWEST_YEAR_NOT_REPORTED: mark("{members}: no figure for {year} is held."),
    Reason.YEAR_NOT_REPORTED: mark("{members}: no figure for that year is held."),
    Reason.EDITION_LACKS_MEMBER: mark("{members}: no such figure in that edition is held."),
    Reason.MEMBER_NEVER_REPORTED: mark("{members}: no edition held here had such a figure."),
}
OTHERWISE = mark("{members}: no figure is held.")
