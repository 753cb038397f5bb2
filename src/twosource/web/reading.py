"""The pages of a build that the desk makes: what to read, how far it is, what became of it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body
from litestar.response import Redirect, Template

from twosource.errors import StoreError
from twosource.web.building import kept_in
from twosource.web.desk import Asked, Desk, View
from twosource.web.pages import view_of

MOST_BYTES = 200_000_000
"""Bytes of pages taken from a browser at once; a larger pile is built where it lies, with `twosource build`."""
Sent = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.MULTI_PART)]


@get("/build", include_in_schema=False, sync_to_thread=True)
def progress(request: Asked) -> Template:
    """How far the build is; with `serve --review` a form to add pages. It shows before there is a story to show."""
    desk: Desk = request.app.state.desk
    shown = {
        "view": _view(request), "build": desk.build, "building": desk.build.is_on(), "story": desk.path.stem,
        "applying": False, "decided": None, "here": "build",
    }  # fmt: skip
    return Template("build.html", context=shown)


def _view(request: Asked) -> View | None:
    """None for a story whose first build is not finished."""
    try:
        return view_of(request)
    except StoreError:
        return None


@post("/review/pages", include_in_schema=False, request_max_body_size=MOST_BYTES)
async def begin(request: Asked, data: Sent) -> Response[Any]:
    """Reads the files that were sent into the story; with none, goes on with what an earlier build left."""
    desk: Desk = request.app.state.desk
    sent = data.get("pages", [])
    files = [one for one in (sent if isinstance(sent, list) else [sent]) if isinstance(one, UploadFile)]
    named = [(one.filename, await one.read()) for one in files if one.filename]
    folder = tempfile.TemporaryDirectory(prefix="twosource-")
    if not desk.build.start(kept_in(Path(folder.name), named), folder):
        folder.cleanup()
    return Redirect("/build", status_code=303)


HANDLERS = [progress]
CHANGING = [begin]
