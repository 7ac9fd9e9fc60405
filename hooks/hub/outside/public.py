"""Tells public addresses from those of a closed network, which no link may lead to and no check may ask.

Content arrives by pull request, and a check of its links runs on a machine that may reach more than the public does.
"""

import ipaddress
import re
import unicodedata
from urllib.parse import unquote, urlsplit

_DOTS = re.compile("[\u3002\uff0e\uff61]")
"""Signs that browsers read as a full stop in a host's name (UTS 46)."""
_CLOSED = ("localhost", "local", "internal", "intranet", "private", "lan", "home", "corp", "home.arpa")
"""Ends of names that no public name server knows (RFC 6761, RFC 6762, RFC 8375, and ICANN's list of collisions)."""
_CARRYING_V4 = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for an IPv4 address (RFC 6052)."""


def is_public_ip(text: str) -> bool:
    """Tell whether ``text`` is the number of a machine on the open internet; a number hidden in another one counts."""
    try:
        found = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _CARRYING_V4:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public_ip(str(inner))
    return found.is_global and not found.is_multicast


def why_closed(address: str) -> str | None:
    """Return in a few words why ``address`` does not lead to the open internet, or None when it does.

    Names are not looked up: one that belongs to a closed machine is stopped when it is asked (``guard.py``).
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "it cannot be read as an address"
    if parts.scheme.lower() not in {"http", "https"}:
        return "it begins with neither https:// nor http://"
    if "@" in parts.netloc:
        return "it holds a user name before the host"
    host = _DOTS.sub(".", unicodedata.normalize("NFKC", unquote(host))).strip(".").lower()
    if ":" in host:
        return None if is_public_ip(host) else "it is the number of a machine in a closed network"
    labels = host.split(".")
    # Browsers read 0x7f.1 and 2130706433 as numbers too; written in full, a public one is four plain numbers.
    if re.fullmatch(r"\d+|0x[0-9a-f]*", labels[-1]):
        return None if is_public_ip(host) else "it is the number of a machine in a closed network"
    if len(labels) < 2 or any(host.endswith(f".{end}") for end in _CLOSED):
        return "it names a machine in a closed network"
    return None
