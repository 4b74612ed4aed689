"""Questions in free words, in the languages of the larger members."""

from commands.understanding.judge import Unclear, Understood, understand
from commands.understanding.typed import as_typed

__all__ = ["Unclear", "Understood", "as_typed", "understand"]
