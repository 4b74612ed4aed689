from typing import Any

import discord
from discord import ui

from bot.digest.look import marks
from bot.render.discord.layout import layout
from bot.render.discord.pages import note
from bot.replies.buttons import Button
from commands.voice import Voice

SAY = Voice.of("en").fill


def received(view: ui.LayoutView) -> list[Any]:
    """The components as they come back from Discord."""
    written: list[Any] = view.to_components()
    return [discord.components._component_factory(each) for each in written]  # noqa: SLF001


def test_marks_are_what_the_ids_of_buttons_end_in() -> None:
    buttons = [Button("a3:1:why:abcd2345.2026-11-25"), Button("a3:1:refresh:-")]
    assert marks(received(layout(note("Hello", say=SAY), buttons))) == {"abcd2345.2026-11-25", "-"}


def test_a_message_without_buttons_has_no_marks() -> None:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay("a3:1:why:abcd2345.2026-11-25"))
    assert marks(received(view)) == set()
