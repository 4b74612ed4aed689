from bot.replies.interaction import Asked
from bot.replies.responding import ask
from bot.slash.binding import question


@question("path")
async def path(
    interaction: Asked,
    member: str,
    commitment: str | None = None,
    by: str | None = None,
    step: str | None = None,
    shape: str | None = None,
    growth: str | None = None,
    without: str | None = None,
    as_of: str | None = None,
    private: bool = False,  # noqa: FBT001, FBT002 - Discord fills it by name
) -> None:
    await ask(
        interaction,
        "path",
        {
            "member": member,
            "commitment": commitment,
            "by": by,
            "step": step,
            "shape": shape,
            "growth": growth,
            "without": without,
        },
        as_of=as_of,
        private=private,
    )
