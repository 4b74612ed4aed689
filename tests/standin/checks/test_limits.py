import pytest

from tests.standin.checks.limits import Limits, Rule
from tests.standin.checks.nonces import KEPT, Nonces
from tests.standin.checks.problems import Refusal

MESSAGES = "/channels/{channel_id}/messages"
START = 1_750_000_000.0


class Watch:
    def __init__(self) -> None:
        self.seconds = START

    def now(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def limits(watch: Watch) -> Limits:
    return Limits(watch.now)


def send(limits: Limits, channel: str = "5", *, times: int = 1) -> dict[str, str]:
    headers: dict[str, str] = {}
    for _ in range(times):
        headers = limits.take("POST", MESSAGES, channel)
    return headers


def test_headers_say_what_is_left(limits: Limits, watch: Watch) -> None:
    send(limits)
    watch.seconds += 1.5
    headers = send(limits)
    assert len(headers.pop("X-RateLimit-Bucket")) == 32
    assert headers == {
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": "3",
        "X-RateLimit-Reset": "1750000005.000",
        "X-RateLimit-Reset-After": "3.500",
    }


def test_the_sixth_message_in_five_seconds_is_refused(limits: Limits, watch: Watch) -> None:
    send(limits, times=5)
    watch.seconds += 0.75
    with pytest.raises(Refusal) as told:
        send(limits)
    assert told.value.status == 429
    assert told.value.body() == {
        "message": "You are being rate limited.",
        "retry_after": 4.25,
        "global": False,
    }


def test_a_refusal_says_when_to_come_back(limits: Limits, watch: Watch) -> None:
    send(limits, times=5)
    watch.seconds += 0.75
    with pytest.raises(Refusal) as told:
        send(limits)
    headers = told.value.headers
    assert headers["Retry-After"] == "5"
    assert headers["X-RateLimit-Reset-After"] == "4.250"
    assert headers["X-RateLimit-Remaining"] == "0"
    assert headers["X-RateLimit-Scope"] == "user"
    assert headers["Via"]


@pytest.mark.parametrize("passed", [0.1, 1 / 3, 2.0004, 4.9996])
def test_who_waits_as_told_is_let_through(limits: Limits, watch: Watch, passed: float) -> None:
    send(limits, times=5)
    watch.seconds += passed
    with pytest.raises(Refusal) as told:
        send(limits)
    assert told.value.retry_after is not None
    watch.seconds += told.value.retry_after
    assert send(limits)["X-RateLimit-Remaining"] == "4"


def test_each_channel_is_counted_by_itself_in_one_bucket(limits: Limits) -> None:
    first = send(limits, "5", times=5)
    second = send(limits, "6", times=5)
    assert first["X-RateLimit-Bucket"] == second["X-RateLimit-Bucket"]


def test_making_and_editing_are_counted_apart(limits: Limits) -> None:
    made = send(limits, times=5)
    edited = limits.take("PATCH", f"{MESSAGES}/{{message_id}}", "5")
    assert edited["X-RateLimit-Remaining"] == "4"
    assert edited["X-RateLimit-Bucket"] != made["X-RateLimit-Bucket"]


def test_fifty_requests_a_second_are_taken_in_all(limits: Limits, watch: Watch) -> None:
    for channel in range(50):
        send(limits, str(channel))
    watch.seconds += 0.4
    with pytest.raises(Refusal) as told:
        send(limits, "50")
    assert told.value.body()["global"] is True
    assert told.value.retry_after == pytest.approx(0.6)
    assert told.value.headers["X-RateLimit-Scope"] == "global"
    watch.seconds += 0.6
    send(limits, "50")


def test_answers_to_interactions_are_not_counted_in_all(limits: Limits) -> None:
    callback = "/interactions/{interaction_id}/{interaction_token}/callback"
    for token in range(200):
        assert limits.take("POST", callback, str(token)) == {}
        limits.take("POST", "/webhooks/{webhook_id}/{webhook_token}", str(token))
    assert send(limits)["X-RateLimit-Remaining"] == "4"


def test_what_was_refused_is_not_counted(limits: Limits) -> None:
    send(limits, times=5)
    for _ in range(100):
        with pytest.raises(Refusal):
            send(limits)
    send(limits, "6")


def test_rules_can_be_others(watch: Watch) -> None:
    limits = Limits(watch.now, rules={}, others=Rule(1, 2), everywhere=None)
    assert send(limits)["X-RateLimit-Limit"] == "1"
    with pytest.raises(Refusal):
        send(limits)
    assert Limits(watch.now, rules={}, others=None, everywhere=None).take("GET", "/gateway") == {}


def test_a_nonce_gives_the_first_message_for_a_few_minutes(watch: Watch) -> None:
    nonces: Nonces[str] = Nonces(watch.now)
    nonces.remember("5", "abc", "first")
    watch.seconds += KEPT - 1
    nonces.remember("5", "abc", "second")
    assert nonces.find("5", "abc") == "first"
    watch.seconds += 1
    assert nonces.find("5", "abc") is None


def test_nonces_are_told_apart_by_channel_but_not_by_kind(watch: Watch) -> None:
    nonces: Nonces[str] = Nonces(watch.now)
    nonces.remember(5, 123, "first")
    assert nonces.find("5", "123") == "first"
    assert nonces.find("6", "123") is None
    assert nonces.find("5", "124") is None
