"""The reader of articles, which takes long to import and is wanted seldom."""

from typing import TYPE_CHECKING

from data.facts.knowledge import Knowledge
from data.importers.proposals import Article

if TYPE_CHECKING:
    from data.importers.article import Reading


def read_article(article: Article, knowledge: Knowledge) -> "Reading":
    from data.importers.article import read

    return read(article, knowledge)
