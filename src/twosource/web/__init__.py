"""The desk: the story in the browser, at an address of this machine. `twosource serve` runs `application`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from litestar import Litestar
from litestar.openapi import OpenAPIConfig
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

from twosource import __version__
from twosource.web import api, pages, reading, reviewing, words
from twosource.web.desk import Desk
from twosource.web.failures import HANDLERS
from twosource.web.guard import LOCAL, Gate, safe_headers

STATIC = Path(__file__).parent / "static"


def application(
    story: Path,
    *,
    token: str | None = None,
    review: bool = False,
    hosts: frozenset[str] = LOCAL,
    add: Sequence[Path] = (),
) -> Litestar:
    """The desk over the story in a file.

    `token` must come with every request when it is set; `review` lets people decide things, and needs a token. `hosts`
    are the names that the desk answers to. Pages to `add` are read once it answers: the story need not be there then.
    Raises NoStory, NotAStory, StoreError before it serves anything.
    """
    if review and not token:
        raise ValueError("a desk on which people decide things needs a token")
    desk, gate = Desk(story), Gate(token, hosts)
    if not add:
        desk.view()
    changing = [*reviewing.HANDLERS, *reading.CHANGING] if review else []
    handlers = [*pages.HANDLERS, *reading.HANDLERS, *api.HANDLERS, *changing]
    app = Litestar(
        route_handlers=[*handlers, create_static_files_router(path="/static", directories=[STATIC])],
        guards=[gate],
        after_request=safe_headers,
        exception_handlers=HANDLERS,
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment(review=review))),
        openapi_config=OpenAPIConfig(
            title="twosource", version=__version__, path="/api/schema", render_plugins=[],
            description="One story: what happened, who said what, where the sources differ. Read only.",
        ),
        on_startup=[lambda: desk.build.start(add)] if add else [],
        on_shutdown=[desk.build.stop],
        debug=False,
    )  # fmt: skip
    app.state.desk, app.state.gate, app.state.review = desk, gate, review
    return app


def environment(*, review: bool = False) -> Environment:
    """The templates: everything that a page holds is escaped, and a name that is not given is an error."""
    made = Environment(
        loader=PackageLoader("twosource.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words.GLOBALS, review=review, version=__version__)
    made.filters.update(words.FILTERS)
    return made
