"""What keeps the desk safe: headers on every answer, who may change things, and from which page.

Content-Security-Policy lets only our own files in and runs no script that stands in a page: what a hostile page puts
into a title or quote is text, whatever it is. Names of headers and values: MDN, OWASP Secure Headers.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
COOKIE = "twosource"
"""The token, once a person has come with it in the address."""
LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})


def safe_headers(response: Response[Any]) -> Response[Any]:
    """Every answer with the headers above."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


class Gate:
    """Who may come in: anyone on loopback to read, whoever has the token where one is set."""

    def __init__(self, token: str | None, hosts: frozenset[str]) -> None:
        self.token = token
        self.hosts = hosts

    def __call__(self, connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
        """Raises for a request that may not be answered."""
        self._host(connection.headers.get("host", ""))
        if self.token and not self.knows(connection):
            raise NotAuthorizedException("this desk needs its token: open the address that `twosource serve` printed")
        if connection.scope.get("method") not in {"GET", "HEAD"}:
            self._origin(connection.headers)

    def knows(self, connection: ASGIConnection[Any, Any, Any, Any]) -> bool:
        """Whether the request brings the token: as a cookie, in the address, or as `Authorization: Bearer`."""
        bearer = connection.headers.get("authorization", "").removeprefix("Bearer ")
        given = (connection.cookies.get(COOKIE, ""), connection.query_params.get("token", ""), bearer)
        return any(hmac.compare_digest(one.encode(), (self.token or "").encode()) for one in given if one)

    def _host(self, host: str) -> None:
        """A name that is not ours is another site's, pointed at this address to read the story (DNS rebinding)."""
        name = urlsplit(f"//{host}").hostname or ""
        if name not in self.hosts:
            raise PermissionDeniedException(f"this desk does not answer to {host!r}")

    def _origin(self, headers: Mapping[str, str]) -> None:
        """A change comes from our own page. Browsers say so in Sec-Fetch-Site; without a referrer Origin is "null"."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None:
            ours = site == "same-origin" and origin in {None, "null", f"http://{headers.get('host')}"}
        else:
            ours = origin is None or urlsplit(origin).netloc == headers.get("host")
        if not ours:
            raise PermissionDeniedException("changes are taken from the desk's own pages only")


def token_cookie(request: Request[Any, Any, Any], gate: Gate) -> bool:
    """Whether this request came with the token in its address, so that a cookie is to be set."""
    return bool(gate.token and request.query_params.get("token") and gate.knows(request))
