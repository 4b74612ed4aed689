"""`article3 serve` shows what it counts, on a port of this machine, where that is wished."""

import signal
import socket
from urllib.request import urlopen

from bot.metrics import ANSWERS, LOOPBACK, METRICS
from tests.e2e.elsewhere import SAFETY_SECONDS, Elsewhere, run
from tests.e2e.test_serve import sentence, serving
from tests.standin import Standin


def test_a_process_shows_what_it_counts(there: Elsewhere, database: str) -> None:
    with socket.create_server((LOOPBACK, 0)) as held:
        port = held.getsockname()[1]
    environ = {**there.environ, "DATABASE_URL": database, "METRICS_PORT": str(port)}
    with serving(environ) as (process, _):
        there.do(asked)
        with urlopen(f"http://{LOOPBACK}:{port}/metrics") as answer:
            text = answer.read().decode()
        process.send_signal(signal.SIGTERM)
        assert process.wait(SAFETY_SECONDS) == 0
    assert f'{ANSWERS.shown}{{command="/target",outcome="answered"}} 1.0' in text
    assert [each.name for each in METRICS if f"# HELP {each.name}" not in text] == []


async def asked(home: Standin) -> None:
    await home.gateway.ready()
    here = home.add_user("Anna").at(home.add_guild("Desk").add_channel("general"))
    reply = await here.slash("target", member="Spain")
    # A second one: by then the first has been counted.
    await here.click(reply, "Sources")


def test_a_port_that_is_taken_ends_in_a_sentence(there: Elsewhere, database: str) -> None:
    with socket.create_server((LOOPBACK, 0)) as held:
        port = str(held.getsockname()[1])
        ran = run("serve", DATABASE_URL=database, METRICS_PORT=port, **there.environ)
    assert sentence(ran).startswith(f"METRICS_PORT: port {port} cannot be used")
