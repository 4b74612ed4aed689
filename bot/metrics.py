"""What is counted while the bot serves, for Prometheus: one table of it, and nothing besides.

Nothing of it names a server, a channel or a person.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server

from bot.setting import SettingError
from data.messages import mark

LOOPBACK = "127.0.0.1"
NO_PORT = mark(
    "METRICS_PORT: port {port} cannot be used ({problem}). Write another, or leave it out."
)

Kind = type[Counter] | type[Histogram]

_SECONDS = (0.03, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
_LATENESS = (1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 4 * 3600, 12 * 3600, 24 * 3600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """`labels` tell its values apart; `name` is without the suffix that its kind gives it."""

    name: str
    kind: Kind
    what: str
    labels: tuple[str, ...] = ()
    buckets: tuple[float, ...] = _LATENESS
    """Of a histogram."""

    @property
    def shown(self) -> str:
        """The name that Prometheus asks for."""
        return f"{self.name}_total" if self.kind is Counter else self.name


DUE = Metric(
    name="article3_digests_due", kind=Counter, what="Digests that fell due and were queued."
)
SENT = Metric(
    name="article3_digests_sent", kind=Counter, what="Digests that are in their channels."
)
LATE = Metric(
    name="article3_digests_late",
    kind=Counter,
    what="Those of them that came more than five minutes after their time.",
)
SKIPPED = Metric(
    name="article3_digests_skipped",
    kind=Counter,
    what="Digests left out by what their subscribers chose: quiet days.",
)
FAILED = Metric(
    name="article3_digests_failed",
    kind=Counter,
    what="Digests given up, by why: refused, too late, or unclear.",
    labels=("why",),
)
RETRIED = Metric(
    name="article3_digests_retried",
    kind=Counter,
    what="Attempts that failed and are made again, by whether Discord may have the digest.",
    labels=("unclear",),
)
LOOKED = Metric(
    name="article3_digests_looked",
    kind=Counter,
    what="Looks into a channel after an unclear attempt, by what was there.",
    labels=("found",),
)
PAUSED = Metric(
    name="article3_digests_paused",
    kind=Counter,
    what="Subscriptions paused because their channel cannot be written to, by why.",
    labels=("why",),
)
RESUMED = Metric(
    name="article3_digests_resumed",
    kind=Counter,
    what="Subscriptions that go on since their channel can be written to again.",
)
LATENESS = Metric(
    name="article3_digest_lateness_seconds",
    kind=Histogram,
    what="Seconds from the time a digest was due to the moment it was in its channel.",
)
ROUND_FAILURES = Metric(
    name="article3_round_failures",
    kind=Counter,
    what="Failures of the loop that looks for due digests, by the step that failed.",
    labels=("step",),
)
ANSWERS = Metric(
    name="article3_answers",
    kind=Counter,
    what="Answers to commands and buttons, by what came of them.",
    labels=("command", "outcome"),
)
WATCH_FAILURES = Metric(
    name="article3_watch_failures",
    kind=Counter,
    what="Failed looks at whether the database knows more.",
)
CHARTS = Metric(name="article3_charts", kind=Counter, what="Charts that were drawn.")
CHARTS_KEPT = Metric(
    name="article3_charts_kept",
    kind=Counter,
    what="Charts that were still there from an earlier time.",
)
CHART_FAILURES = Metric(
    name="article3_chart_failures", kind=Counter, what="Charts that could not be drawn."
)
CHART_SECONDS = Metric(
    name="article3_chart_seconds",
    kind=Histogram,
    what="Seconds that drawing a chart took, without the wait for its turn.",
    buckets=_SECONDS,
)
FEED_LOOKS = Metric(
    name="article3_feed_looks",
    kind=Counter,
    what="Looks at feeds, by what came of them: read, unchanged, failed or gone.",
    labels=("outcome",),
)
FEED_ITEMS = Metric(
    name="article3_feed_items",
    kind=Counter,
    what="Items of feeds, each time they were there, by whether they were read and why not.",
    labels=("standing",),
)
FEED_PROPOSALS = Metric(
    name="article3_feed_proposals",
    kind=Counter,
    what="Proposals found in feeds, by whether their story was new to the review.",
    labels=("came",),
)
FEED_FAILURES = Metric(
    name="article3_feed_failures",
    kind=Counter,
    what="Failures of ours while feeds were watched, by the step that failed.",
    labels=("step",),
)
REVIEW_POSTED = Metric(
    name="article3_review_posted",
    kind=Counter,
    what="Proposals that were posted in the channel of the review.",
)
REVIEW_DECIDED = Metric(
    name="article3_review_decided",
    kind=Counter,
    what="Decisions on proposals made in Discord, by what was decided.",
    labels=("verdict",),
)
REVIEW_FAILURES = Metric(
    name="article3_review_failures",
    kind=Counter,
    what="Failures of the loop that posts proposals, by the step that failed.",
    labels=("step",),
)

METRICS = (
    DUE,
    SENT,
    LATE,
    SKIPPED,
    FAILED,
    RETRIED,
    LOOKED,
    PAUSED,
    RESUMED,
    LATENESS,
    ROUND_FAILURES,
    ANSWERS,
    WATCH_FAILURES,
    CHARTS,
    CHARTS_KEPT,
    CHART_FAILURES,
    CHART_SECONDS,
    REVIEW_POSTED,
    REVIEW_DECIDED,
    REVIEW_FAILURES,
    FEED_LOOKS,
    FEED_ITEMS,
    FEED_PROPOSALS,
    FEED_FAILURES,
)


class Metrics:
    """The counts of one process. Each begins at zero."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._made: Mapping[Metric, Counter | Histogram] = {
            each: self._make(each) for each in METRICS
        }

    def count(self, metric: Metric, by: float = 1, **labels: str) -> None:
        made = self._labelled(metric, labels)
        assert isinstance(made, Counter), f"{metric.name} is not counted"
        made.inc(by)

    def observe(self, metric: Metric, value: float, **labels: str) -> None:
        made = self._labelled(metric, labels)
        assert isinstance(made, Histogram), f"{metric.name} is not observed"
        made.observe(value)

    def value(self, metric: Metric, **labels: str) -> float:
        """What a counter has come to."""
        return self.registry.get_sample_value(metric.shown, labels) or 0.0

    def _make(self, metric: Metric) -> Counter | Histogram:
        if metric.kind is Histogram:
            return Histogram(
                metric.name,
                metric.what,
                metric.labels,
                registry=self.registry,
                buckets=metric.buckets,
            )
        return metric.kind(metric.name, metric.what, metric.labels, registry=self.registry)

    def _labelled(self, metric: Metric, labels: Mapping[str, str]) -> Counter | Histogram:
        made = self._made[metric]
        return made.labels(**labels) if labels else made


@contextmanager
def shown(metrics: Metrics, port: int | None) -> Iterator[None]:
    """Shows the metrics on a port of this machine, to this machine alone; without a port, nowhere.
    Raises SettingError where the port is not to be had."""
    if port is None:
        yield
        return
    try:
        server, thread = start_http_server(port, addr=LOOPBACK, registry=metrics.registry)
    except OSError as error:
        raise SettingError(NO_PORT.format(port=port, problem=error.strerror or error)) from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
