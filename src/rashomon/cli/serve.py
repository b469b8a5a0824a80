"""``rashomon serve``: the workbench in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from rashomon.cli.add import may_create
from rashomon.store import open_case
from rashomon.workbench.settings import LOOPBACK, USUAL_PORT, Settings


@click.command(epilog="Example: rashomon serve akabar; rashomon serve ansongo --new --by 'A. Coder' --open")
@click.argument("case")
@click.option("--new", "is_new", is_flag=True, help="Make the case first, where there is none.")
@click.option("--host", default=LOOPBACK, show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=USUAL_PORT, show_default=True, help="0: any free."
)
@click.option("--token", help="What visitors have to bring. [default: made up if --host is not this machine]")
@click.option(
    "--also-called", "hosts", multiple=True, metavar="NAME", help="Another name it is opened under."
)
@click.option("--by", "author", default="", envvar="RASHOMON_AUTHOR", help="Who decides. [default: you]")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option("--allow-private", is_flag=True, help="Fetch reports from private addresses too.")
def serve(case: str, *, is_new: bool, opens: bool, **said: str | int | bool | tuple[str, ...] | None) -> None:
    """Open a case in the browser: read, compare, decide.

    It listens on this machine only, and asks the network for nothing unless you give it an address. What is
    decided is kept in the case at once, with who decided and why, and can be undone. Stop it with Ctrl-C.
    """
    from rashomon.workbench.serving import serve as serve_case

    if is_new:
        open_case(case, create=may_create(Path(case))).close()
    settings = Settings(case=Path(case), **said)  # type: ignore[arg-type]

    def tell(address: str) -> None:
        click.echo(f"{case} is open at {address}", err=True)
        click.echo("Stop it with Ctrl-C.", err=True)
        if opens:
            webbrowser.open(address)

    serve_case(settings, tell, lambda words: click.echo(words, err=True))
