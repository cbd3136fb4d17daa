"""The program in a browser: ``--serve``. The way in is :func:`serve`.

textual-serve runs a server; each window that opens its page gets a process of its own, which is this program on the
same sources. :mod:`~compare.browser.address` is where the server listens, :mod:`~compare.browser.server` who may speak
to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from compare.browser.address import Address


def serve(
    address: Address, arguments: Sequence[str], *, title: str, note: Callable[[str], None], ready: Callable[[str], None]
) -> None:
    """Serve the program until it is interrupted or ended.

    Args:
        address: where to listen.
        arguments: the command line of the program in a window.
        title: what the page is called.
        note: called with what the user should know of the address.
        ready: called with the address of the page as soon as it can be opened.

    Raises:
        ExtraMissing: textual-serve is not installed.
        AddressError: nothing can listen there.
    """
    from compare.browser.address import listener
    from compare.errors import ExtraMissing

    try:
        from compare.browser.server import Windows
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "compare":
            raise
        raise ExtraMissing("--serve", "textual-serve", "serve") from None
    with listener(address) as socket:
        host, port = socket.getsockname()[:2]
        if not address.loopback:
            note(f"{host} is not this computer alone: whoever reaches it can read these texts and write reports as you")
        Windows(arguments, title=title, host=address.host, port=port).listen(socket, ready)
