"""Words that may stand between those of a rule, each with the space before it."""


def few(most: int) -> str:
    """Any words, as few as will do."""
    return rf"(?: \S+){{0,{most}}}?"


def few_before(most: int) -> str:
    """Any words, each with the space behind it."""
    return rf"(?:\S+ ){{0,{most}}}?"


def free(most: int) -> str:
    """Words of the same clause none of which is a sum."""
    return rf"(?: (?!;|‹share|‹money)\S+){{0,{most}}}?"


def free_of_and(most: int) -> str:
    """The same, but none of them `and`, behind which somebody else may stand."""
    return rf"(?: (?!;|‹share|‹money|and )\S+){{0,{most}}}?"


ENDS = r"(?= [,.;]|$)"
"""Here a part of a sentence is over."""
