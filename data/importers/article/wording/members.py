"""What members set themselves and spend, and what else is said."""

from datetime import date

from data.importers.article.findings import FigureFound, PledgeFound, StatementFound
from data.importers.article.wording import day, name, spent


def pledge(found: PledgeFound) -> str:
    who, by = name(found.member, start=True), found.by
    what = spent(found.share, found.amount, found.currency)
    match found.kind:
        case "budget":
            year = f" for {by.year}" if by is not None else ""
            return f"{who} gives {what} to defence in its budget{year}."
        case "law":
            since = f", from {day(by)} on" if by is not None else ""
            return f"{who} set {what} for defence by law{since}."
        case "programme":
            until = f" until {day(by)}" if by is not None else ""
            return f"{who} set up a programme of {what} for defence{until}."
        case _:
            goal = f" by {day(by)}" if by is not None else ""
            return f"{who} means to spend {what} on defence{goal}."


def figure(found: FigureFound, published: date) -> str:
    """The year in which the article came out is not over."""
    who = name(found.member, start=True)
    is_over = found.year < published.year
    spends = "spent" if is_over else "spends"
    if found.estimate:
        spends = f"{'was' if is_over else 'is'} estimated to spend"
    what = spent(found.share, found.amount, found.currency)
    return f"{who} {spends} {what} on defence in {found.year}."


def statement(found: StatementFound) -> str:
    return f"{found.speaker or name(found.party, start=True)} {found.what}."
