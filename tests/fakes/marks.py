"""What is noted beside the state, in memory: what was seen and rendered, and who is writing."""

from dataclasses import replace
from datetime import datetime

from chalicelib.application.references import DocumentKey, EditLockKey, RenditionKey
from chalicelib.domain.document import Document
from chalicelib.domain.editing import EditLock
from chalicelib.domain.version import Rendition

from .memory import Memory


class MemoryMarks:
    """Implements ``application.ports.Marks``."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def seen(self, document: Document) -> None:
        key = DocumentKey(document.process, document.id)
        now: Document | None = self._memory.read(key)
        if now is not None and now.revision == document.revision:
            self._memory.things[key] = replace(now, seen_elsewhere=True)

    def rendered(self, rendition: Rendition) -> None:
        key = RenditionKey(rendition.process, rendition.document)
        if rendition.frozen:
            self._memory.files[rendition.sha256] = DocumentKey(rendition.process, rendition.document)
        known: Rendition | None = self._memory.read(key)
        if known is None or known.revision <= rendition.revision:
            self._memory.things[key] = rendition

    def editing(self, lock: EditLock, at: datetime, take_over: bool) -> bool:
        key = EditLockKey(lock.process, lock.document)
        known: EditLock | None = self._memory.read(key)
        if known and known.holds(at) and known.editor != lock.editor and not take_over:
            return False
        self._memory.things[key] = lock
        return True

    def left(self, process: str, document: str, editor: str) -> None:
        key = EditLockKey(process, document)
        known: EditLock | None = self._memory.read(key)
        if known and known.editor == editor:
            del self._memory.things[key]
