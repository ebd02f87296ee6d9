"""Plain text: UTF-8, or else what Windows programs wrote before it."""

from pathlib import Path

from chalicelib.adapters.extraction.refusal import TextUnavailable
from chalicelib.domain.extraction import PageText


def read_text(path: Path, longest: int) -> list[PageText]:
    """The whole as one page. Raises TextUnavailable past ``longest`` signs."""
    # No sign takes more than four bytes: what is past that is too much whatever it says.
    if path.stat().st_size > 4 * longest:
        raise TextUnavailable("too_much_text")
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if len(text) > longest:
        raise TextUnavailable("too_much_text")
    return [PageText(text.replace("\r\n", "\n").replace("\r", "\n"))]
