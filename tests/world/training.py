"""Training environments of cities that no other test has, and what is in them."""

import json
import uuid
from dataclasses import replace
from typing import Any

from chalicelib.adapters.dynamodb import keys
from chalicelib.adapters.dynamodb.codec import decode, encode
from chalicelib.application.tenants.begin_training import begin_training
from chalicelib.application.transaction import Operation
from chalicelib.domain.document import Document
from chalicelib.domain.training import BEGINNING
from chalicelib.domain.training_kit import TrainingKit, TrainingVerb
from chalicelib.operators_background import filling
from infra.training import kit_of

from .installed import FOLDER, PASSWORD, Installed, city
from .integrity import check_process
from .wire import untapped

#: What a process of the small kit needs.
NEEDED = ("tenant", "agencies", "units", "process-types", "document-types", "subjects", "templates", "role-titles")
TABLES: list[TrainingKit] = []


def whole_kit(installed: Installed) -> TrainingKit:
    """The demonstration city's, read once."""
    if not TABLES:
        TABLES.append(kit_of(installed.place, city(), FOLDER, PASSWORD, None))
    return TABLES[0]


def small_kit(installed: Installed) -> TrainingKit:
    """One process from its start to its sending, and what it needs."""
    whole = whole_kit(installed)
    acts = tuple(act for act in whole.acts if act.process == "poda" and act.by == "ana.lima")
    assert {act.verb for act in acts} == {TrainingVerb.START, TrainingVerb.WRITE, TrainingVerb.SIGN, TrainingVerb.SEND}
    people = tuple(user for user in whole.people if user.id == "ana.lima")
    catalogues = {name: whole.catalogues[name] for name in NEEDED}
    return replace(whole, catalogues=catalogues, flows=(), people=people, contacts=whole.contacts[:1], acts=acts)


def new_city() -> str:
    """A name that no city has."""
    return f"c{uuid.uuid4().hex[:10]}"


def kept(installed: Installed, name: str, kit: TrainingKit) -> str:
    """-> where the kit of the city's training lies."""
    with untapped():
        data = encode(kit).encode()
        return installed.place.contents(BEGINNING + name).put(data, "application/json")[0]


def begun(installed: Installed, name: str, kit: TrainingKit) -> str:
    """-> the tenant of a training environment that is to be filled for the first time."""
    outside, key = filling(installed.place).operating, kept(installed, name, kit)
    with untapped():
        operation = Operation("operador", f"begin-{name}", key.encode().hex())
        return str(begin_training(outside, operation, name, key, [f"*/{name}"])["tenant"])


def told(installed: Installed, tenant: str, kit: TrainingKit) -> list[Any]:
    """Every process of the units of the kit, checked whole: what it is about, where it is open, and what was done."""
    store, rows = installed.store, []
    for process in _processes(installed, tenant, kit):
        whole = check_process(store, tenant, process)
        assert whole is not None
        entries = store.partition(keys.process(tenant, process)[0], "history")
        facts = tuple(str(item["kind"]) for item in entries)
        rows.append((whole.registration.specification, tuple(sorted(whole.open_units)), facts))
    return sorted(rows)


def signed_pages(installed: Installed, tenant: str, kit: TrainingKit) -> list[str]:
    """What was locked of each document that was signed."""
    pages = []
    for process in _processes(installed, tenant, kit):
        for item in installed.store.partition(keys.process(tenant, process)[0]):
            document = decode(Document, item["body"]) if item["sk"].startswith(keys.DOCUMENTS) else None
            if document and document.frozen:
                pages.append(json.loads(installed.store.content(document.frozen.key) or b"")["page"])
    return pages


def _processes(installed: Installed, tenant: str, kit: TrainingKit) -> list[str]:
    units = {act.unit for act in kit.acts}.union(*(act.values.get("units", ()) for act in kit.acts))
    store, found = installed.store, set[str]()
    for unit in units:
        for place in (keys.open_in_unit(tenant, unit), keys.concluded_in_unit(tenant, unit)):
            with untapped():
                answer = store.dynamodb.query(
                    TableName=store.settings.main_table,
                    IndexName="gsi1",
                    KeyConditionExpression="gsi1pk = :pk",
                    ExpressionAttributeValues={":pk": {"S": place}},
                )
            found |= {item["pk"]["S"].rpartition(keys.SEPARATOR)[2] for item in answer["Items"]}
    return sorted(found)
