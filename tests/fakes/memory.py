"""The tables in memory, with the promises of the real ones: one commit writes everything or nothing, on conditions.

``Memory.interrupt`` runs just before a commit looks at its conditions: a test puts there what somebody else does
at the worst moment.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from chalicelib.application.inbox.row import InboxRow, inbox_row
from chalicelib.application.ports import KeptThing
from chalicelib.application.references import (
    AcknowledgementKey,
    ArrangementKey,
    BlockGroupsKey,
    BlockKey,
    ChecklistKey,
    ChecklistShelfKey,
    CommentKey,
    ContactKey,
    CounterKey,
    DiscardedKey,
    DocumentKey,
    EmailGroupsKey,
    ExtractionKey,
    FavouriteKey,
    FlowRunKey,
    FollowUpKey,
    InboxRowKey,
    JobKey,
    Key,
    MailKey,
    NumberKey,
    PassageCommentKey,
    PlanShelfKey,
    PreparationKey,
    ProcessKey,
    SavedViewKey,
    SendingGroupsKey,
    SequenceKey,
    StandardTextKey,
    UploadKey,
    VersionKey,
)
from chalicelib.application.transaction import Operation, OperationDone, Reply, WriteConflict
from chalicelib.domain.arrangement import Arrangement
from chalicelib.domain.block import Block
from chalicelib.domain.block_group import BlockGroupShelf
from chalicelib.domain.certificate import Preparation
from chalicelib.domain.change_record import ChangeRecord
from chalicelib.domain.checklist import Checklist, ChecklistShelf
from chalicelib.domain.comment import Comment
from chalicelib.domain.contact import Contact
from chalicelib.domain.desk import DeskEntry
from chalicelib.domain.document import Document
from chalicelib.domain.email_group import EmailGroupShelf
from chalicelib.domain.errors import OperationMismatch
from chalicelib.domain.extraction import Extraction
from chalicelib.domain.favourite import Favourite
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.history import Entry, chain
from chalicelib.domain.job import Batch, Job
from chalicelib.domain.mail import Mail
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.plan_editing import PlanShelf
from chalicelib.domain.process import Change, Process, State
from chalicelib.domain.routing import Routing
from chalicelib.domain.saved_view import SavedView
from chalicelib.domain.sealing import Seal
from chalicelib.domain.sending_group import GroupShelf
from chalicelib.domain.standard_text import StandardText
from chalicelib.domain.ties import Acknowledgement
from chalicelib.domain.trash import Discarded
from chalicelib.domain.type_sequence import Sequence as TypeSequence
from chalicelib.domain.upload import Upload
from chalicelib.domain.version import Version

from .account_memory import AccountWrites
from .register import MemoryRegisterWrites


@dataclass
class Memory:
    """Everything stored for one tenant. ``calls`` counts reads and commits, as AWS would be called."""

    things: dict[Key, Any] = field(default_factory=dict)
    numbers: dict[str, str | None] = field(default_factory=dict)
    rows: dict[tuple[str, str], InboxRow] = field(default_factory=dict)
    routings: dict[tuple[str, str], Routing] = field(default_factory=dict)
    batches: dict[tuple[str, int], Batch] = field(default_factory=dict)
    closings: dict[str, tuple[int, int]] = field(default_factory=dict)
    histories: dict[str, list[Entry]] = field(default_factory=dict)
    desk_log: list[DeskEntry] = field(default_factory=list)
    operations: dict[tuple[str, str], tuple[str, Reply]] = field(default_factory=dict)
    interrupt: Callable[[], None] = lambda: None
    forgive: Callable[[str], None] = lambda _: None
    seals: list[Seal] = field(default_factory=list)
    files: dict[str, DocumentKey] = field(default_factory=dict)
    changes: list[ChangeRecord] = field(default_factory=list)
    calls: int = 0

    def read(self, key: Key) -> Any:
        """As the table answers: an unused counter is zero, anything else absent is None."""
        if isinstance(key, InboxRowKey):
            return self.rows.get((key.process, key.unit))
        if isinstance(key, NumberKey):
            return (self.numbers[key.digits] or "") if key.digits in self.numbers else None
        return self.things.get(key, 0 if isinstance(key, CounterKey) else None)

    def process(self, identifier: str) -> Process:
        """A process that must be there."""
        found = self.things[ProcessKey(identifier)]
        assert isinstance(found, Process)
        return found

    def sentences(self, process: str) -> list[tuple[str, str]]:
        """(acronym of the unit, sentence) of each entry of the history, oldest first."""
        return [(entry.unit.acronym, entry.fact.sentence()) for entry in self.histories.get(process, [])]


def digits(number: str) -> str:
    """A formatted number's digits."""
    return "".join(filter(str.isdigit, number))


KEPT_KEYS: dict[type, Any] = {
    StandardText: StandardTextKey,
    Favourite: FavouriteKey,
    SavedView: SavedViewKey,
    Checklist: ChecklistKey,
}
#: Of which a unit has one.
SHELF_KEYS: dict[type, Any] = {
    GroupShelf: SendingGroupsKey,
    EmailGroupShelf: EmailGroupsKey,
    BlockGroupShelf: BlockGroupsKey,
    ChecklistShelf: ChecklistShelfKey,
    PlanShelf: lambda _: PlanShelfKey(),
}


def kept_key(thing: KeptThing) -> Key:
    """Where a unit's thing is."""
    shelf, kept = SHELF_KEYS.get(type(thing)), KEPT_KEYS.get(type(thing))
    key: Key = shelf(thing.unit.id) if shelf else kept(thing.unit.id, thing.id)
    return key


class MemoryWork(AccountWrites, MemoryRegisterWrites):
    """Implements ``application.ports.Work``."""

    def __init__(self, memory: Memory, operation: Operation, now: Callable[[], datetime]) -> None:
        self._memory = memory
        self._operation = operation
        self._now = now
        self._checks: list[Callable[[], bool]] = []
        self._writes: list[Callable[[], None]] = []

    def load(self, *keys: Key) -> tuple[Any, ...]:
        self._memory.calls += 1
        self._replay()
        return tuple(self._memory.read(key) for key in keys)

    def change_process(self, before: Process | None, change: Change) -> Process:
        process = change.process
        entries = self._chain(process, before.n if before else 0, change)
        if entries:
            process = replace(process, n=entries[-1].n, head=entries[-1].hash)
        else:
            process = replace(process, quiet=process.quiet + 1)
        self._expect(ProcessKey(process.id), before)
        self._set(ProcessKey(process.id), process)
        if before is None or digits(before.nup) != digits(process.nup):
            mine = (None, process.id)
            self._checks.append(lambda: self._memory.read(NumberKey(digits(process.nup))) in mine)
            self._writes.append(lambda: self._memory.numbers.__setitem__(digits(process.nup), process.id))
        self._writes.append(lambda: self._write_process(process, change, entries))
        return process

    def _write_process(self, process: Process, change: Change, entries: list[Entry]) -> None:
        for place in [place for place in self._memory.rows if place[0] == process.id]:
            del self._memory.rows[place]
        for unit in process.presences:
            self._memory.rows[(process.id, unit)] = inbox_row(process, unit)
        for routing in change.routings:
            self._memory.routings[(process.id, routing.id)] = routing
        self._memory.histories.setdefault(process.id, []).extend(entries)

    def _chain(self, process: Process, after: int, change: Change) -> list[Entry]:
        acts = [(act.user, act.unit, act.fact) for act in change.acts]
        return chain(process.id, after, process.head, self._now(), acts)

    def delete_process(self, before: Process, change: Change) -> None:
        entries = self._chain(before, before.n, change)
        self._expect(ProcessKey(before.id), before)

        def delete() -> None:
            del self._memory.things[ProcessKey(before.id)]
            for unit in before.presences:
                self._memory.rows.pop((before.id, unit), None)
            if before.informed:
                for number in (before.nup, *before.informed.former):
                    self._memory.numbers.pop(digits(number), None)
            else:
                self._memory.numbers[digits(before.nup)] = None
            self._memory.histories.setdefault(before.id, []).extend(entries)

        self._writes.append(delete)

    def put_document(self, before: Document | None, after: Document) -> None:
        key = DocumentKey(after.process, after.id)
        self._expect(key, before)
        self._set(key, after)

    def delete_document(self, before: Document) -> None:
        key = DocumentKey(before.process, before.id)
        self._expect(key, before)
        self._writes.append(lambda: self._memory.things.pop(key))

    def put_version(self, version: Version) -> None:
        self._set(VersionKey(version.process, version.document, version.number), version)

    def put_seal(self, seal: Seal) -> None:
        self._writes.append(lambda: self._memory.seals.append(seal))

    def put_extraction(self, before: Extraction | None, after: Extraction) -> None:
        key = ExtractionKey(after.sha256)
        self._expect(key, before)
        self._set(key, after)

    def put_preparation(self, before: Preparation | None, after: Preparation | None) -> None:
        thing = after or before
        if thing is None:
            return
        key = PreparationKey(thing.process, thing.document, thing.user)
        self._expect(key, before)
        if after:
            self._set(key, after)
        else:
            self._writes.append(lambda: self._memory.things.pop(key))

    def put_certified(self, document: Document) -> None:
        made = document.signatures[-1].certified
        assert made is not None
        place = DocumentKey(document.process, document.id)
        self._writes.append(lambda: self._memory.files.__setitem__(made.file.sha256, place))

    def put_upload(self, before: Upload | None, after: Upload) -> None:
        key = UploadKey(after.process, after.id)
        self._expect(key, before)
        self._set(key, after)

    def put_arrangement(self, before: Arrangement | None, after: Arrangement) -> None:
        key = ArrangementKey(after.unit)
        self._expect(key, before)
        self._set(key, replace(after, n=(before.n if before else 0) + 1))

    def log(self, entries: Sequence[DeskEntry]) -> None:
        self._writes.append(lambda: self._memory.desk_log.extend(entries))

    def put_acknowledgement(self, given: Acknowledgement) -> None:
        key = AcknowledgementKey(given.process, given.user.id)
        self._expect(key, None)
        self._set(key, given)

    def put_follow_up(self, before: FollowUp | None, after: FollowUp) -> None:
        key = FollowUpKey(after.unit.id, after.process, after.id)
        self._expect(key, before)
        self._set(key, after)

    def delete_follow_up(self, before: FollowUp) -> None:
        key = FollowUpKey(before.unit.id, before.process, before.id)
        self._expect(key, before)
        self._writes.append(lambda: self._memory.things.pop(key))

    def put_flow_run(self, before: FlowRun | None, after: FlowRun) -> None:
        self._expect(FlowRunKey(after.process), before)
        self._set(FlowRunKey(after.process), after)

    def put_contact(self, contact: Contact) -> None:
        self._expect(ContactKey(contact.id), None)
        self._set(ContactKey(contact.id), contact)

    def put_discarded(self, before: Discarded | None, after: Discarded | None) -> None:
        thing = after or before
        assert thing is not None
        key = DiscardedKey(thing.document.process, thing.document.id)
        if after:
            self._set(key, after)
        else:
            self._expect(key, before)
            self._writes.append(lambda: self._memory.things.pop(key))

    def put_comment(self, before: Comment | None, after: Comment) -> None:
        self._expect(CommentKey(after.process, after.id), before)
        self._set(CommentKey(after.process, after.id), after)

    def put_passage_comment(self, before: PassageComment | None, after: PassageComment) -> None:
        key = PassageCommentKey(after.process, after.document, after.id)
        self._expect(key, before)
        self._set(key, after)

    def put_mail(self, before: Mail | None, after: Mail) -> None:
        self._expect(MailKey(after.process, after.id), before)
        self._set(MailKey(after.process, after.id), after)

    def put_block(self, before: Block | None, after: Block) -> None:
        self._expect(BlockKey(after.id), before)
        self._set(BlockKey(after.id), after)

    def delete_block(self, before: Block) -> None:
        self._expect(BlockKey(before.id), before)
        self._writes.append(lambda: self._memory.things.pop(BlockKey(before.id)))

    def put_kept(self, before: KeptThing | None, after: KeptThing) -> None:
        self._expect(kept_key(after), before)
        self._set(kept_key(after), after)

    def delete_kept(self, before: KeptThing) -> None:
        self._expect(kept_key(before), before)
        self._writes.append(lambda: self._memory.things.pop(kept_key(before)))

    def put_job(self, before: Job | None, after: Job, batches: Sequence[Batch] = ()) -> None:
        self._expect(JobKey(after.user.id, after.id), before)
        self._set(JobKey(after.user.id, after.id), after)
        self._writes.append(
            lambda: self._memory.batches.update({(batch.job, batch.number): batch for batch in batches})
        )

    def take(self, counter: CounterKey, seen: int, number: int | None = None) -> int:
        taken = number or seen + 1
        self._checks.append(lambda: self._memory.read(counter) == seen)
        self._set(counter, taken)
        return taken

    def put_sequence(
        self, counter: CounterKey, seen: int, before: TypeSequence | None, after: TypeSequence
    ) -> None:
        self._checks.append(lambda: self._memory.read(counter) == seen)
        self._set(counter, after.adjustments[0].after)
        self._expect(SequenceKey(counter.name), before)
        self._set(SequenceKey(counter.name), after)

    def require_open(self, process: Process, unit: str) -> None:
        def still_open() -> bool:
            found: Process | None = self._memory.read(ProcessKey(process.id))
            return found is not None and found.state is State.NORMAL and unit in found.open_units

        self._checks.append(still_open)

    def require_unchanged(self, process: Process) -> None:
        self._expect(ProcessKey(process.id), process)

    def commit(self, reply: Reply) -> None:
        self._memory.calls += 1
        self._memory.interrupt()
        self._replay()
        if not all(check() for check in self._checks):
            raise WriteConflict
        for write in self._writes:
            write()
        place = (self._operation.user, self._operation.key)
        self._memory.operations[place] = (self._operation.digest, reply)

    def _replay(self) -> None:
        done = self._memory.operations.get((self._operation.user, self._operation.key))
        if done is None:
            return
        if done[0] != self._operation.digest:
            raise OperationMismatch
        raise OperationDone(done[1])

    def _expect(self, key: Key, before: Any) -> None:
        self._checks.append(lambda: self._memory.read(key) == before)

    def _set(self, key: Key, value: Any) -> None:
        self._writes.append(lambda: self._memory.things.__setitem__(key, value))
