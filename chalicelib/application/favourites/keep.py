"""Keep a process or a document among the unit's favourites, or move it to another group (PRO-22)."""


from chalicelib.application.authorisation import allow, allow_on_document, allow_on_process
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, FavouriteKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.favourite import Favourite
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class FavouriteForm:
    """``document`` is None for the whole process."""

    process: str
    document: str | None
    group: str


def keep_favourite(ports: Ports, actor: Actor, operation: Operation, form: FavouriteForm) -> Reply:
    """-> ``{"id"}``. Raises Forbidden, NotFound: one keeps only what one may see, or read when a document."""
    allow(actor, Action.FAVOURITE_KEEP)
    wanted = Favourite(actor.unit, form.process, form.document, form.group, actor.user, ports.now())

    def attempt(work: Work) -> Reply:
        document = [DocumentKey(form.process, form.document)] if form.document else []
        before, process, *found = work.load(
            FavouriteKey(actor.unit.id, wanted.id), ProcessKey(form.process), *document
        )
        if document:
            allow_on_document(actor, Action.DOCUMENT_READ, process, found[0])
        else:
            allow_on_process(actor, Action.PROCESS_SEE, process)
        work.put_kept(before, wanted)
        return {"id": wanted.id}

    return transact(lambda: ports.begin(operation), attempt)
