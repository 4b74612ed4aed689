from bot.replies.interaction import Asked
from bot.replies.responding import ask
from bot.slash.binding import question


@question("glossary")
async def glossary(
    interaction: Asked,
    term: str | None = None,
    as_of: str | None = None,
    private: bool = False,  # noqa: FBT001, FBT002 - Discord fills it by name
) -> None:
    await ask(interaction, "glossary", {"term": term}, as_of=as_of, private=private)
