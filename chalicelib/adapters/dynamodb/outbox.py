"""The e-mails of a process, beside it in the main table."""

from collections.abc import Sequence
from typing import Any

from pynamodb.connection import Connection

from chalicelib.domain.mail import Mail
from chalicelib.domain.password_link import PasswordLink

from . import keys, records
from .items import MainItem


class DynamoOutbox:
    """Implements ``mailing.ports.Outbox`` for one tenant."""

    def __init__(self, connection: Connection, tenant: str) -> None:
        self._connection = connection
        self._tenant = tenant

    def of_process(self, process: str) -> Sequence[Mail]:
        """Oldest first."""
        return mails(self._tenant, process)

    def move(self, before: Mail, after: Mail) -> bool:
        pk, sk = keys.mail(self._tenant, before.process, before.id)
        actions: list[Any] = [MainItem.body.set(records.encode(after)), MainItem.n.set(after.revision)]
        return records.update_if(MainItem(pk, sk), actions, MainItem.n == before.revision)


class DynamoLinkBox:
    """Implements ``mailing.ports.LinkBox`` for one tenant."""

    def __init__(self, tenant: str) -> None:
        self._tenant = tenant

    def of(self, letters: str) -> PasswordLink | None:
        """By a query, as every read of the function that carries."""
        pk, sk = keys.password_link(self._tenant, letters)
        for item in MainItem.query(pk, MainItem.sk == sk, consistent_read=True):
            return records.decode(PasswordLink, item.body)
        return None

    def move(self, before: PasswordLink, after: PasswordLink) -> bool:
        place = keys.password_link_of(self._tenant, before.user)
        actions: list[Any] = [MainItem.body.set(records.encode(after)), MainItem.n.set(after.revision)]
        return records.update_if(MainItem(*place), actions, MainItem.n == before.revision)


def mails(tenant: str, process: str) -> list[Mail]:
    """The e-mails of a process, oldest first."""
    pk, _ = keys.process(tenant, process)
    found = MainItem.query(pk, MainItem.sk.startswith(keys.MAILS), consistent_read=True)
    return sorted((records.decode(Mail, item.body) for item in found), key=lambda mail: (mail.at, mail.id))
