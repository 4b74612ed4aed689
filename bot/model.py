"""Asks a language model for further proposals: only where somebody set one up and asks for it."""

from typing import TYPE_CHECKING

from bot.settings import Settings
from data.errors import QuestionError
from data.facts.knowledge import Knowledge
from data.importers.proposals import Article
from data.messages import mark

if TYPE_CHECKING:
    from data.importers.article import Reading
    from data.importers.article.model import Further

NOT_SET = mark(
    "No language model is set up. Set MODEL_URL and MODEL_NAME, or leave out --model: without it "
    "the text is read by rules alone."
)
NOT_INSTALLED = mark(
    "The client for language models is not installed. Install article3[llm], or leave out --model."
)
NO_ANSWER = mark(
    "The language model gave no answer ({problem}). Try again later, or leave out --model."
)

WITHIN_S = 60.0
MOST_WORDS = 4_000
"""Tokens of an answer: a list of forty facts has fewer."""


async def ask_further(
    article: Article, knowledge: Knowledge, reading: "Reading", settings: Settings
) -> "Further":
    """Raises QuestionError where no model is set up, or none answers."""
    from data.importers.article.model import further, task

    if settings.model_url is None or settings.model_name is None:
        raise QuestionError(NOT_SET)
    rules, text = task(article)
    answer = await _answer(rules, text, settings)
    return further(answer, article, knowledge, reading.proposals)


async def _answer(rules: str, text: str, settings: Settings) -> str:
    try:
        from openai import AsyncOpenAI, OpenAIError
    except ModuleNotFoundError as error:
        raise QuestionError(NOT_INSTALLED) from error
    key = settings.model_key.get_secret_value() if settings.model_key is not None else "none"
    try:
        async with AsyncOpenAI(
            api_key=key, base_url=settings.model_url, timeout=WITHIN_S, max_retries=1
        ) as client:
            found = await client.chat.completions.create(
                model=settings.model_name or "",
                temperature=0,
                max_tokens=MOST_WORDS,
                messages=[
                    {"role": "system", "content": rules},
                    {"role": "user", "content": text},
                ],
            )
    except OpenAIError as error:
        # What the service says may hold a piece of the key.
        raise QuestionError(NO_ANSWER, problem=type(error).__name__) from error
    return (found.choices[0].message.content or "") if found.choices else ""
