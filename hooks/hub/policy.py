"""What a browser may load and do on the hub's pages: one place, so that pages and web servers can never differ."""

from collections.abc import Mapping

DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the search engine is WebAssembly
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "upgrade-insecure-requests": "",
}
"""What may come from where; a directive without a value is a switch."""

_HEADER_ONLY = frozenset({"frame-ancestors"})
_PUBLISHED_ONLY = frozenset({"upgrade-insecure-requests"})


def policy(directives: Mapping[str, str]) -> str:
    """Return directives as the one line that a header or a ``<meta>`` element holds."""
    return "; ".join(f"{name} {value}".rstrip() for name, value in directives.items())


CONTENT_SECURITY_POLICY: str = policy(DIRECTIVES)
"""The value of the ``Content-Security-Policy`` header."""

# Browsers ignore, with an error in the console, what only a header may say; and a page served on localhost has no
# secure twin to be sent to.
META_POLICY: str = policy(
    {name: value for name, value in DIRECTIVES.items() if name not in _HEADER_ONLY | _PUBLISHED_ONLY}
)
"""The value for ``<meta http-equiv="Content-Security-Policy">``, for hosts that set no headers and for local preview."""

REFERRER_POLICY: str = "no-referrer"
"""No site that a reader goes on to is told which page the reader came from; nothing here needs to know it either."""

SECURITY_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": REFERRER_POLICY,
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), "
        "gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), "
        "publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    # A year, for this host alone: other sites below the same domain are not the hub's to decide over.
    "Strict-Transport-Security": "max-age=31536000",
}
"""Every header that a web server must send with every answer; ``deploy/`` says them for the common hosts."""
