"""A process's ties, and the rows of the unit's lists beside the inbox, as the API shows them."""

from datetime import datetime
from typing import Any

from chalicelib.application.inbox.row import InboxRow
from chalicelib.application.processes.read_ties import Ties
from chalicelib.domain.organisation import Person, UnitName
from chalicelib.domain.process import Process
from chalicelib.domain.ties import Annex, AnnexedTo, Relation, Suspension

from . import presenting


def ties(found: Ties) -> dict[str, Any]:
    """Everything a process is tied to, as far as the reader may see it."""
    process, others = found.process, found.others
    lock = process.lock
    return {
        "relations": [_tied(others[tie.process], tie) for tie in process.relations if tie.process in others],
        "annexes": [_tied(others[tie.process], tie) for tie in process.annexes if tie.process in others],
        "annexed_to": _main(process.annexed_to, found),
        "suspension": _suspension(process.suspension, found),
        "lock": {"reason": lock.reason, **_done(lock.unit, lock.by, lock.at)} if lock else None,
        "acknowledgements": [
            {
                "user": presenting.person(given.user),
                "unit": presenting.unit_name(given.unit),
                "at": presenting.instant(given.at),
            }
            for given in found.acknowledgements
        ],
    }


def away(row: InboxRow) -> dict[str, Any]:
    """A suspended or concluded process of the unit: why or how, since when, by whom."""
    held, done = row.suspended, row.concluded
    since, by = (held.at, held.by) if held else (done.at, done.by) if done else (row.last_activity_at, None)
    return {
        "process": row.process,
        "nup": row.nup,
        "type": presenting.named(row.type),
        "specification": row.specification,
        "interested_parties": list(row.interested_parties),
        "access_level": row.access_level,
        "priority": row.priority,
        "reason": held.reason if held else None,
        "since": presenting.instant(since),
        "by": presenting.person(by),
        "by_sending": done is not None and done.by_sending,
        "reopen_on": row.reopen_on.isoformat() if row.reopen_on else None,
    }


def _tied(other: Process, tie: Relation | Annex | AnnexedTo | Suspension) -> dict[str, Any]:
    return {
        "process": other.id,
        "nup": other.nup,
        "type": presenting.named(other.registration.type),
        "specification": other.registration.specification,
        "state": other.state.value,
        **_done(tie.unit, tie.by, tie.at),
    }


def _main(tie: AnnexedTo | None, found: Ties) -> dict[str, Any] | None:
    main = found.others.get(tie.process) if tie else None
    return _tied(main, tie) if main and tie else None


def _suspension(held: Suspension | None, found: Ties) -> dict[str, Any] | None:
    if held is None:
        return None
    linked = found.others.get(held.linked) if held.linked else None
    return {
        "reason": held.reason,
        **_done(held.unit, held.by, held.at),
        "linked": _tied(linked, held) if linked else None,
    }


def _done(unit: UnitName, by: Person, at: datetime) -> dict[str, Any]:
    return {
        "unit": presenting.unit_name(unit),
        "by": presenting.person(by),
        "at": presenting.instant(at),
    }
