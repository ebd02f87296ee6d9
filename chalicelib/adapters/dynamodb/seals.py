"""Sealed records of signatures, and the public keys they are checked with, which are kept for ever."""

import base64
from collections.abc import Sequence
from datetime import datetime

from pynamodb.exceptions import PutError

from chalicelib.domain.sealing import PublicKey, Seal

from . import keys, records
from .items import MainItem

_published: set[tuple[str, str]] = set()


def publish_key(tenant: str, kid: str, spki: bytes, at: datetime) -> None:
    """Keep the public half of a key that is about to seal; once in a container's life, and never over another."""
    if (tenant, kid) in _published:
        return
    made = PublicKey(kid, base64.b64encode(spki).decode(), at.isoformat().replace("+00:00", "Z"))
    item = MainItem(*keys.seal_key(tenant, kid), body=records.encode(made))
    try:
        item.save(condition=MainItem.pk.does_not_exist())
    except PutError as error:
        if records.cause_code(error) != "ConditionalCheckFailedException":
            raise
    _published.add((tenant, kid))


def published_keys(tenant: str) -> Sequence[PublicKey]:
    """Every key that ever sealed in the tenant, oldest first."""
    items = MainItem.query(keys.seal_keys(tenant), consistent_read=True)
    found = [records.decode(PublicKey, str(item.body)) for item in items]
    return sorted(found, key=lambda key: key.since)


def seals_of(tenant: str, process: str, document: str | None = None) -> Sequence[Seal]:
    """The sealed records of a process, or of one document of it."""
    pk, _ = keys.process(tenant, process)
    prefix = keys.seals_of(document) if document else keys.SEALS
    items = MainItem.query(pk, MainItem.sk.startswith(prefix), attributes_to_get=["body"])
    return [records.decode(Seal, str(item.body)) for item in items]
