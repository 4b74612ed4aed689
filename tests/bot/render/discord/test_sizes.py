import pytest

from bot.render.discord.sizes import Size, size_of

MESSAGE = [
    {
        "type": 17,
        "components": [
            {"type": 10, "content": "Ελλάδα"},
            {"type": 14},
            {
                "type": 9,
                "components": [{"type": 10, "content": "ab"}],
                "accessory": {"type": 2, "label": "é", "custom_id": "not text"},
            },
        ],
    },
    {"type": 1, "components": [{"type": 2, "label": None}]},
]


def test_what_lies_inside_counts_as_well() -> None:
    assert size_of(MESSAGE) == Size(components=8, characters=8, bytes=16)


@pytest.mark.parametrize(
    ("size", "fits"),
    [
        (Size(40, 4000, 10_000), True),
        (Size(41, 1, 1), False),
        (Size(1, 4001, 1), False),
        (Size(1, 1, 10_001), False),
    ],
)
def test_a_message_fits_up_to_the_limits(size: Size, fits: bool) -> None:
    assert size.fits is fits
