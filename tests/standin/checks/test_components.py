from typing import Any

import pytest

from tests.standin.checks import bodies
from tests.standin.checks.components import COMPONENTS_V2, check_components, look_at_components
from tests.standin.checks.problems import Form
from tests.standin.checks.refused import refused

Component = dict[str, Any]


def text(content: str = "x") -> Component:
    return {"type": 10, "content": content}


def button(**given: Any) -> Component:
    return {"type": 2, "style": 1, "label": "Why?", "custom_id": "why", **given}


def link(**given: Any) -> Component:
    return {"type": 2, "style": 5, "label": "Source", "url": "https://nato.int", **given}


def row(*inside: Component) -> Component:
    return {"type": 1, "components": list(inside)}


def box(*inside: Component, **given: Any) -> Component:
    return {"type": 17, "components": list(inside), **given}


def section(*inside: Component, **given: Any) -> Component:
    return {"type": 9, "components": list(inside), "accessory": button(), **given}


def option(value: str, **given: Any) -> Component:
    return {"label": value, "value": value, **given}


def select(*options: Component, **given: Any) -> Component:
    return {"type": 3, "custom_id": "member", "options": list(options), **given}


def gallery(url: str, **given: Any) -> Component:
    return {"type": 12, "items": [{"media": {"url": url}, **given}]}


PICTURES = [{"media": {"url": f"attachment://{number}.png"}} for number in range(11)]
NUMBERED = [button(custom_id=str(each)) for each in range(30)]
OPTIONS = [option(str(each)) for each in range(26)]


@pytest.mark.parametrize(
    ("components", "said"),
    [
        ([box(text(), section(text(), text(), text()), row(link()))], []),
        ([text() for _ in range(40)], []),
        ([text() for _ in range(41)], [" BASE_TYPE_MAX_LENGTH"]),
        ([box(*[text() for _ in range(39)])], []),
        (
            [box(*[text() for _ in range(30)]), *[text() for _ in range(10)]],
            [" COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"],
        ),
        (
            # A section counts itself, its text and what stands beside them.
            [section(text(), accessory=each) for each in NUMBERED[:14]],
            [" COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"],
        ),
        ([text("x" * 4000)], []),
        ([text("x" * 4001)], [".0.content BASE_TYPE_BAD_LENGTH"]),
        ([text("x" * 3000), text("x" * 1001)], [" COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"]),
        ([text("")], [".0.content BASE_TYPE_BAD_LENGTH"]),
        ([{"type": 10}], [".0.content BASE_TYPE_REQUIRED"]),
        ([{"content": "x"}], [".0.type BASE_TYPE_REQUIRED"]),
        ([{"type": True, "content": "x"}], [".0 UNION_TYPE_CHOICES"]),
        (["text"], [".0 DICT_TYPE_CONVERT"]),
        ({"type": 10}, [" LIST_TYPE_CONVERT"]),
        ([button()], [".0 UNION_TYPE_CHOICES"]),
        ([box(box(text()))], [".0.components.0 UNION_TYPE_CHOICES"]),
        ([box(button())], [".0.components.0 UNION_TYPE_CHOICES"]),
        ([box()], [".0.components BASE_TYPE_BAD_LENGTH"]),
        ([box(text(), accent_color=0xFFFFFF)], []),
        ([box(text(), accent_color=0x1000000)], [".0.accent_color NUMBER_TYPE_MAX"]),
        ([box(text(), accent_color="#FF0000")], [".0.accent_color NUMBER_TYPE_COERCE"]),
        ([box(text(), accent_color=None, spoiler=None)], []),
        ([section()], [".0.components BASE_TYPE_BAD_LENGTH"]),
        ([section(*[text()] * 4)], [".0.components BASE_TYPE_BAD_LENGTH"]),
        ([section(text(), accessory=None)], [".0.accessory BASE_TYPE_REQUIRED"]),
        ([section(text(), accessory=text())], [".0.accessory UNION_TYPE_CHOICES"]),
        ([section(row(link()))], [".0.components.0 UNION_TYPE_CHOICES"]),
        ([row()], [".0.components BASE_TYPE_BAD_LENGTH"]),
        ([row(*NUMBERED[:5])], []),
        ([row(*NUMBERED[:6])], [".0.components BASE_TYPE_BAD_LENGTH"]),
        ([row(text())], [".0.components.0 UNION_TYPE_CHOICES"]),
        ([{"type": 14, "spacing": 2, "divider": False}], []),
        ([{"type": 14, "spacing": 3}], [".0.spacing BASE_TYPE_CHOICES"]),
        ([gallery("https://nato.int/x.png")], []),
        ([gallery("attachment://x.png")], []),
        ([gallery("ftp://nato.int/x.png")], [".0.items.0.media.url URL_TYPE_INVALID_SCHEME"]),
        ([gallery("x.png", description="y")], [".0.items.0.media.url URL_TYPE_INVALID_SCHEME"]),
        ([{"type": 12, "items": []}], [".0.items BASE_TYPE_BAD_LENGTH"]),
        ([{"type": 12, "items": PICTURES[:10]}], []),
        ([{"type": 12, "items": PICTURES[:11]}], [".0.items BASE_TYPE_BAD_LENGTH"]),
        ([{"type": 12, "items": [{}]}], [".0.items.0.media BASE_TYPE_REQUIRED"]),
        ([gallery("attachment://x.png", description="x" * 1024)], []),
        (
            [gallery("attachment://x.png", description="x" * 1025)],
            [".0.items.0.description BASE_TYPE_BAD_LENGTH"],
        ),
        (
            [gallery("attachment://x.png", description="")],
            [".0.items.0.description BASE_TYPE_BAD_LENGTH"],
        ),
        ([{"type": 13, "file": {"url": "attachment://x.ics"}}], []),
        ([{"type": 13}], [".0.file BASE_TYPE_REQUIRED"]),
        (
            [{"type": 13, "file": {"url": "https://nato.int/x"}}],
            [".0.file.url URL_TYPE_INVALID_SCHEME"],
        ),
        ([{**text(), "id": 5}, {**text(), "id": 5}], [".1.id COMPONENT_ID_DUPLICATED"]),
        ([{**text(), "id": 0}, {**text(), "id": 0}], []),
        ([{**text(), "id": 2**31}], [".0.id NUMBER_TYPE_MAX"]),
    ],
)
def test_layouts(components: object, said: list[str]) -> None:
    expected = [f"components{each}" for each in said]
    assert refused(check_components, components, COMPONENTS_V2) == expected


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (button(label="x" * 80), []),
        (button(label="x" * 81), [".label BASE_TYPE_MAX_LENGTH"]),
        (button(custom_id="x" * 100), []),
        (button(custom_id="x" * 101), [".custom_id BASE_TYPE_BAD_LENGTH"]),
        (button(custom_id=""), [".custom_id BASE_TYPE_BAD_LENGTH"]),
        (button(custom_id=None), [".custom_id BASE_TYPE_REQUIRED"]),
        (button(url="https://nato.int"), [".url BUTTON_COMPONENT_FIELD_NOT_ALLOWED"]),
        (button(label=None), [" BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"]),
        (button(label=None, emoji={"name": "🔍"}), []),
        (button(emoji={"id": "x"}), [".emoji.id NUMBER_TYPE_COERCE"]),
        (button(style=7), [".style BASE_TYPE_CHOICES"]),
        (button(style=None), [".style BASE_TYPE_REQUIRED"]),
        (button(disabled=1), [".disabled BOOLEAN_TYPE_CONVERT"]),
        (link(url="http://nato.int/a?b=c"), []),
        (link(url=None), [".url BASE_TYPE_REQUIRED"]),
        (link(url="javascript:alert(1)"), [".url URL_TYPE_INVALID_SCHEME"]),
        (link(url="nato.int"), [".url URL_TYPE_INVALID_SCHEME"]),
        (link(url="https://"), [".url URL_TYPE_INVALID_URL"]),
        (link(url="https://nato.int/a b"), [".url URL_TYPE_INVALID_URL"]),
        (link(url="https://[nato"), [".url URL_TYPE_INVALID_URL"]),
        (link(url="https://nato.int/" + "x" * 495), []),
        (link(url="https://nato.int/" + "x" * 496), [".url BASE_TYPE_BAD_LENGTH"]),
        (link(custom_id="x"), [".custom_id BUTTON_COMPONENT_FIELD_NOT_ALLOWED"]),
        ({"type": 2, "style": 6, "sku_id": "5"}, []),
        ({"type": 2, "style": 6}, [".sku_id BASE_TYPE_REQUIRED"]),
        (select(option("ESP", default=True)), []),
        (select(), [".options BASE_TYPE_BAD_LENGTH"]),
        (select(*OPTIONS[:25]), []),
        (select(*OPTIONS), [".options BASE_TYPE_BAD_LENGTH"]),
        (select(option("x" * 101)), [".options.0.label", ".options.0.value"]),
        (select(option("x"), option("x")), [".options.1.value SELECT_COMPONENT_OPTION_VALUE_"]),
        (select(*OPTIONS[:2], max_values=3), [".options SELECT_COMPONENT_MAX_ABOVE_OPTIONS"]),
        (select(*OPTIONS[:2], min_values=2), [".min_values SELECT_COMPONENT_MIN_ABOVE_MAX"]),
        (select(*OPTIONS[:2], min_values=0, max_values=2), []),
        (select(option("x"), max_values=0), [".max_values NUMBER_TYPE_MIN"]),
        (
            select(option("x", default=True), option("y", default=True)),
            [".options BASE_TYPE_MAX_LENGTH"],
        ),
        (select(option("x"), placeholder="x" * 151), [".placeholder BASE_TYPE_MAX_LENGTH"]),
        ({"type": 5, "custom_id": "who"}, []),
        ({"type": 8}, [".custom_id BASE_TYPE_REQUIRED"]),
    ],
)
def test_what_is_pressed(inside: Component, said: list[str]) -> None:
    found = refused(check_components, [row(inside)], 0)
    assert len(found) == len(said)
    expected = [f"components.0.components.0{each}" for each in said]
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("components", "said"),
    [
        ([row(*NUMBERED[5 * at : 5 * at + 5]) for at in range(5)], []),
        ([row(each) for each in NUMBERED[:6]], [" BASE_TYPE_MAX_LENGTH"]),
        ([text()], [".0 UNION_TYPE_CHOICES"]),
        ([box(text())], [".0 UNION_TYPE_CHOICES"]),
        ([row(button(), button())], [".0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"]),
        (
            [row(button()), row(button())],
            [".1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"],
        ),
        ([row(link(), link())], []),
        (
            [row(select(option("x")), button())],
            [".0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED"],
        ),
    ],
)
def test_rows_without_components_v2(components: list[Component], said: list[str]) -> None:
    assert refused(check_components, components, 0) == [f"components{each}" for each in said]


def test_a_file_that_is_not_sent_along_is_missed() -> None:
    components = [gallery("attachment://a.png"), gallery("attachment://b.png")]
    assert refused(check_components, components, COMPONENTS_V2, files={"a.png"}) == [
        "components.1.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"
    ]


async def test_components_and_characters_are_counted_as_discord_py_does() -> None:
    view = bodies.layout()
    totals = look_at_components(Form(view.to_components()), COMPONENTS_V2)
    assert totals.components == view.total_children_count
    assert totals.characters == view.content_length()
