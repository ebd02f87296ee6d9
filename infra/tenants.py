"""A new tenant from a city's files: catalogues, flows, people, an administrator; safe to repeat and to resume.

Every item is under the tenant's own name, so one more costs what the first did and touches nobody else's. Nobody can
enter before the end: people come after everything they would find, and the list of tenants comes last.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from chalicelib.adapters.dynamodb.addresses import list_tenant
from chalicelib.adapters.dynamodb.newcomers import write_newcomers
from chalicelib.composition import Installation
from chalicelib.domain.access import Profile
from chalicelib.domain.errors import InvalidRequest
from chalicelib.domain.identity import Grant, User
from chalicelib.domain.organisation import EVERY_UNIT
from chalicelib.domain.user_register import UserData, check_data, check_login
from infra.local.catalogue_records import City
from infra.local.catalogue_rows import CatalogueProblems, Problem
from infra.local.seed import catalogue_rows, check_city, load_catalogues, users_of

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who takes the environment over; ``password`` is for the first entry."""

    login: str
    name: str
    email: str
    password: str


def create(place: Installation, city: City, administrator: Administrator, say: Say, with_users: bool = False) -> int:
    """Everything a tenant needs to begin; -> how many people were written. Raises CatalogueProblems before any write.

    ``with_users``: the people of the city's files too, none with a password of their own. What the administration of a
    tenant that is there already changed stays as it is.
    """
    tenant, catalogues = city.tenant.id, catalogue_rows(city)
    first = administrator_of(city, administrator)
    check_city(city, catalogues)
    say(f"{tenant}: {sum(map(len, catalogues.values()))} itens de {len(catalogues)} tabelas")
    load_catalogues(place, city, catalogues)
    people: Sequence[User] = users_of(city) if with_users else ()
    say(f"{tenant}: {len(people) + 1} pessoas")
    hashed: Mapping[str, str] = {first.id: place.passwords.hash(administrator.password)}
    written = write_newcomers(place.connection, tenant, [*people, first], hashed)
    list_tenant(tenant)
    return written


def administrator_of(city: City, given: Administrator) -> User:
    """An administrator of all units. Raises CatalogueProblems."""
    agencies = {agency.id: agency for agency in catalogue_rows(city)["agencies"].values()}
    data = UserData(given.name, city.agencies[0].id, given.email)
    try:
        check_login(given.login)
        data = check_data(data, agencies)
    except InvalidRequest as refusal:
        wrong = [Problem("administrador", given.login, error.field, error.message) for error in refusal.errors]
        raise CatalogueProblems(tuple(wrong)) from refusal
    grants = (Grant(EVERY_UNIT, Profile.ADMINISTRATOR.value),)
    return User(given.login, city.tenant.id, data.name, data.agency, data.email, grants)
