import socket
from urllib.request import urlopen

import pytest

from bot.metrics import ANSWERS, LATENESS, LOOPBACK, METRICS, SENT, Metrics, shown
from bot.setting import SettingError


@pytest.fixture
def port() -> int:
    with socket.create_server((LOOPBACK, 0)) as held:
        return held.getsockname()[1]


def test_what_is_counted_is_in_the_table_and_nothing_else() -> None:
    assert {each.name for each in Metrics().registry.collect()} == {each.name for each in METRICS}


def test_a_count_is_shown_to_whoever_asks_on_this_machine(port: int) -> None:
    metrics = Metrics()
    metrics.count(SENT, 3)
    metrics.count(ANSWERS, command="/target", outcome="answered")
    metrics.observe(LATENESS, 4.0)
    with shown(metrics, port), urlopen(f"http://{LOOPBACK}:{port}/metrics") as answer:
        text = answer.read().decode()
    assert "article3_digests_sent_total 3.0" in text
    assert 'article3_answers_total{command="/target",outcome="answered"} 1.0' in text
    assert 'article3_digest_lateness_seconds_bucket{le="5.0"} 1.0' in text
    assert metrics.value(SENT) == 3


def test_without_a_port_nothing_listens(port: int) -> None:
    with shown(Metrics(), None), pytest.raises(OSError, match="refused"):
        urlopen(f"http://{LOOPBACK}:{port}/metrics")


def test_a_port_that_is_taken_is_told_in_a_sentence() -> None:
    with (
        socket.create_server((LOOPBACK, 0)) as held,
        pytest.raises(SettingError) as told,
        shown(Metrics(), held.getsockname()[1]),
    ):
        pass
    assert str(told.value).startswith("METRICS_PORT: port ")


def test_two_processes_in_one_count_by_themselves() -> None:
    first, second = Metrics(), Metrics()
    first.count(SENT)
    assert (first.value(SENT), second.value(SENT)) == (1, 0)
