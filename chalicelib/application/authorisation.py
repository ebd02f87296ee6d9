"""From what a use case loaded to what the policy asks about (architecture §1.8)."""

from typing import TYPE_CHECKING

from chalicelib.application.audit.notebook import note_reading
from chalicelib.domain.access import (
    BlockResource,
    Context,
    DiscardedResource,
    DocumentResource,
    PassageResource,
    ProcessResource,
    Profile,
    RoutingResource,
    Subject,
)
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.in_block import meeting_units, sharing_units, signing_units
from chalicelib.domain.policy import Action, authorise

if TYPE_CHECKING:
    # What a request is about is loaded by it: getting ready to listen waits for nothing that only some need.
    from chalicelib.domain.block import Block
    from chalicelib.domain.document import Document
    from chalicelib.domain.passage_comment import PassageComment
    from chalicelib.domain.process import Process
    from chalicelib.domain.trash import Discarded

NO_CONTEXT = Context()


def subject(actor: Actor) -> Subject:
    """The actor as the policy sees it; profiles it does not know grant nothing."""
    known = {profile.value for profile in Profile}
    return Subject(
        user=actor.user.id,
        tenant=actor.tenant,
        agency=actor.agency,
        unit=actor.unit.id,
        profiles=frozenset(Profile(name) for name in actor.profiles if name in known),
        unit_is_protocol=actor.unit_is_protocol,
        must_enrol=actor.must_enrol,
        opened=actor.opened,
        scope=actor.scope,
        oversees=actor.oversees,
        acts=actor.acts,
    )


def process_resource(process: "Process") -> ProcessResource:
    """The facts of a process that visibility depends on."""
    return ProcessResource(
        tenant=process.tenant,
        agency=process.agency,
        level=process.effective_level,
        generating_unit=process.generating_unit.id,
        open_units=process.open_units,
        state=process.state.value,
        passed_units=frozenset(process.presences),
        shared_units=sharing_units(process.blocks),
        credentials=frozenset(each.seat for each in process.credentials if each.live),
        put_away=frozenset(each.seat for each in process.credentials if each.live and not each.open),
        id=process.id,
        type=process.registration.type.code,
    )


def document_resource(
    process: "Process", document: "Document", within: ProcessResource | None = None
) -> DocumentResource:
    """The facts of a document that visibility and editing depend on; ``within`` spares making the process's again."""
    return DocumentResource(
        process=within or process_resource(process),
        unit=document.unit.id,
        level=document.metadata.level,
        kind=document.kind.value,
        state=document.state.value,
        pen="seen" if document.file and document.seen_elsewhere else document.pen.value,
        moved_since=process.moved_at is not None and process.moved_at > document.created_at,
        shared_with=signing_units(process.blocks, document.id),
        shown_to=meeting_units(process.blocks),
        signer_units=frozenset(signature.unit.id for signature in document.signatures),
        signers=frozenset(each.seat for each in process.signing if each.document == document.id),
        locked=document.locked,
    )


def passage_resource(
    process: "Process", document: "Document", comment: "PassageComment"
) -> PassageResource:
    """The facts of a comment on a passage that its being read depends on (DOC-03)."""
    first = comment.first
    return PassageResource(
        document_resource(process, document), comment.visibility.value, first.unit.id, first.by.id
    )


def routing_resource(process: "Process", routing: str) -> RoutingResource:
    """The facts of one routing. Raises NotFound."""
    for candidate in process.routings:
        if candidate.id == routing:
            return RoutingResource(process_resource(process), candidate.origin.id)
    raise NotFound("return_not_found", "Este retorno programado não existe mais.")


def allow_on_discarded(
    actor: Actor, action: Action, process: "Process | None", thing: "Discarded | None"
) -> "tuple[Process, Discarded]":
    """Process and what the trash holds of a document. Raises NotFound (absent or somebody else's), Forbidden."""
    if process is None or thing is None:
        raise NotFound()
    authorise(subject(actor), action, DiscardedResource(process_resource(process), thing.by.id))
    note_reading(actor, action, process)
    return process, thing


def allow(actor: Actor, action: Action) -> None:
    """For acts done on nothing in particular. Raises Forbidden."""
    authorise(subject(actor), action)


def allow_on_process(
    actor: Actor, action: Action, process: "Process | None", context: Context = NO_CONTEXT
) -> "Process":
    """The process, if the act is allowed on it. Raises NotFound (absent or invisible), Forbidden."""
    if process is None:
        raise NotFound()
    authorise(subject(actor), action, process_resource(process), context)
    note_reading(actor, action, process)
    return process


def allow_on_document(
    actor: Actor,
    action: Action,
    process: "Process | None",
    document: "Document | None",
    context: Context = NO_CONTEXT,
) -> "tuple[Process, Document]":
    """Process and document, if the act is allowed. Raises NotFound (absent or invisible), Forbidden."""
    if process is None or document is None:
        raise NotFound()
    authorise(subject(actor), action, document_resource(process, document), context)
    note_reading(actor, action, process, document)
    return process, document


def block_resource(block: "Block") -> BlockResource:
    """The facts of a block that its acts depend on."""
    return BlockResource(block.tenant, block.unit.id, frozenset(block.receivers))


def allow_on_block(actor: Actor, action: Action, block: "Block | None") -> "Block":
    """The block, if the act is allowed on it. Raises NotFound (absent or not of the unit's hands), Forbidden."""
    if block is None:
        raise NotFound()
    authorise(subject(actor), action, block_resource(block))
    return block
