"""The command that opens the desk in the browser."""

from __future__ import annotations

import secrets
import socket
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from twosource.cli import terminal
from twosource.cli.arguments import StoryFile
from twosource.errors import SettingsError

PORT = 8417


def serve(
    story: StoryFile,
    review: Annotated[bool, typer.Option("--review", help="Let people put things right; needs the token.")] = False,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to answer at; any but this machine's needs the token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 for any that is free.")] = PORT,
    add: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH",
            exists=True,
            help="Pages to read into the story first, while the desk shows how far that is.",
        ),
    ] = None,
    browse: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")] = False,
) -> None:
    """Look at a story in the browser.

    Nothing leaves this machine: the desk answers only here unless another address is given, loads nothing from
    elsewhere, and changes nothing unless --review is given.

    \b
    Examples:
      twosource serve story.db
      twosource serve story.db --open
      twosource serve story.db --review
      twosource serve story.db --add pages/ --open      build it, and watch
      twosource serve story.db --host 192.0.2.7 --port 80
    """
    import uvicorn

    from twosource.web import application
    from twosource.web.guard import LOCAL

    local = host in LOCAL
    token = secrets.token_urlsafe(24) if review or not local else None
    hosts = LOCAL if local else frozenset({host}) | LOCAL
    app = application(story, token=token, review=review, hosts=hosts, add=tuple(add or ()))
    with _socket(host, port) as listening:
        name = f"[{host}]" if ":" in host else host
        address = f"http://{name}:{listening.getsockname()[1]}/{f'?token={token}' if token else ''}"
        terminal.say(f"{story} is at {address} (Ctrl-C ends it)")
        if token:
            terminal.say("whoever has this address may read the story" + (" and decide things" if review else ""))
        if browse:
            webbrowser.open(address)
        config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False, access_log=False)
        try:
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            if app.state.desk.build.error:
                terminal.say(app.state.desk.build.error)


def _socket(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        advice = "give another with --port, or --port 0 for any that is free"
        raise SettingsError(f"{host}:{port} cannot be listened at ({error.strerror}): {advice}") from error
