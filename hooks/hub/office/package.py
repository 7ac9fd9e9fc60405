"""Office files are archives of parts: replaces some of them and leaves the rest, and the order, as they were."""

import io
import zipfile
from collections.abc import Callable, Mapping


def rewritten(
    data: bytes, changes: Mapping[str, Callable[[str], str]], added: Mapping[str, str] | None = None
) -> bytes:
    """Return an office file with the parts named in ``changes`` passed through them, and new parts at its end."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename in changes:
                content = changes[item.filename](content.decode()).encode()
            # The kind of an ODF file must come first and unpacked, so that programs know it by its first bytes.
            packed = zipfile.ZIP_STORED if item.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(item.filename, _EPOCH), content, packed)
        for name, text in (added or {}).items():
            new.writestr(zipfile.ZipInfo(name, _EPOCH), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()


_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of the parts: the first that an archive can hold, so that the same content gives the same bytes."""
