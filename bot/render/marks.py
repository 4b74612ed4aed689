"""Where in a sentence the numbers of its sources stand, the same wherever it is shown."""

from itertools import zip_longest

from commands.briefing import Backed, Sentence


def marked(sentence: Sentence) -> set[int]:
    """Which parts are followed by a mark: of neighbours with the same sources, the last."""
    backed = [
        (index, part.citations)
        for index, part in enumerate(sentence.parts)
        if isinstance(part, Backed) and part.citations
    ]
    following = [citations for _, citations in backed[1:]]
    return {
        index for (index, citations), after in zip_longest(backed, following) if citations != after
    }
