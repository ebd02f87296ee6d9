"""What every act on an entry of a catalogue shares: load, change, keep what was changed, commit if nobody else did."""

from collections.abc import Callable
from datetime import datetime

from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import EntryKey, RolloutKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.catalogue_entry import CatalogueEntry, seen_entry
from chalicelib.domain.catalogue_table import CatalogueTable
from chalicelib.domain.catalogue_tables import TABLES
from chalicelib.domain.change_record import ChangeKind, ChangeRecord
from chalicelib.domain.entry_changes import entry_changes
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.rollout import FORMED_BY, check_numbering

from .naming import all_names, entry_name

Act = Callable[[CatalogueEntry], CatalogueEntry]


def table_named(name: str) -> CatalogueTable:
    """Raises NotFound ``table_not_found``."""
    if name not in TABLES:
        raise NotFound("table_not_found", "Esta tabela não existe.")
    return TABLES[name]


def act_on_entry(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    action: Action,
    where: tuple[CatalogueTable, str, int],
    kind: ChangeKind,
    act: Act,
) -> Reply:
    """``where``: table, code, revision seen. -> ``{"id", "revision"}``.

    Raises Forbidden, NotFound, Conflict ``entry_changed``, Refused ``numbering_is_fixed``, what ``act`` refuses.
    """
    table, code, expected = where
    allow(actor, action)
    # Once for all attempts: what a lost reply wrote is what the next attempt would write.
    at = ports.now()

    def attempt(work: Work) -> Reply:
        place = ports.register.place(table.name, code)
        numbers = table.name in FORMED_BY
        found, *beside = work.load(EntryKey(table.name, place), *([RolloutKey()] if numbers else []))
        before = seen_entry(found, expected)
        after = act(before)
        for rollout in beside:
            check_numbering(table.name, before.values, after.values, rollout is not None and rollout.live is not None)
            # Whoever goes live at this very moment must find what forms numbers as it stays.
            work.require_rollout(rollout)
        work.put_entry(before, after)
        work.record_change(entry_record(ports, actor, at, table, before, after, kind))
        work.renew_catalogues()
        return {"id": code, "revision": after.revision}

    return transact(lambda: ports.begin(operation), attempt)


def entry_record(
    ports: Ports,
    actor: Actor,
    at: datetime,
    table: CatalogueTable,
    before: CatalogueEntry | None,
    after: CatalogueEntry,
    kind: ChangeKind,
) -> ChangeRecord:
    """The line of the history of an entry."""
    known = all_names(ports.catalogues)
    return ChangeRecord(
        table=table.name,
        code=after.code,
        name=entry_name(table, after, known),
        kind=kind,
        by=actor.user,
        unit=actor.unit,
        at=at,
        changes=entry_changes(table, before.values if before else None, after.values, known),
    )
