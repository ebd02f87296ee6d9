"""Which tenants there are and where each is reached; read once a minute by each container, in one query."""

import time

from pynamodb.exceptions import PutError

from chalicelib.domain.site_address import AddressBook, TenantPlace

from . import keys
from .codec import decode
from .items import MainItem

SECONDS_KEPT = 60.0
#: Until when the list counts as known, and what it says.
_kept: list[tuple[float, tuple[TenantPlace, ...]]] = []


def address_book(default: str) -> AddressBook:
    """Every tenant's addresses, at most a minute old."""
    if not _kept or time.monotonic() >= _kept[-1][0]:
        _kept[:] = [(time.monotonic() + SECONDS_KEPT, places())]
    return AddressBook(_kept[-1][1], default)


def forget() -> None:
    """Drop what this container keeps."""
    _kept.clear()


def places() -> tuple[TenantPlace, ...]:
    """Every tenant and where it is reached, as it is now: one query."""
    return tuple(place_of(item) for item in MainItem.query(keys.TENANTS, consistent_read=True))


def tenants() -> tuple[str, ...]:
    """Every tenant of the installation, by name: one query."""
    return tuple(item.sk for item in MainItem.query(keys.TENANTS, consistent_read=True))


def list_tenant(tenant: str) -> None:
    """Put the tenant on the installation's list; one that is there stays as it is."""
    try:
        MainItem(*keys.listed_tenant(tenant)).save(condition=MainItem.pk.does_not_exist())
    except PutError as error:
        if error.cause_response_code != "ConditionalCheckFailedException":
            raise
    forget()


def place_of(item: MainItem) -> TenantPlace:
    """A line of the list."""
    return decode(TenantPlace, item.body) if item.body else TenantPlace(item.sk)
