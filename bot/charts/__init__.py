from bot.charts.errors import ChartError

__all__ = ["ChartError"]
