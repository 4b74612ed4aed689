"""What goes wrong with a picture."""

from data.errors import Article3Error


class ChartError(Article3Error):
    """A picture cannot be drawn; the message is a sentence that says why."""
