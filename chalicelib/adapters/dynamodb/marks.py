"""Marks on documents, each one conditional update."""

import json
from datetime import datetime

from chalicelib.domain.document import Document
from chalicelib.domain.editing import EditLock
from chalicelib.domain.version import Rendition

from . import keys, records
from .items import MainItem


class DynamoMarks:
    """Implements ``application.ports.Marks`` for one tenant."""

    def __init__(self, tenant: str) -> None:
        self._tenant = tenant

    def seen(self, document: Document) -> None:
        """The pen turns black, unless the text changed meanwhile (DOC-11)."""
        pk, sk = keys.document(self._tenant, document.process, document.id)
        records.update_if(MainItem(pk, sk), [MainItem.seen.set(True)], MainItem.n == document.revision)

    def rendered(self, rendition: Rendition) -> None:
        """Keep where the PDF is, unless a newer one is there; that of a signed state is also found by its digest."""
        if rendition.frozen:
            place = json.dumps([rendition.process, rendition.document])
            # An update, as below: the rendering functions may not put.
            item = MainItem(*keys.file_digest(self._tenant, rendition.sha256))
            item.update(actions=[MainItem.body.set(place)])
        pk, sk = keys.rendition(self._tenant, rendition.process, rendition.document)
        actions = [MainItem.body.set(records.encode(rendition)), MainItem.n.set(rendition.revision)]
        records.update_if(
            MainItem(pk, sk), actions, MainItem.n.does_not_exist() | (MainItem.n <= rendition.revision)
        )

    def editing(self, lock: EditLock, at: datetime, take_over: bool) -> bool:
        """Take or go on holding the lock; False when another editor has it (DOC-03)."""
        pk, sk = keys.editing(self._tenant, lock.process, lock.document)
        actions = [
            MainItem.body.set(records.encode(lock)),
            MainItem.assignee.set(lock.editor),
            MainItem.n.set(int(lock.until.timestamp())),
        ]
        free = (
            MainItem.pk.does_not_exist()
            | (MainItem.assignee == lock.editor)
            | (MainItem.n <= int(at.timestamp()))
        )
        return records.update_if(MainItem(pk, sk), actions, None if take_over else free)

    def left(self, process: str, document: str, editor: str) -> None:
        """Let the lock end, if this editor holds it."""
        pk, sk = keys.editing(self._tenant, process, document)
        records.update_if(
            MainItem(pk, sk), [MainItem.body.remove(), MainItem.n.set(0)], MainItem.assignee == editor
        )
