"""Runs LinkChecker so that it reaches the open internet and nothing else, wherever a name or a redirect may lead.

LinkChecker has no setting for this: it can ignore addresses by their text, but follows a redirect to any address and
looks names up by itself. So the connection is refused at the moment it is made, when the machine's number is known.

    python -m hub.outside.guard ALLOWED [LinkChecker's own arguments]

``ALLOWED`` names the closed machines that may be reached all the same, as host:port,host:port; '-' for none.
"""

import sys
from collections.abc import Callable
from typing import Any

from .public import is_public_ip

REFUSAL = "hub-closed-network"
"""What the error of a refused connection says; the reader of the results looks for it."""


def guarding(allowed: frozenset[str], refusal: type[Exception]) -> Callable[[str, tuple[Any, ...]], None]:
    """Return an audit hook (PEP 578) that raises ``refusal`` at connections to closed machines, ``allowed`` aside."""

    def guard(event: str, arguments: tuple[Any, ...]) -> None:
        if event != "socket.connect":
            return
        address = arguments[1]
        host, port = (str(address[0]), address[1]) if isinstance(address, tuple) else (str(address), 0)
        if not is_public_ip(host) and f"{host}:{port}" not in allowed:
            raise refusal(REFUSAL)

    return guard


def main(arguments: list[str]) -> None:
    """Run LinkChecker with the guard in place; it exits by itself."""
    from linkcheck import LinkCheckerError  # noqa: PLC0415 - only who checks links needs it installed
    from linkcheck.command.linkchecker import linkchecker  # noqa: PLC0415

    allowed = frozenset() if arguments[0] == "-" else frozenset(arguments[0].split(","))
    sys.addaudithook(guarding(allowed, LinkCheckerError))
    sys.argv = ["linkchecker", *arguments[1:]]
    linkchecker()


if __name__ == "__main__":
    main(sys.argv[1:])
