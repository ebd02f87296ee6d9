"""Which texts of files somebody still waits for, by the index of extractions that are not over."""

from collections.abc import Iterator

from . import keys
from .items import MainItem


def awaited_texts(tenant: str) -> Iterator[str]:
    """SHA-256 of each file, the longest awaited first; the index may lag behind the extraction itself."""
    for item in MainItem.second.query(keys.texts_awaited(tenant), attributes_to_get=["gsi2sk"]):
        yield keys.last_part(item.gsi2sk)
