"""Change the registration data of a process (PRO-07) and the unit's remark with it (PRO-11)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.errors import Conflict
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.process import Change, Process, Registration, then
from chalicelib.domain.registering import edit, remark

from .registration import contact_keys, edited_registration, form_of


def edit_process(
    ports: Ports,
    actor: Actor,
    operation: Operation,
    process_id: str,
    version: int | None,
    changes: Mapping[str, Any],
) -> Reply:
    """Apply ``changes``, fields of ``RegistrationForm`` or ``remark``, to the process seen at ``version``; None is
    for an order over many, which showed none of them.

    Raises NotFound, Forbidden, Conflict ``process_changed`` when it is no longer at ``version``, InvalidRequest
    per field, Refused ``type_not_for_unit``, ``nothing_changed``, or as ``process.touch``.
    """
    fields = {name: value for name, value in changes.items() if name != "remark"}
    note: str | None = changes.get("remark")

    def attempt(work: Work) -> Reply:
        parties = contact_keys(fields.get("interested_parties", ()))
        found, *contacts = work.load(ProcessKey(process_id), *parties)
        process = allow_on_process(actor, Action.PROCESS_EDIT, found)
        if version is not None and process.n != version:
            raise Conflict("process_changed", "O processo mudou depois que você o abriu. Atualize a página.")
        form = replace(form_of(process.registration), **fields)
        registration = edited_registration(process.registration, form, contacts, ports.catalogues, actor)
        change = _edited(ports, actor, process, registration, note)
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)


def _edited(
    ports: Ports, actor: Actor, process: Process, registration: Registration, note: str | None
) -> Change:
    now = ports.now()
    noted = process.remarks.get(actor.unit.id)
    if note is None or note == (noted.text if noted else ""):
        return edit(process, actor, registration, now)
    if registration == process.registration:
        return remark(process, actor, note, now)
    change = edit(process, actor, registration, now)
    after = remark(change.process, actor, note, now)
    return then(change, after.process, *after.acts, routings=after.routings)
