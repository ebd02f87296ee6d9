"""The acts of ``papers``, done by the use cases over tables in memory."""

import copy
import json
from collections.abc import Callable
from typing import Any

from chalicelib.application.documents.cancel import cancel_document
from chalicelib.application.documents.create import DraftForm, create_draft
from chalicelib.application.documents.delete import delete_document
from chalicelib.application.documents.lock import lock_document
from chalicelib.application.documents.metadata import MetadataForm
from chalicelib.application.documents.read import read_document
from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.application.documents.sign import sign_document
from chalicelib.application.documents.signing_by_password import SignForm
from chalicelib.application.documents.unlock import unlock_document
from chalicelib.application.references import DiscardedKey, DocumentKey, PasswordKey
from chalicelib.application.trash.restore import restore_document
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import DomainError
from tests.domain.content_examples import document as content_of
from tests.domain.content_examples import paragraph, section
from tests.fakes.people import SECRET, People

from .papers import Papers
from .systems import InMemory

NOTHING = "nenhum"
CONTENT = content_of(section("body", paragraph("Nada")))


class AtPapers:
    """The same two processes of an ``InMemory``; everybody has a password to sign with."""

    def __init__(self, system: InMemory) -> None:
        self.system = system
        self.written: dict[int, list[str]] = {0: [], 1: []}
        system.outside.identity = People()
        for actor in system.actors.values():
            system.outside.memory.things[PasswordKey(actor.user.id)] = f"hash of {SECRET}"

    def do(self, act: str, which: int, unit: str, value: int) -> bool:
        outside, actor = self.system.outside, self.system.actors[unit]
        outside.later(minutes=1)
        drafts = self.written[which]
        place = self.system.processes[which], drafts[value % len(drafts)] if drafts else NOTHING
        try:
            if act == "look_at_paper":
                return read_document(outside.ports, actor, *place).readable.allowed
            case, details = self._case(act, place, value)
            reply = case(outside.ports, actor, outside.operation(actor.user.id), place[0], *details)
        except DomainError:
            return False
        if act == "write":
            drafts.append(str(reply["id"]))
        return True

    def _case(self, act: str, place: tuple[str, str], value: int) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        if act == "write":
            return create_draft, (DraftForm("despacho", MetadataForm(), "none", None),)
        found = self.system.outside.memory.things.get(DocumentKey(*place))
        digest = found.text.digest if found and found.text else "f" * 64
        cases: dict[str, tuple[Callable[..., Any], tuple[Any, ...]]] = {
            "save_paper": (save_draft, (place[1], self._rewritten(found, value))),
            "sign_paper": (sign_document, (place[1], SignForm(SECRET, "Agente de Protocolo", digest))),
            "cancel_paper": (cancel_document, (place[1], "Lançado no processo errado")),
            "lock_paper": (lock_document, (place[1],)),
            "unlock_paper": (unlock_document, (place[1],)),
            "delete_paper": (delete_document, (place[1],)),
            "restore_paper": (restore_document, (place[1],)),
        }
        return cases[act]

    def _rewritten(self, found: Document | None, value: int) -> SaveForm:
        """What the editor would send: another body."""
        if found is None or found.text is None:
            return SaveForm(CONTENT, 1)
        content = copy.deepcopy(json.loads(self.system.outside.contents.get(found.text.key)))
        for each in content["content"]:
            if each["attrs"]["role"] == "body":
                each["content"] = [paragraph(f"Redação {value}")]
        return SaveForm(content, found.revision, explicit=value % 2 == 0)


def compare(real: AtPapers, papers: Papers) -> None:
    """Each document is in the process or in the trash of who threw it away, and stands as the model has it."""
    things = real.system.outside.memory.things
    units = {actor.user.id: unit for unit, actor in real.system.actors.items()}
    for which, drafts in papers.written.items():
        assert len(real.written[which]) == len(drafts)
        for paper, name in zip(drafts, real.written[which], strict=True):
            place = real.system.processes[which], name
            kept, thrown = things.get(DocumentKey(*place)), things.get(DiscardedKey(*place))
            deleted = thrown and not thrown.cancelled
            assert (units[thrown.by.id] if deleted else None) == paper.thrown_by
            assert isinstance(kept, Document) == (paper.thrown_by is None)
            if isinstance(kept, Document):
                stands = "cancelled" if paper.cancelled else "signed" if paper.signed else "draft"
                assert (kept.unit.id, kept.locked, kept.state) == (paper.unit, paper.locked, DocumentState(stands))
                assert bool(kept.signatures) == paper.signed
                assert kept.seen_elsewhere == paper.seen
