from bot.replies.interaction import Asked
from bot.replies.responding import ask
from bot.slash.binding import question


@question("ranking")
async def ranking(
    interaction: Asked,
    group: str | None = None,
    clause: str | None = None,
    year: str | None = None,
    edition: str | None = None,
    at: str | None = None,
    as_of: str | None = None,
    private: bool = False,  # noqa: FBT001, FBT002 - Discord fills it by name
) -> None:
    await ask(
        interaction,
        "ranking",
        {"group": group, "clause": clause, "year": year, "edition": edition, "at": at},
        as_of=as_of,
        private=private,
    )
