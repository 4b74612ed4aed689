from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from aiohttp import BodyPartReader, web

from tests.standin import rest  # noqa: F401 - the modules beside it fill the table of routes
from tests.standin.checks.attached import MOST_FILES, MOST_OF_A_FILE, File, Files
from tests.standin.checks.problems import INVALID_FORM, Refusal
from tests.standin.routing import Call, Route, routes
from tests.standin.waiting import within

if TYPE_CHECKING:
    from tests.standin.faults import Fault
    from tests.standin.standin import Standin

BASE = "/api/v10"
KEPT = 10_000
MARGIN = 1024 * 1024
"""Bytes of a body for what is not a file, and for files that are refused for their size."""

_FILE = re.compile(r"files\[([0-9]+)\]")
"""The name of a part of a body that is a file."""

BAD_BODIES = {INVALID_FORM, 30015, 30032, 30034, 40005, 50006, 50109}
"""Refused for what a body holds: always a mistake of the bot's, so it is noted as unexpected."""


@dataclass(frozen=True, slots=True)
class Request:
    """What came in, and how it was answered (0: not at all)."""

    method: str
    path: str
    query: dict[str, str]
    body: Any
    status: int


class Server:
    """Discord's REST on loopback. Whatever it does not know it refuses and notes as unexpected."""

    def __init__(self, home: Standin) -> None:
        self._home = home
        self.requests: deque[Request] = deque(maxlen=KEPT)
        self._came = asyncio.Event()

    async def asked(self, method: str, path: str, count: int) -> list[Request]:
        def found() -> list[Request]:
            return [e for e in self.requests if e.method == method and fnmatchcase(e.path, path)]

        async def wait() -> list[Request]:
            while len(found()) < count:
                self._came.clear()
                await self._came.wait()
            return found()

        return await within(wait(), f"the stand-in waited for {count} times {method} {path}")

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith(BASE + "/"):
            return await self._rest(request, path[len(BASE) :])
        if path == "/" and request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._home.gateway.handle(request)
        if (data := self._home.files.get(path)) is not None:
            return web.Response(body=data)
        self._home.unexpected.append(f"{request.method} {path}")
        return web.Response(status=404)

    async def _rest(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        try:
            body, files = await _read(request)
        except ValueError as error:
            self._home.unexpected.append(f"{request.method} {path}: {error}")
            said = Refusal(400, 50109, "The request body contains invalid JSON.")
            return _answer(said.status, said.body(), {})
        fault = self._home.faults.take(request.method, path)
        if fault is not None and not fault.stored:
            response: web.Response | None = _faulty(fault)
        else:
            response = _answer(*self._carry_out(request, path, body, files))
        if fault is not None:
            response = await self._trouble(fault, request)
        status = 0 if response is None else response.status
        if self._home.recording:
            query = dict(request.query)
            self.requests.append(Request(request.method, path, query, body, status))
            self._came.set()
        # An answer to a connection that was ended goes nowhere.
        return web.Response() if response is None else response

    async def _trouble(self, fault: Fault, request: web.BaseRequest) -> web.Response | None:
        if fault.hang:
            await self._home.faults.over.wait()
        if fault.hang or fault.cut:
            if request.transport is not None:
                request.transport.abort()
            return None
        return _faulty(fault)

    def _carry_out(
        self, request: web.BaseRequest, path: str, body: Any, files: Files
    ) -> tuple[int, Any, dict[str, str]]:
        """Status, body and headers of the answer."""
        headers: dict[str, str] = {}
        try:
            found = routes.find(request.method, path)
            if found is None:
                raise self._strange(404, f"{request.method} {path}")
            route, place = found
            call = Call(self._home, route, path, place, dict(request.query), body, files)
            self._admit(call, request, headers)
            result = route.handler(call)
        except Refusal as refused:
            if refused.code in BAD_BODIES or refused.status >= 500:
                self._home.unexpected.append(f"{request.method} {path}: {_said(refused)}")
            return refused.status, refused.body(), {**headers, **refused.headers}
        return (204 if result is None else 200), result, headers

    def _admit(self, call: Call, request: web.BaseRequest, headers: dict[str, str]) -> None:
        route = call.route
        if not route.by_token and request.headers.get("Authorization") != f"Bot {self._home.token}":
            raise Refusal(401, 0, "401: Unauthorized")
        if strange := set(call.query) - route.query:
            raise self._strange(400, f"{_named(route)} with ?{', ?'.join(sorted(strange))}")
        headers |= self._home.rules.limit(route, call.place)
        if wrong := self._home.rules.unknown(call):
            raise self._strange(400, f"{_named(route)}: {' '.join(wrong)}")

    def _strange(self, status: int, says: str) -> Refusal:
        self._home.unexpected.append(says)
        return Refusal(status, 0, f"{status}: the stand-in does not know {says}")


def _said(refused: Refusal) -> str:
    errors = "" if refused.errors is None else f" {json.dumps(refused.errors)}"
    return f"{refused}{errors}"


def _named(route: Route) -> str:
    return f"{route.method} {route.template}"


def _answer(status: int, result: Any, headers: dict[str, str]) -> web.Response:
    if status == 204:
        return web.Response(status=204, headers=headers)
    text = json.dumps(result)
    # discord.py reads JSON only where the type stands alone, without a charset.
    headers = {**headers, "Content-Type": "application/json"}
    return web.Response(status=status, body=text.encode(), headers=headers)


def _faulty(fault: Fault) -> web.Response:
    headers = dict(fault.headers)
    if fault.body is None or isinstance(fault.body, str):
        return web.Response(status=fault.status, text=fault.body or "upstream", headers=headers)
    return _answer(fault.status, fault.body, headers)


async def _read(request: web.BaseRequest) -> tuple[Any, Files]:
    """The JSON of a body, and the files beside it."""
    if request.content_type == "multipart/form-data":
        return await _read_parts(request)
    data = await request.read()
    if not data:
        return None, {}
    try:
        return json.loads(data), {}
    except ValueError:
        return data.decode(errors="replace"), {}


async def _read_parts(request: web.BaseRequest) -> tuple[Any, Files]:
    body, files = None, dict[int, File]()
    # By itself the web server takes no part of more than a mebibyte.
    whole = request.clone(client_max_size=MOST_FILES * MOST_OF_A_FILE + MARGIN)
    async for part in await whole.multipart():
        if not isinstance(part, BodyPartReader):
            raise ValueError("parts within parts")
        data = bytes(await part.read(decode=True))
        if part.name == "payload_json":
            body = json.loads(data)
        elif part.name and (met := _FILE.fullmatch(part.name)):
            files[int(met[1])] = File(part.filename or "unnamed", data)
        else:
            raise ValueError(f"the stand-in does not know a part named {part.name}")
    return body, files
