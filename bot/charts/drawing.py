"""Draws a specification: as a program of its own, one after the other, for as long as it is asked.

It imports nothing of this project, so that the process is small and soon there. What it reads is
four bytes with a length and as much JSON, `{"format", "scale", "spec"}`; what it writes is one byte
(0: drawn, 1: refused), four bytes with a length, and the picture or the words of the refusal. It
ends when nothing more can come.
"""

import json
import os
import signal
import struct
import sys
from typing import Any, BinaryIO, Literal

Format = Literal["png", "svg"]

LENGTH = struct.Struct(">I")
ANSWER = struct.Struct(">BI")
DRAWN, REFUSED = 0, 1
LONGEST = 120
"""Seconds after which the process ends by itself: whoever asked has long gone away."""
_NOWHERE: list[str] = []
"""No address may be fetched for a picture."""


def draw(spec: dict[str, Any], form: Format, scale: float = 1) -> bytes:
    """`scale` is how many dots of a PNG a unit takes. Raises ValueError for what cannot be
    drawn."""
    import vl_convert

    if form == "svg":
        return vl_convert.vegalite_to_svg(spec, allowed_base_urls=_NOWHERE).encode()
    return vl_convert.vegalite_to_png(spec, scale=scale, allowed_base_urls=_NOWHERE)


def serve(asked: BinaryIO, told: BinaryIO) -> None:
    while head := asked.read(LENGTH.size):
        body = asked.read(LENGTH.unpack(head)[0])
        _alarm(LONGEST)
        status, answer = _drawn(body)
        _alarm(0)
        told.write(ANSWER.pack(status, len(answer)) + answer)
        told.flush()


def _drawn(body: bytes) -> tuple[int, bytes]:
    try:
        asked = json.loads(body)
        return DRAWN, draw(asked["spec"], asked["format"], asked["scale"])
    except Exception as error:  # noqa: BLE001 - it is told to whoever asked
        return REFUSED, f"{type(error).__name__}: {error}".encode()


def _alarm(seconds: int) -> None:
    """The system ends the process, whatever it is busy with."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def main() -> None:
    # Ctrl-C reaches the whole group of processes; the one that asks says when it is over.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What libraries print must not get between the answers.
    told = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, told)


if __name__ == "__main__":
    main()
