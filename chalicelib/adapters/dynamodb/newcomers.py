"""Many users at once, past the register: those of a city that begins, twenty-five items a call."""

from collections.abc import Iterator, Mapping, Sequence

from pynamodb.connection import Connection

from chalicelib.domain.identity import User

from . import keys
from .items import MainItem
from .people import listed_in, member_item, user_item
from .records import batch_get


def write_newcomers(
    connection: Connection, tenant: str, users: Sequence[User], passwords: Mapping[str, str]
) -> int:
    """-> how many were written: whoever is there already stays as the administration left them.

    A user comes last of what is theirs, so that one who is there is there whole, however this was stopped.
    """
    there = batch_get(connection, [keys.user(tenant, user.id) for user in users]) if users else {}
    new = [user for user in users if keys.user(tenant, user.id) not in there]
    with MainItem.batch_write() as batch:
        for user in new:
            for item in belongings(user, passwords.get(user.id)):
                batch.save(item)
    with MainItem.batch_write() as batch:
        for user in new:
            batch.save(user_item(user))
    return len(new)


def belongings(user: User, password: str | None) -> Iterator[MainItem]:
    """What is theirs but for the user itself, which comes last."""
    for unit in sorted(listed_in(user)):
        yield member_item(user, unit)
    if user.taxpayer:
        yield MainItem(*keys.taxpayer(user.tenant, user.taxpayer), body=user.id)
    if password:
        yield MainItem(*keys.password(user.tenant, user.id), body=password)
