"""The words of English reports, as lists that a person can read and add to."""

import re


def either(alternatives: str) -> str:
    """A group of alternatives, which stand on lines of their own or with ` | ` between them."""
    listed = re.split(r" \| |\n", alternatives)
    return f"(?:{'|'.join(each for each in map(str.strip, listed) if each)})"
