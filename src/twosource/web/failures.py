"""What a person is told when a request cannot be answered: what happened and what to do, never how it looks inside."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from litestar import MediaType, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Template

from twosource.errors import SettingsError, StoreError, TwosourceError
from twosource.web.desk import Asked
from twosource.web.guard import safe_headers

IN_PLACE = {"HX-Retarget": "#notice", "HX-Reselect": "#told", "HX-Reswap": "innerHTML show:top", "HX-Push-Url": "false"}
"""Tells htmx to say what went wrong above a page that stays as it is, with what was written into its forms."""
LOG = logging.getLogger(__name__)


def _http(request: Asked, error: HTTPException) -> Response[Any]:
    told = {404: "There is no such page here. It may have had another address before the story was built again."}
    return _answer(request, error.status_code, told.get(error.status_code, error.detail))


def _ours(request: Asked, error: TwosourceError) -> Response[Any]:
    if (
        isinstance(error, StoreError)
        and request.method == "GET"
        and request.app.state.desk.build.begun
        and not _is_api(request)
    ):
        return safe_headers(Redirect("/build"))  # there is nothing to show yet
    status = 503 if isinstance(error, StoreError) else 400
    return _answer(request, status, str(error))


def _fault(request: Asked, error: Exception) -> Response[Any]:
    LOG.error("a fault at %s", request.url.path, exc_info=error)
    return _answer(request, 500, "A fault of the program's own. The terminal in which it runs says where.")


def _answer(request: Asked, status: int, told: str) -> Response[Any]:
    if _is_api(request):
        return safe_headers(Response({"error": told, "status": status}, status_code=status, media_type=MediaType.JSON))
    answer = Template("error.html", context={"status": status, "told": told}, status_code=status)
    if request.headers.get("hx-request"):
        answer.headers.update(IN_PLACE)
    return safe_headers(answer)


def _is_api(request: Asked) -> bool:
    return request.url.path.startswith("/api")


HANDLERS: dict[int | type[Exception], Callable[[Asked, Any], Response[Any]]] = {
    HTTPException: _http,
    SettingsError: _ours,
    TwosourceError: _ours,
    Exception: _fault,
}
