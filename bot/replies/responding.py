"""The whole way from an interaction to its answer, the same for commands and buttons."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from bot.metrics import ANSWERS
from bot.question import Question
from bot.render.discord.pages import note
from bot.replies import failures
from bot.replies.delivery import Delivery, Message
from bot.replies.interaction import Asked
from bot.replies.messages import first
from bot.replies.nearest import instead
from bot.replies.sending import LostError
from data.errors import QuestionError

Work = Callable[[], Awaitable[Message | Sequence[Message]]]
"""What makes an answer; of several messages the first takes the asker's place in line."""


async def ask(
    interaction: Asked,
    name: str,
    arguments: Mapping[str, str | None],
    *,
    as_of: str | None,
    private: bool = False,
) -> None:
    """Answers one of the questions of the registry with the first page of its answer."""
    given = {key: value for key, value in arguments.items() if value is not None}
    question = Question(name, given, as_of)
    await respond(
        interaction, lambda: first(interaction, question, private=private), private=private
    )


async def respond(interaction: Asked, work: Work, *, private: bool, in_place: bool = False) -> None:
    """Answers with what `work` comes to, or with what went wrong. Never raises.

    `in_place` puts it where the message of the pressed button is.
    """
    app = interaction.client
    delivery = Delivery(interaction, private=private, in_place=in_place)
    with app.work:
        try:
            if app.work.is_open:
                await app.turns.take()
                _count(interaction, await _deliver(delivery, work))
            else:
                say = app.voice(interaction, private=True).fill
                told = Message(page=note(say(failures.STOPPING), say=say))
                await delivery.fail(told, for_all=told)
                _count(interaction, "stopping")
        except LostError as error:
            failures.lost(interaction, error)
            _count(interaction, "lost")
        except Exception as error:  # noqa: BLE001 - the asker is told, and the log is
            await fail(interaction, delivery, error)


def _count(interaction: Asked, outcome: str) -> None:
    command = failures.described(interaction)
    interaction.client.metrics.count(ANSWERS, command=command, outcome=outcome)


async def fail(interaction: Asked, delivery: Delivery, error: BaseException) -> None:
    """Tells the asker what went wrong. Never raises: there is nobody left to tell but the log."""
    _count(interaction, "not understood" if isinstance(error, QuestionError) else "failed")
    try:
        voice = interaction.client.voice(interaction, private=True)
        page = failures.explain(interaction, error, voice)
        told = Message(page=page, buttons=instead(interaction.client.desk(interaction), error))
        await delivery.fail(told, for_all=_for_all(interaction))
    except Exception as unsaid:  # noqa: BLE001 - the log is told
        failures.lost(interaction, unsaid)


async def refuse(interaction: Asked, error: BaseException) -> None:
    """For what went wrong before an answer was begun."""
    await fail(interaction, Delivery(interaction, private=True), error)


def _for_all(interaction: Asked) -> Message:
    say = interaction.client.voice(interaction, private=False).fill
    ref = failures.reference(interaction)
    return Message(page=note(say(failures.UNANSWERED), reference=ref, say=say))


async def _deliver(delivery: Delivery, work: Work) -> str:
    """What came of it, in a word or two."""
    result = await delivery.wait(work())
    messages = (result,) if isinstance(result, Message) else result
    head, *rest = messages
    await delivery.send(head)
    for message in rest:
        await delivery.add(message)
    return "incomplete" if any(each.incomplete for each in messages) else "answered"
