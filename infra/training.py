"""A city's training environment beside its real one: the kit of invented data, made once, and the first filling.

The training of a city without ``training.yaml`` of its own has the model's agencies, units, people and processes under
the city's own name: whoever trains finds a whole city hall, also before the survey of units is done.
"""

import dataclasses
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from chalicelib.adapters.dynamodb.codec import encode
from chalicelib.application.tenants.begin_training import begin_training
from chalicelib.application.training.fill import fill_training
from chalicelib.application.training.ports import Filling
from chalicelib.application.transaction import Operation
from chalicelib.composition import Installation
from chalicelib.domain.errors import Conflict
from chalicelib.domain.training import BEGINNING, training_name
from chalicelib.domain.training_kit import KitFlow, TrainingKit
from chalicelib.operators_background import filling
from infra.local.catalogue_reader import read_city
from infra.local.catalogue_records import City
from infra.local.catalogue_training import FILE, read_acts
from infra.local.seed import catalogue_rows, check_city, contacts_of, users_of
from infra.tenants import Administrator, administrator_of

#: Where the training of the installation's own tenant is reached, and how another city's address begins.
ADDRESS = "*/treinamento"
Say = Callable[[str], None]


def by_itself(place: Installation) -> Filling:
    """The outside of whoever fills here and now: the function that would do it too is not called."""
    outside = filling(place)
    return dataclasses.replace(outside, operating=dataclasses.replace(outside.operating, fill=lambda _: None))


def source(folder: Path, model: Path | None) -> tuple[City, Path]:
    """The city as its training has it, and the folder of its acts. Raises CatalogueProblems."""
    city = read_city(folder, model)
    if model is None or (folder / FILE).exists():
        return city, folder
    return dataclasses.replace(read_city(model), tenant=city.tenant), model


def logins(folder: Path, model: Path | None) -> list[tuple[str, str]]:
    """Who enters the training, and what each does there."""
    return [(user.login, user.duty) for user in source(folder, model)[0].users]


def make_training(
    place: Installation,
    folder: Path,
    model: Path | None,
    password: str,
    say: Say,
    administrator: Administrator | None = None,
) -> str:
    """Make it, or go on where it was left; -> the tenant that is there. Raises CatalogueProblems, DomainError."""
    city, acts = source(folder, model)
    tenant, outside = city.tenant.id, by_itself(place)
    kit = encode(kit_of(place, city, acts, password, administrator)).encode()
    key, _ = place.contents(BEGINNING + tenant).put(kit, "application/json")
    addresses = [ADDRESS if tenant == place.settings.tenant else f"{ADDRESS}-{tenant}"[:32]]
    operation = Operation("iperoig:make-training", f"begin-training-{tenant}", key.encode().hex())
    try:
        begin_training(outside.operating, operation, tenant, key, addresses)
    except Conflict as refusal:
        if refusal.code not in ("training_exists", "idempotency_key_reused"):
            raise
    say(f"{tenant}: preparando o ambiente de treinamento")
    whose = training_name(tenant, 0)[:-1]
    for each in outside.operating.places():
        if each.tenant.startswith(whose):
            fill_training(outside, each.tenant)
    return next(each.tenant for each in outside.operating.places() if each.tenant.startswith(whose))


def kit_of(
    place: Installation, city: City, acts: Path, password: str, administrator: Administrator | None
) -> TrainingKit:
    """Everything that a training environment begins with. Raises CatalogueProblems."""
    rows = catalogue_rows(city)
    check_city(city, rows)
    people, hashed = users_of(city), place.passwords.hash(password)
    hashes = {user.id: hashed for user in people}
    if administrator and administrator.login not in hashes:
        people = [*people, administrator_of(city, administrator)]
        hashes[administrator.login] = place.passwords.hash(administrator.password)
    return TrainingKit(
        catalogues={name: {code: _body(row) for code, row in each.items()} for name, each in rows.items()},
        flows=tuple(KitFlow(one.flow, one.text) for one in city.flows),
        contacts=tuple(contacts_of(city)),
        people=tuple(people),
        hashes=hashes,
        password=password,
        acts=read_acts(acts),
    )


def _body(row: Any) -> str:
    return json.dumps(row, ensure_ascii=False) if isinstance(row, Mapping) else encode(row)
