"""More digests at once than are made or taken in one go."""

from datetime import datetime

import pytest

from bot.digest import round  # noqa: A004
from data.store import Store
from data.store.digests import Digests
from tests.e2e.conftest import Bots
from tests.e2e.posts import Posts, posted
from tests.standin import Standin


async def test_the_first_go_while_rows_for_the_others_are_made(
    local: Standin, store: Store, bots: Bots, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = Posts(local, store, bots)
    guild = local.add_guild("Desk")
    channels = [guild.add_channel(f"news-{number}") for number in range(5)]
    for each in channels:
        await posts.subscribe(each)
    app = await posts.start()
    under_way: list[int] = []
    enqueue = Digests.enqueue

    async def watched(digests: Digests, now: datetime, *, limit: int) -> int:
        under_way.append(len(app.sender.round.tasks))
        return await enqueue(digests, now, limit=limit)

    monkeypatch.setattr(Digests, "enqueue", watched)
    monkeypatch.setattr(round, "_ENQUEUED", 2)
    await posts.send(app)
    assert under_way[:2] == [0, 2]
    assert [len(posted(each)) for each in channels] == [1] * 5
