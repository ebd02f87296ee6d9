"""A training environment's first items: those of its kit, under the name of the tenant that begins.

Written in transactions, which need no permission to write in batches: nobody has that one.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from pynamodb.connection import Connection
from pynamodb.transactions import TransactWrite

from chalicelib.domain.published_flow import PublishedFlow
from chalicelib.domain.training import is_training
from chalicelib.domain.training_kit import TrainingKit

from . import catalogues, keys
from .flows import WITH_THE_CITY, published_items
from .items import MainItem
from .newcomers import belongings
from .people import user_item
from .records import contact_item

#: What one transaction may hold: a hundred items, and four megabytes.
ITEMS, LETTERS = 100, 2_000_000


class NotOfTraining(ValueError):
    """A real tenant is never filled with invented data."""


def stock_training(connection: Connection, tenant: str, kit: TrainingKit, at: datetime) -> None:
    """Safe to repeat. Raises NotOfTraining."""
    if not is_training(tenant):
        raise NotOfTraining(tenant)
    for some in _parcels([*_catalogues(tenant, kit), *_rest(tenant, kit, at)]):
        with TransactWrite(connection=connection) as transaction:
            for item in some:
                transaction.save(item)
    catalogues.forget()


def _catalogues(tenant: str, kit: TrainingKit) -> Iterator[MainItem]:
    for name, bodies in kit.catalogues.items():
        for position, (code, body) in enumerate(bodies.items()):
            own = name == "tenant"
            place = catalogues.place_of(name, position, tenant if own else code)
            told = json.dumps({**json.loads(body), "id": tenant}, ensure_ascii=False) if own else body
            yield MainItem(keys.catalogue(tenant, name), place, body=told)


def _rest(tenant: str, kit: TrainingKit, at: datetime) -> Iterator[MainItem]:
    for one in kit.flows:
        published = PublishedFlow(replace(one.flow, version=1), one.text, WITH_THE_CITY, at)
        yield from (item for item, _ in published_items(tenant, None, published) if isinstance(item, MainItem))
    for contact in kit.contacts:
        yield contact_item(tenant, contact)
    for person in kit.people:
        user = replace(person, tenant=tenant)
        yield from belongings(user, kit.hashes.get(user.id))
        yield user_item(user)


def _parcels(items: list[MainItem]) -> Iterator[list[MainItem]]:
    parcel: list[MainItem] = []
    weight = 0
    for item in items:
        letters = len(item.body or "")
        if parcel and (len(parcel) == ITEMS or weight + letters > LETTERS):
            yield parcel
            parcel, weight = [], 0
        parcel.append(item)
        weight += letters
    if parcel:
        yield parcel
