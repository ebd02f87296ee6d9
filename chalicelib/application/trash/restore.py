"""Bring a deleted document back to its place (DOC-17)."""

from dataclasses import replace

from chalicelib.application.authorisation import allow_on_discarded
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DiscardedKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import filing, history
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.trash import check_kept, check_restorable


def restore_document(
    ports: Ports, actor: Actor, operation: Operation, process_id: str, document_id: str
) -> Reply:
    """With its number, text and signatures. Raises NotFound, Forbidden, Refused ``cancelled_for_good`` …."""
    now = ports.now()

    def attempt(work: Work) -> Reply:
        process, found = work.load(ProcessKey(process_id), DiscardedKey(process_id, document_id))
        process, thing = allow_on_discarded(actor, Action.TRASH_RESTORE, process, found)
        document = check_restorable(check_kept(thing, now))
        back = replace(document, revision=document.revision + 1)
        fact = history.DocumentRestored(back.id, back.label)
        work.put_document(None, back)
        work.put_discarded(thing, None)
        return {"version": work.change_process(process, filing.put_back(process, actor, back, fact, now)).n}

    return transact(lambda: ports.begin(operation), attempt)
