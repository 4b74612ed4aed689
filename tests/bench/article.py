"""How much of articles is read: `python -m tests.bench.article`.

Of the held and the fresh passages only counts are printed, so that nobody writes rules on them.
"""

import time

from data.importers.article import read
from tests.data.importers.article.scoring import KINDS, Score, article, passages, score
from tests.shipped import KNOWN

GOALS = "goals on the held half: precision at least 0.95, recall at least 0.75"
UNREAD = {"fresh": "written when the rules stood", "held": "the held half"}
OPEN = {"open": "the open half", "plain": "further ones, plain", "more": "further ones, hard"}


def main() -> None:
    for half, name in (OPEN | UNREAD).items():
        print(f"{name}: {len(passages(half))} passages")
        _print(score(half, KNOWN))
    print(GOALS)
    print(f"{_milliseconds():.1f} ms a passage, warm")


def _print(found: Score) -> None:
    for kind in (*KINDS, None):
        labels = found.met[kind] + found.missed[kind] if kind else 0
        counted = f"  ({labels} labels)" if kind else ""
        precision, recall = found.precision(kind), found.recall(kind)
        print(f"  {kind or 'all':<11} precision {precision:.2f}  recall {recall:.2f}{counted}")


def _milliseconds() -> float:
    texts = [article(each["text"], each["published"]) for each in passages("open")]
    began = time.perf_counter()
    for each in texts:
        read(each, KNOWN)
    return (time.perf_counter() - began) * 1000 / len(texts)


if __name__ == "__main__":
    main()
