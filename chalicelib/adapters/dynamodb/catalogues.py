"""The tenant's catalogues, one query each, kept per container for a minute, or until the administration changes one.

How often it did is read with the session of every request, so nobody is answered by what was revoked. The functions
behind queues read it only with a user; what else they take from catalogues is at most a minute old.
"""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from chalicelib.domain.catalogue import DocumentType, LegalBasis, ProcessType, Subject, is_offered
from chalicelib.domain.form import Form
from chalicelib.domain.organisation import Agency, Unit
from chalicelib.domain.plan_editing import CITY, PlanShelf
from chalicelib.domain.rollout import Rollout
from chalicelib.domain.work_plan import WorkPlan

from . import kept, keys
from .codec import decode, encode
from .items import MainItem

T = TypeVar("T")
SECONDS_KEPT = 60.0

_kept: dict[tuple[str, str], tuple[float, int, Any]] = {}
#: The work plans edited in each tenant, and until when they count as known.
_shelves: dict[str, tuple[float, PlanShelf]] = {}
#: How often the administration had changed catalogues of a tenant when this container last read that.
_revisions: dict[str, int] = {}


class DynamoCatalogues:
    """Implements ``application.ports.Catalogues`` for one tenant."""

    def __init__(self, tenant: str) -> None:
        self._tenant = tenant

    def agencies(self) -> Mapping[str, Agency]:
        return self._typed("agencies", Agency, lambda agency: agency.id)

    def units(self) -> Mapping[str, Unit]:
        return self._typed("units", Unit, lambda unit: unit.id)

    def process_types(self) -> Mapping[str, ProcessType]:
        return self._typed("process-types", ProcessType, lambda kind: kind.code)

    def document_types(self) -> Mapping[str, DocumentType]:
        return self._typed("document-types", DocumentType, lambda kind: kind.code)

    def subjects(self) -> Mapping[str, Subject]:
        return self._typed("subjects", Subject, lambda subject: subject.code)

    def legal_bases(self) -> Mapping[str, LegalBasis]:
        return self._typed("legal-bases", LegalBasis, lambda basis: basis.code)

    def work_plans(self) -> Mapping[str, WorkPlan]:
        return self._typed("work-plans", WorkPlan, lambda plan: plan.code)

    def plan_shelf(self) -> PlanShelf:
        until, shelf = _shelves.get(self._tenant, (0.0, PlanShelf()))
        if time.monotonic() >= until:
            found = kept.of_unit(self._tenant, PlanShelf, CITY.id)
            shelf = found[0] if found else PlanShelf()
            _shelves[self._tenant] = (time.monotonic() + SECONDS_KEPT, shelf)
        return shelf

    def template(self, document_type: str) -> Mapping[str, Any] | None:
        found = self._kept("templates", lambda bodies: {k: json.loads(v) for k, v in bodies.items()})
        template: Mapping[str, Any] | None = found.get(document_type)
        return template

    def form(self, document_type: str) -> Form | None:
        found = self._kept("forms", lambda bodies: {k: decode(Form, v) for k, v in bodies.items()})
        form: Form | None = found.get(document_type)
        return form

    def plain(self, name: str) -> Sequence[Mapping[str, Any]]:
        found: Sequence[Mapping[str, Any]] = self._kept(
            name, lambda bodies: [json.loads(body) for body in bodies.values()]
        )
        return found

    def holidays(self, agency: str) -> frozenset[date]:
        """Every day without office hours: holidays, optional days, and the agency's own (TRA-15)."""
        return frozenset(
            date.fromisoformat(holiday["date"])
            for holiday in self.plain("holidays")
            if is_offered(holiday) and holiday.get("agency") in (None, "", agency)
        )

    def tenant(self) -> Mapping[str, Any]:
        rows = self.plain("tenant")
        return rows[0] if rows else {}

    def rollout(self) -> Rollout:
        """How far the city has come, as of this request's revision."""
        found: Rollout = self._kept("rollout", lambda bodies: decode(Rollout, bodies["A"]) if bodies else Rollout())
        return found

    def _typed(self, name: str, kind: type[T], code: Callable[[T], str]) -> Mapping[str, T]:
        def build(bodies: Mapping[str, str]) -> Mapping[str, T]:
            values = [decode(kind, body) for body in bodies.values()]
            return {code(value): value for value in values}

        found: Mapping[str, T] = self._kept(name, build)
        return found

    def _kept(self, name: str, build: Callable[[Mapping[str, str]], Any]) -> Any:
        place = (self._tenant, name)
        revision = _revisions.get(self._tenant, 0)
        until, of_revision, value = _kept.get(place, (0.0, 0, None))
        if time.monotonic() < until and of_revision == revision:
            return value
        found = MainItem.query(keys.catalogue(self._tenant, name), consistent_read=True)
        bodies = {item.sk: item.body for item in found}
        value = build(bodies)
        _kept[place] = (time.monotonic() + SECONDS_KEPT, revision, value)
        return value


def forget() -> None:
    """Drop what this container keeps (after a load of catalogues)."""
    _kept.clear()
    _shelves.clear()


def saw_revision(tenant: str, revision: int) -> None:
    """What was kept before the administration changed something counts no more: every request says how far it is."""
    _revisions[tenant] = revision


def load(tenant: str, name: str, rows: Mapping[str, Any]) -> None:
    """Write catalogue rows (code -> domain value or plain mapping), replacing those of the same code.

    Codes that ``rows`` lacks stay as they are: what was registered under them goes on being read. So does what the
    administration changed on its screens: the city's files are where a catalogue begins.
    """
    partition = keys.catalogue(tenant, name)
    wanted = {code: place_of(name, position, code) for position, code in enumerate(rows)}
    kept: set[str] = set()
    with MainItem.batch_write() as batch:
        # A row that changed its place would otherwise be there twice, and the old one could win.
        for item in MainItem.query(partition, consistent_read=True):
            code = keys.last_part(item.sk)
            if item.n:
                kept.add(code)
            elif code in wanted and wanted[code] != item.sk:
                batch.delete(item)
        for code, row in rows.items():
            if code in kept:
                continue
            body = json.dumps(row, ensure_ascii=False) if isinstance(row, Mapping) else encode(row)
            batch.save(MainItem(partition, wanted[code], body=body))
    forget()


def place_of(name: str, position: int, code: str) -> str:
    """Where an entry of the city's files stands in its catalogue."""
    return code if name in ("templates", "forms") else keys.part(f"{position:05d}", code)
