"""What a reader keeps in mind from one sentence of an article to the next."""

from dataclasses import dataclass
from datetime import date

from data.importers.article.dating import When
from data.importers.article.lines import pattern
from data.importers.article.marking import Marked
from data.importers.article.scenes import Actor, Scene, Speech
from data.importers.article.sums import DEFENCE
from data.importers.article.things import Kind, Party, Thing
from data.importers.article.vocabulary.orders import PLANS

_PLANS = pattern(PLANS)
_ESTIMATED = pattern(r"estimat\w+")
_MINISTERS = pattern("ministers")


@dataclass(slots=True)
class Memory:
    """`before` are those spoken of, the nearest last. `year`, `on_defence` and `estimated` tell of
    the figures of this paragraph, `is_nato` whether the last sentence spoke of all members."""

    published: date
    members: frozenset[str]
    before: tuple[Actor, ...] = ()
    year: int | None = None
    on_defence: bool = False
    on_plan: bool = False
    estimated: bool = False
    is_nato: bool = False
    spoke: Speech | None = None
    _paragraph: int = 0

    def turn_to(self, marked: Marked) -> None:
        """A new paragraph goes on with what was spoken of, but not with its figures."""
        if marked.sentence.paragraph != self._paragraph:
            self._paragraph = marked.sentence.paragraph
            self.year = None
            self.on_defence = self.estimated = False

    def scene(self, marked: Marked) -> Scene:
        on_plan = self.on_plan or _PLANS.search(marked.text) is not None
        return Scene(
            marked,
            self.published,
            self.members,
            self.before,
            on_plan=on_plan,
            on_defence=self.on_defence,
            spoke=self.spoke,
        )

    def remember(self, scene: Scene) -> None:
        things = scene.marked.things_in(scene.text)
        self._remember_actors(scene)
        self._remember_figures(scene, things)
        self.on_plan |= _PLANS.search(scene.text) is not None
        is_of_all = any(each.kind in (Kind.ALL, Kind.GATHERING) for each in things)
        self.spoke = scene.speech or self.spoke
        self.is_nato = is_of_all or _MINISTERS.search(scene.text) is not None

    def _remember_actors(self, scene: Scene) -> None:
        """Who is named first is who the next sentence goes on with."""
        named = [each for each in scene.actors() if not _is_nato(each)]
        main = [each for each in named if not (isinstance(each, Party) and each.adjective)]
        if named:
            first, *others = main or named
            self.before = (*others, first)

    def _remember_figures(self, scene: Scene, things: list[Thing]) -> None:
        years = [year for each in things if (year := _year(each)) is not None]
        if years and any(each.kind in (Kind.SHARE, Kind.MONEY) for each in things):
            self.year = min(years[0], self.published.year)
        self.on_defence |= DEFENCE.search(scene.text) is not None
        self.on_defence |= any(_is_nato(e.value) or e.kind is Kind.ALL for e in things)
        self.estimated |= _ESTIMATED.search(scene.text) is not None


def _year(thing: Thing) -> int | None:
    """A year that is told without a month."""
    match thing.value:
        case When(behind=day) if day.month is None:
            return day.year
        case _:
            return None


def _is_nato(value: object) -> bool:
    return isinstance(value, Party) and value.code == "NATO"
