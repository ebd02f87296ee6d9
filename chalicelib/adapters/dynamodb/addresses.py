"""Which tenants there are and where each is reached; read once a minute by each container, in one query."""

import time
from collections.abc import Sequence

from pynamodb.connection import Connection
from pynamodb.exceptions import PutError, TransactWriteError
from pynamodb.transactions import TransactWrite

from chalicelib.domain.errors import Conflict, NotFound
from chalicelib.domain.site_address import AddressBook, SiteAddress, TenantPlace, taken

from . import keys
from .codec import decode, encode
from .items import MainItem

SECONDS_KEPT = 60.0
#: Until when the list counts as known, and what it says.
_kept: list[tuple[float, tuple[TenantPlace, ...]]] = []


def address_book(default: str) -> AddressBook:
    """Every tenant's addresses, at most a minute old."""
    if not _kept or time.monotonic() >= _kept[-1][0]:
        found = tuple(_place(item) for item in MainItem.query(keys.TENANTS, consistent_read=True))
        _kept[:] = [(time.monotonic() + SECONDS_KEPT, found)]
    return AddressBook(_kept[-1][1], default)


def forget() -> None:
    """Drop what this container keeps."""
    _kept.clear()


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


def set_addresses(connection: Connection, tenant: str, addresses: Sequence[SiteAddress]) -> TenantPlace:
    """From now on the tenant is reached at these and no others. Raises NotFound, Conflict ``address_taken``."""
    partition, line = keys.listed_tenant(tenant)
    item = next(iter(MainItem.query(partition, MainItem.sk == line, consistent_read=True)), None)
    if item is None:
        raise NotFound("tenant_unknown", "Não há ambiente com esse nome nesta instalação.")
    before, after = _place(item), TenantPlace(tenant, tuple(addresses))
    if before.addresses == after.addresses:
        return after
    gone = [one for one in before.addresses if one not in after.addresses]
    new = [one for one in after.addresses if one not in before.addresses]
    row = MainItem(*keys.listed_tenant(tenant), body=encode(after))
    as_read = MainItem.body == item.body if item.body else MainItem.pk.exists() & MainItem.body.does_not_exist()
    try:
        with TransactWrite(connection=connection) as transaction:
            transaction.save(row, condition=as_read)
            for one in gone:
                transaction.delete(MainItem(*keys.site_address(one.text)), condition=MainItem.body == tenant)
            for one in new:
                mine = MainItem(*keys.site_address(one.text), body=tenant)
                transaction.save(mine, condition=MainItem.pk.does_not_exist())
    except TransactWriteError as error:
        raise _refusal(error, len(gone), new) from error
    forget()
    return after


def _refusal(error: TransactWriteError, gone: int, new: Sequence[SiteAddress]) -> Exception:
    """What is told of a transaction that was not made."""
    codes = [reason.code if reason else None for reason in error.cancellation_reasons]
    refused = [one for one, code in zip(new, codes[1 + gone :], strict=False) if code == "ConditionalCheckFailed"]
    if refused:
        return taken(refused[0].text)
    if "ConditionalCheckFailed" in codes or "TransactionConflict" in codes:
        return Conflict("addresses_changed", "Outra pessoa mudou os endereços agora. Consulte-os e repita.")
    return error


def _place(item: MainItem) -> TenantPlace:
    return decode(TenantPlace, item.body) if item.body else TenantPlace(item.sk)
