from bot.replies.interaction import Asked
from bot.replies.responding import ask
from bot.slash.binding import question


@question("calendar")
async def calendar(
    interaction: Asked,
    as_of: str | None = None,
    private: bool = False,  # noqa: FBT001, FBT002 - Discord fills it by name
) -> None:
    await ask(interaction, "calendar", {}, as_of=as_of, private=private)
