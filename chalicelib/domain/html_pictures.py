"""The pictures that HTML from outside shows, and the files that came with it (DOC-26).

A picture is known by the digest of its bytes when the address itself holds them, else by the name at the address's end.
Nothing is fetched: what was not sent does not come.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urldefrag

from chalicelib.domain.html_tree import Element, read_html
from chalicelib.domain.upload import Upload

#: How many of a browser's pixels the width of the text takes.
PAGE_PIXELS = 624


def pictures_in(html: str) -> int:
    """How many pictures the HTML shows."""
    waiting, found = [read_html(html)], 0
    while waiting:
        element = waiting.pop()
        found += element.tag == "img"
        waiting.extend(element.elements())
    return found


def album_of(uploads: Iterable[Upload | None]) -> Mapping[str, str]:
    """The upload of each picture, by the SHA-256 of its bytes and by the name of its file."""
    known = [upload for upload in uploads if upload]
    by_name = {_file_name(upload.file_name): upload.id for upload in known}
    return by_name | {upload.sha256: upload.id for upload in known}


def picture_key(source: str) -> str:
    """What a picture is known by: the digest of what the address itself holds, or the name at its end."""
    if source[:5].lower() != "data:":
        return _file_name(unquote(urldefrag(source).url.partition("?")[0]))
    head, _, body = source.partition(",")
    if not head.lower().endswith(";base64"):
        return ""
    try:
        return hashlib.sha256(base64.b64decode("".join(unquote(body).split()), validate=True)).hexdigest()
    except (binascii.Error, ValueError):
        return ""


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].strip().lower()


def picture_width(image: Element) -> int:
    """Of the paper's width, in hundredths: as it is said, or as many points as it would take on a page."""
    said = image.attributes.get("width", "").strip()
    written = re.search(r"(?:^|;)\s*width\s*:\s*([0-9]{1,4})(?:\.[0-9]+)?\s*(%|px)?", image.attributes.get("style", ""))
    number, unit = (written[1], written[2]) if written else (said.rstrip("%px"), "%" if said.endswith("%") else "px")
    if not re.fullmatch("[0-9]{1,4}", number):
        return 100
    share = int(number) if unit == "%" else round(int(number) * 100 / PAGE_PIXELS)
    return min(max(share, 10), 100)
