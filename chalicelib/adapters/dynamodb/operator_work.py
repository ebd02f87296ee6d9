"""The transactions of operators: the list of tenants, whose each address is, and their own history."""

from collections.abc import Mapping, Sequence
from typing import Any

from chalicelib.domain.operating import OperatorRecord
from chalicelib.domain.site_address import SiteAddress, TenantPlace

from . import keys
from .addresses import place_of
from .codec import decode, encode
from .identity import SUSPENDED
from .items import HistoryItem, MainItem
from .unit_of_work import UnitOfWork
from .writes_apart import NEW

#: The kind of these lines of the history table; no process has them.
KIND = "tenant_operated"


class DynamoOperatorWork(UnitOfWork):
    """Implements ``application.tenants.ports.OperatorWork``; its operations are kept under a name no tenant has."""

    def find(
        self, tenant: str, wanted: Sequence[SiteAddress] = ()
    ) -> tuple[TenantPlace | None, Mapping[SiteAddress, str]]:
        line, rows = keys.listed_tenant(tenant), {one: keys.site_address(one.text) for one in wanted}
        found = self._fetch([line, *rows.values()])
        owners = {one: str(found[pair].body) for one, pair in rows.items() if pair in found}
        return place_of(found[line]) if line in found else None, owners

    def put_place(self, before: TenantPlace, after: TenantPlace) -> None:
        pair, name = keys.listed_tenant(after.tenant), after.tenant
        as_read = self._as_read(pair)
        self._puts.append((MainItem(*pair, body=encode(after)), as_read))
        for one in before.addresses:
            if one not in after.addresses:
                self._deletes.append((MainItem(*keys.site_address(one.text)), MainItem.body == name))
        for one in after.addresses:
            if one not in before.addresses:
                self._puts.append((MainItem(*keys.site_address(one.text), body=name), NEW))
        if before.suspended != after.suspended:
            # Read with the session of every request: nobody of the tenant is answered once more.
            word = MainItem.body.set(SUSPENDED) if after.suspended else MainItem.body.remove()
            revision = MainItem(*keys.catalogues_revision(name))
            self._updates.append((revision, [MainItem.n.add(1), word], None))

    def _as_read(self, pair: tuple[str, str]) -> Any:
        if pair not in self._bodies:
            return NEW
        read = self._bodies[pair]
        return MainItem.body == read if read else MainItem.pk.exists() & MainItem.body.does_not_exist()

    def replace_place(self, before: TenantPlace, after: TenantPlace) -> None:
        line = keys.listed_tenant(before.tenant)
        self._deletes.append((MainItem(*line), MainItem.body == self._bodies[line]))
        self._puts.append((MainItem(*keys.listed_tenant(after.tenant), body=encode(after)), NEW))
        for one in after.addresses:
            mine = MainItem.body == before.tenant
            self._puts.append((MainItem(*keys.site_address(one.text), body=after.tenant), mine))
        for closed in (before, after) if after.suspended else (before,):
            revision = MainItem(*keys.catalogues_revision(closed.tenant))
            self._updates.append((revision, [MainItem.n.add(1), MainItem.body.set(SUSPENDED)], None))

    def record(self, record: OperatorRecord) -> None:
        pair = keys.operator_entry(record.tenant, record.at, self._operation.digest[:8] + self._operation.key[-8:])
        item = HistoryItem(*pair, kind=KIND, body=encode(record))
        self._puts.append((item, HistoryItem.pk.does_not_exist()))


def operators_history(tenant: str) -> Sequence[OperatorRecord]:
    """What operators did to a tenant, the newest first."""
    found = HistoryItem.query(
        keys.operator_log(tenant), scan_index_forward=False, limit=50, consistent_read=True
    )
    return [decode(OperatorRecord, item.body) for item in found]
