"""A form that was refused, which can be opened again with what was typed."""

from data.errors import QuestionError
from data.messages import mark

OPEN_AGAIN = mark("Open the form again")


class RetryError(QuestionError):
    """`custom_id` is that of the button that opens the form."""

    def __init__(self, error: QuestionError, custom_id: str) -> None:
        super().__init__(error.template, **error.values)
        self.custom_id = custom_id
