"""The tenant-wide document number (SEI number): taken before the transaction, so it may have gaps."""

from . import keys
from .items import MainItem


def next_document_number(tenant: str) -> int:
    """Take the next number: 1, 2, 3 …"""
    item = MainItem(*keys.counter(tenant, "document"))
    item.update(actions=[MainItem.n.add(1)])
    return int(item.n)
