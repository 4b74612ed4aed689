"""Sentences marked for translation where they are written; they are translated when shown.

A message is the English sentence and remembers the template and the values that it was made of, so
that whoever knows the reader's language can say it anew.
"""

from collections.abc import Mapping


class Message(str):
    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(
        cls, text: str, template: str | None = None, values: Mapping[str, object] | None = None
    ) -> "Message":
        made = super().__new__(cls, text)
        made.template = text if template is None else template
        made.values = {} if values is None else values
        return made

    def __reduce__(self) -> tuple[type["Message"], tuple[str, str, Mapping[str, object]]]:
        return Message, (str(self), self.template, self.values)

    def format(self, *args: object, **values: object) -> "Message":
        """Named placeholders only. Values that are messages are said in the reader's language as
        well."""
        return Message(super().format(*args, **values), self.template, values)


def mark(template: str) -> Message:
    return Message(template)
