"""What an erasure takes from a process and what the law keeps (LGPD, art. 16; Lei nº 8.159/1991, art. 9º)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from chalicelib.domain.value import dataclass

from . import history
from .contact import ERASED_NAME, Contact
from .erasing_beside import Beside, cleaned
from .erasure import GROUND_ARTICLES, Erasure, ErasureGround
from .history import Entry
from .identity import Actor
from .mention import Traces, traces_of
from .presence import Presence
from .process import Act, Change, Named, Process

#: Free text by which nothing was decided, sent nor signed. All else in a history is an act, and stays.
ERASABLE = (history.ProgressRecorded,)


@dataclass(frozen=True, slots=True)
class InProcess:
    """What an erasure finds of a person in a process.

    ``registered``: the data of the process lose the name. ``records``: numbers of the entries that lose their texts;
    ``kept``: how many that name the person stay. ``beside``: how many notes of units, beside the record, lose the name.
    """

    registered: bool
    records: tuple[int, ...]
    kept: int
    beside: int = 0

    @property
    def empty(self) -> bool:
        """Nothing of it is erased."""
        return not self.registered and not self.records and not self.beside


def is_archive(process: Process) -> bool:
    """Whether it holds, or ever held, a document: then it is a public record, which only the archive lets go."""
    return process.document_count > 0


def found_in(
    process: Process,
    entries: Iterable[Entry],
    contact: Contact,
    ground: ErasureGround,
    beside: Iterable[Beside] = (),
) -> InProcess:
    """What is erased of the person there. Of a public record, only texts that should never have been written; what
    units write beside it for their own work is no record, wherever it is.
    """
    traces, free = traces_of(contact), not is_archive(process)
    naming = [entry for entry in entries if _names(entry, traces)]
    let_go = free or ground is ErasureGround.EXCESSIVE
    records = tuple(entry.n for entry in naming if let_go and isinstance(entry.fact, ERASABLE))
    registered = free and _registered(process, traces, contact) != process
    desks = _desks(process, traces)
    notes = sum(desks[unit] != process.presences[unit] for unit in desks)
    return InProcess(registered, records, len(naming) - len(records), notes + len(cleaned(beside, contact)))


def erase_in(
    process: Process, entries: Sequence[Entry], contact: Contact, erasure: Erasure, actor: Actor
) -> tuple[Change, tuple[Entry, ...]]:
    """-> (the process with what was erased said in its history, the entries as they are left).

    ``entries`` are those whose texts go.
    """
    after = without(process, contact)
    numbers, hashes = tuple(entry.n for entry in entries), tuple(entry.hash for entry in entries)
    fact = history.PersonalDataErased(erasure.id, GROUND_ARTICLES[erasure.ground], numbers, hashes)
    left = tuple(history.erased(entry, erasure.id) for entry in entries)
    return Change(after, (Act(actor.user, actor.unit, fact),)), left


def erased_contact(contact: Contact, at: datetime) -> Contact:
    """What is left of the contact: that it was one."""
    return Contact(contact.id, ERASED_NAME, contact.kind, erased_at=at)


def without(process: Process, contact: Contact) -> Process:
    """The process without what an erasure takes from it: the notes of units and, of what is no record, its data."""
    traces = traces_of(contact)
    left = replace(process, presences=_desks(process, traces))
    return left if is_archive(process) else _registered(left, traces, contact)


def _desks(process: Process, traces: Traces) -> dict[str, Presence]:
    """The unit's sides of the process, whose notes and labels do not name the person."""
    return {unit: replace(one, desk=traces.taken_from(one.desk)) for unit, one in process.presences.items()}


def _registered(process: Process, traces: Traces, contact: Contact) -> Process:
    """The process whose own data do not name the person: parties, specification, remarks."""
    written = process.registration
    parties = tuple(
        Named(one.code, ERASED_NAME) if one.code == contact.id else one for one in written.interested_parties
    )
    return replace(
        process,
        registration=replace(
            written, specification=traces.taken_from(written.specification), interested_parties=parties
        ),
        remarks={unit: replace(one, text=traces.taken_from(one.text)) for unit, one in process.remarks.items()},
    )


def _names(entry: Entry, traces: Traces) -> bool:
    return any(traces.found_in(text) for text in _texts(entry.fact.arguments().values()))


def _texts(values: Iterable[object]) -> Iterable[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _texts(value)
