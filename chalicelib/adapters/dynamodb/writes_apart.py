"""The writes of what is no process nor part of one: contacts, blocks, what a unit keeps, jobs; and acknowledgements."""

import json
from collections.abc import Sequence
from typing import Any

from chalicelib.application.blocks.row import holders
from chalicelib.application.ports import KeptThing
from chalicelib.application.references import CounterKey
from chalicelib.domain.block import Block
from chalicelib.domain.certificate import PATIENCE, Preparation
from chalicelib.domain.comment import Comment
from chalicelib.domain.contact import Contact
from chalicelib.domain.document import Document
from chalicelib.domain.extraction import Extraction, ExtractionState
from chalicelib.domain.flow_run import FlowRun
from chalicelib.domain.follow_up import FollowUp
from chalicelib.domain.job import Batch, Job
from chalicelib.domain.mail import Mail
from chalicelib.domain.passage_comment import PassageComment
from chalicelib.domain.published_flow import PublishedFlow
from chalicelib.domain.ties import Acknowledgement
from chalicelib.domain.trash import Discarded
from chalicelib.domain.type_sequence import Sequence as TypeSequence

from . import beside, flows, follow_ups, jobs, kept, keys, records
from .items import HistoryItem, MainItem

NEW = MainItem.pk.does_not_exist()



def standing(seen: int) -> Any:
    """The condition that a counter is where it was read: one put back to its beginning is there and says 0."""
    return MainItem.n == seen if seen else NEW | (MainItem.n == 0)


class WritesApart:
    """A part of ``UnitOfWork``: it collects, the whole commits."""

    _tenant: str
    _puts: list[tuple[MainItem | HistoryItem, Any]]
    _deletes: list[tuple[MainItem, Any]]

    def put_acknowledgement(self, given: Acknowledgement) -> None:
        place = keys.acknowledgement(self._tenant, given.process, given.user.id)
        self._puts.append((MainItem(*place, body=records.encode(given)), NEW))

    def put_extraction(self, before: Extraction | None, after: Extraction) -> None:
        pk, sk = keys.extraction(self._tenant, after.sha256)
        item = MainItem(pk, sk, n=after.attempt, body=records.encode(after))
        if after.state is ExtractionState.WAITING:
            item.gsi2pk = keys.texts_awaited(self._tenant)
            item.gsi2sk = keys.awaited_text(after.began_at, after.sha256)
        self._puts.append((item, NEW if before is None else MainItem.body == records.encode(before)))

    def put_contact(self, contact: Contact) -> None:
        self._puts.append((records.contact_item(self._tenant, contact), NEW))

    def put_block(self, before: Block | None, after: Block) -> None:
        pk, sk = keys.block(self._tenant, after.id)
        item = MainItem(pk, sk, n=after.revision, body=records.encode(after))
        self._puts.append((item, NEW if before is None else MainItem.n == before.revision))
        now = holders(after)
        for unit in now:
            self._puts.append((records.block_item(self._tenant, after, unit), None))
        for unit in holders(before) if before else ():
            if unit not in now:
                self._deletes.append((MainItem(*keys.block_row(self._tenant, after.id, unit)), None))

    def delete_block(self, before: Block) -> None:
        pk, sk = keys.block(self._tenant, before.id)
        self._deletes.append((MainItem(pk, sk), MainItem.n == before.revision))
        for unit in holders(before):
            self._deletes.append((MainItem(*keys.block_row(self._tenant, before.id, unit)), None))

    def put_kept(self, before: KeptThing | None, after: KeptThing) -> None:
        condition = NEW if before is None else MainItem.body == records.encode(before)
        self._puts.append((kept.item(self._tenant, after), condition))

    def delete_kept(self, before: KeptThing) -> None:
        item = kept.item(self._tenant, before)
        self._deletes.append((item, MainItem.body == records.encode(before)))

    def put_follow_up(self, before: FollowUp | None, after: FollowUp) -> None:
        condition = NEW if before is None else MainItem.body == records.encode(before)
        self._puts.append((follow_ups.item(self._tenant, after), condition))

    def delete_follow_up(self, before: FollowUp) -> None:
        item = follow_ups.item(self._tenant, before)
        self._deletes.append((item, MainItem.body == records.encode(before)))

    def put_job(self, before: Job | None, after: Job, batches: Sequence[Batch] = ()) -> None:
        self._puts.append((jobs.job_item(self._tenant, after), NEW if before is None else jobs.still(before)))
        self._puts.extend((jobs.batch_item(self._tenant, batch), NEW) for batch in batches)

    def put_sequence(
        self, counter: CounterKey, seen: int, before: TypeSequence | None, after: TypeSequence
    ) -> None:
        moved = MainItem(*keys.counter(self._tenant, counter.name), n=after.adjustments[0].after)
        self._puts.append((moved, standing(seen)))
        kept = MainItem(
            *keys.sequence(self._tenant, counter.name), n=after.revision, body=records.encode(after)
        )
        self._puts.append((kept, MainItem.n == before.revision if before else NEW))

    def put_discarded(self, before: Discarded | None, after: Discarded | None) -> None:
        if after:
            self._puts.append((beside.discarded_item(self._tenant, after), None))
        elif before:
            item = beside.discarded_item(self._tenant, before)
            self._deletes.append((item, MainItem.body == records.encode(before)))

    def put_preparation(self, before: Preparation | None, after: Preparation | None) -> None:
        condition = NEW if before is None else MainItem.body == records.encode(before)
        thing = after or before
        if thing is None:
            return
        place = keys.preparation(self._tenant, thing.process, thing.document, thing.user)
        if after:
            until = int((after.at + PATIENCE).timestamp())
            self._puts.append((MainItem(*place, body=records.encode(after), expires_at=until), condition))
        else:
            self._deletes.append((MainItem(*place), condition))

    def put_certified(self, document: Document) -> None:
        made = document.signatures[-1].certified
        assert made is not None
        pair = keys.file_digest(self._tenant, made.file.sha256)
        self._puts.append((MainItem(*pair, body=json.dumps([document.process, document.id])), None))

    def put_comment(self, before: Comment | None, after: Comment) -> None:
        self._puts.append(beside.comment_item(self._tenant, before, after))

    def put_passage_comment(self, before: PassageComment | None, after: PassageComment) -> None:
        self._puts.append(beside.passage_item(self._tenant, before, after))

    def put_flow(self, before: PublishedFlow | None, after: PublishedFlow) -> None:
        self._puts.extend(flows.published_items(self._tenant, before, after))

    def put_flow_run(self, before: FlowRun | None, after: FlowRun) -> None:
        self._puts.extend(flows.run_items(self._tenant, before, after))

    def put_mail(self, before: Mail | None, after: Mail) -> None:
        pk, sk = keys.mail(self._tenant, after.process, after.id)
        item = MainItem(pk, sk, n=after.revision, body=records.encode(after))
        self._puts.append((item, MainItem.n == before.revision if before else NEW))
