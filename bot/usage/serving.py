"""Help on the Discord bot and its digests."""

from bot.permissions import BOT, OPTIONAL, PERMISSIONS
from bot.permissions import COMMANDS as SLASH
from bot.settings import (
    ARTICLE3_LOG,
    DIGEST_PER_SECOND,
    DISCORD_API_URL,
    DISCORD_TOKEN,
    METRICS_PORT,
)
from bot.usage.layout import Sheet
from data.messages import mark

DIGEST = (
    (
        "list [--all]",
        mark("Each digest, when the next one comes, and what became of the last one and why."),
    ),
    (
        "why ID [DAY]",
        mark("Step by step why the digest of a day was sent or not; today's without DAY."),
    ),
    ("status", mark("The next run, what waits, and what was sent, left out or failed today.")),
    (
        "subscribe --server N --channel N --owner N --time TIME --zone ZONE",
        mark(
            "Has the digest sent to a channel. N are ids as Discord copies them; the owner is told "
            "of trouble. Nobody looks whether the bot may write there before it does."
        ),
    ),
    ("edit ID --by NAME", mark("Changes what the options say, and nothing else.")),
    ("pause ID --by NAME [--because REASON]", mark("Lets it rest until it is resumed.")),
    ("resume ID --by NAME", mark("Lets it come again. What came due meanwhile is not sent.")),
    ("unsubscribe ID --by NAME", mark("Ends it for good.")),
    (
        "now ID [--again]",
        mark("Makes today's due now, for a running bot; with --again once more."),
    ),
)

DIGEST_OPTIONS = (
    ("--time TIME", mark("By the clock of its zone: 8:30, 19:05 or 7 pm.")),
    ("--zone ZONE", mark("A city such as Paris, or a zone such as Europe/Paris.")),
    ("--days DAYS", mark("Such as weekdays or Monday to Thursday; every day without it.")),
    (
        "--language LANGUAGE",
        mark("The language it is written in, such as fr; that of the server without it."),
    ),
    ("--parts PARTS", mark("Some of ahead,stances,focus; all without it. News is always told.")),
    (
        "--quiet POLICY",
        mark("On a day without news: send it, shorten it (so without it), or skip it."),
    ),
    ("--late HOURS", mark("How late it may come after a downtime, 0 to 24; 6 without it.")),
    ("--publish yes|no", mark("For those who follow the channel, if it is for announcements.")),
    ("--json", mark("Give the list, the steps or the status as JSON.")),
)

SERVING = (
    (
        "article3 serve",
        mark(
            "Answers on Discord until it is stopped. It publishes the commands where they have "
            "changed since it did last."
        ),
    ),
    (
        "article3 doctor",
        mark(
            "Says what is set, what is missing and what works, and asks Discord as well. It "
            "changes nothing; the exit code is 0 where Discord could be served."
        ),
    ),
    (
        "article3 invite [--application ID]",
        mark(
            "Prints the links that bring the bot to a server or to your own account. Whose bot it "
            "is, DISCORD_TOKEN tells, or the application ID."
        ),
    ),
    (
        "article3 sync",
        mark(
            "Shows how the commands that Discord has differ from those of this release (+ new, ~ "
            "changed, - gone), and publishes them. With --dry-run it publishes nothing."
        ),
    ),
)

SERVED_WITH = (DISCORD_TOKEN, DISCORD_API_URL, DIGEST_PER_SECOND, METRICS_PORT, ARTICLE3_LOG)


def digests(to: Sheet) -> str:
    return to.page(
        "article3 digest list | why | status | subscribe | edit | pause | resume | unsubscribe | "
        "now",
        to.prose(
            mark(
                "Who gets the daily digest in Discord, when the next one comes, and why one came "
                "or not. It is the bot that sends them; what is written here it sees within "
                "seconds. Today's digest itself is shown by article3 ask digest."
            )
        ),
        to.heading(mark("What can be done"), to.entries(DIGEST)),
        to.heading(mark("Options"), to.rows(DIGEST_OPTIONS)),
    )


def serving(to: Sheet) -> str:
    needed = [(each.name, each.why) for each in (SLASH, BOT, *PERMISSIONS)]
    return to.page(
        "article3 serve | doctor | invite | sync",
        to.prose(
            mark(
                "Article 3 as a Discord bot. It needs the token of an application of your own, and "
                "no privileged intents: it reads no messages but those it is asked about."
            )
        ),
        to.heading(mark("What can be done"), to.entries(SERVING)),
        to.heading(
            mark("What the links ask for"),
            to.rows(needed),
        ),
        to.heading(
            mark("What a server can give it besides"),
            to.rows((each.name, each.why) for each in OPTIONAL),
        ),
        to.heading(mark("Settings"), to.settings(SERVED_WITH)),
    )
