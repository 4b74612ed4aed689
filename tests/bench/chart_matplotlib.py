"""The charts of lines as matplotlib draws them, from the same specification and in its size."""

import io
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import matplotlib as mpl

mpl.use("agg")

from matplotlib.axes import Axes
from matplotlib.figure import Figure

_MARKERS = {
    "circle": "o",
    "square": "s",
    "triangle-up": "^",
    "triangle-down": "v",
    "diamond": "D",
    "cross": "P",
}
_DOTS = 72


def picture(spec: dict[str, Any], scale: float) -> bytes:
    pad, inner = spec["padding"], (spec["width"], spec["height"])
    wide = pad["left"] + inner[0] + pad["right"]
    high = pad["top"] + inner[1] + pad["bottom"]
    figure = Figure(figsize=(wide / _DOTS, high / _DOTS), facecolor=spec["background"])
    box = (pad["left"] / wide, pad["bottom"] / high, inner[0] / wide, inner[1] / high)
    axes = figure.add_axes(box, facecolor=spec["background"])
    _axes(axes, spec)
    _lines(axes, spec["datasets"])
    for label in spec["datasets"]["labels"]:
        place = (pad["left"] + label["x"], high - pad["top"] - label["y"])
        figure.text(
            place[0] / wide,
            place[1] / high,
            label["text"],
            size=11,
            color=label["colour"],
            va="top",
        )
    for said in spec["layer"][-3:]:
        mark = said["mark"]
        place = (pad["left"] + mark["x"], high - pad["top"] - mark["y"])
        figure.text(
            place[0] / wide,
            place[1] / high,
            "\n".join(mark["text"]),
            size=mark["fontSize"],
            color=mark["color"],
            va="top",
        )
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=_DOTS * scale)
    return out.getvalue()


def _axes(axes: Axes, spec: dict[str, Any]) -> None:
    shown = next(each["encoding"] for each in spec["layer"] if "axis" in str(each.get("encoding")))
    x, y = shown["x"], shown["y"]
    axes.set_xlim(*x["scale"]["domain"])
    axes.set_ylim(*y["scale"]["domain"])
    axes.set_xticks(x["axis"]["values"], [str(each) for each in x["axis"]["values"]], size=11)
    axes.set_yticks(y["axis"]["values"], [f"{each:g}%" for each in y["axis"]["values"]], size=11)
    axes.grid(axis="y", color="#e4e6e9")
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)


def _lines(axes: Axes, data: dict[str, list[dict[str, Any]]]) -> None:
    for level in data["levels"]:
        axes.hlines(level["value"], level["start"], level["end"], color=level["colour"])
    for run in _runs(data["segments"]):
        style = (0, tuple(run[0]["dash"])) if run[0]["dash"] else "-"
        years, values = [each["year"] for each in run], [each["value"] for each in run]
        axes.plot(years, values, color=run[0]["colour"], linewidth=run[0]["thick"], linestyle=style)
    for point in (each for each in data["points"] if each["shown"]):
        axes.plot(
            [point["year"]],
            [point["value"]],
            marker=_MARKERS[point["shape"]],
            markersize=5,
            color=point["colour"],
            markerfacecolor="#fcfcfa" if point["estimate"] else point["colour"],
        )


def _runs(rows: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    for _, run in groupby(rows, key=lambda row: row["run"]):
        yield list(run)
