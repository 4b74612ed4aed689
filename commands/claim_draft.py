from commands import briefing
from commands.briefing import Given, Sentence
from commands.draft import Draft
from data.rules import Step


class ClaimDraft(Draft):
    """A draft whose derivations may hold what the asker gave."""

    def _tree(self, step: Step) -> briefing.Step:
        if not step.given:
            return super()._tree(step)
        return briefing.Step(
            id=self._id(step),
            symbol=step.symbol,
            what=self.term_sentence(step.what),
            formula=None,
            expression=None,
            result=Given(text=self.voice.percent(step.value, step.places)),
        )

    def term_sentence(self, template: str) -> Sentence:
        return self.say("{what}", what=self.term(template))
