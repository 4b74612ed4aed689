"""Everything under `/digest`. It is for those who manage a server, who can hand it to others in
their server's own settings; in private messages it is for everybody."""

from discord import Permissions, app_commands
from discord.app_commands import locale_str

from bot.replies.interaction import Asked
from bot.replies.responding import ask
from bot.slash.binding import everywhere, question
from data.messages import mark

SUMMARY = mark("The daily digest of what changed and what is ahead")

digest = everywhere(
    app_commands.Group(
        name="digest",
        description=locale_str(SUMMARY),
        default_permissions=Permissions(manage_guild=True),
    )
)


@question("digest", called="preview")
async def preview(
    interaction: Asked,
    as_of: str | None = None,
    private: bool = False,  # noqa: FBT001, FBT002 - Discord fills it by name
) -> None:
    await ask(interaction, "digest", {}, as_of=as_of, private=private)


digest.add_command(preview)
