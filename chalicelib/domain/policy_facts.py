"""What the policy asks about subject and thing: one pure predicate per question of features.md §1.2 and §1.3.

Those a condition takes up receive (subject, resource, context); smaller ones receive only what they read.
"""

from typing import Any

from chalicelib.domain.access import (
    AccessLevel,
    Context,
    DocumentResource,
    PassageResource,
    ProcessResource,
    Subject,
)
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_profiles import profiles_holding

PUBLIC = AccessLevel.PUBLIC
RESTRICTED = AccessLevel.RESTRICTED
CONFIDENTIAL = AccessLevel.CONFIDENTIAL

_CONSULTING = profiles_holding(Action.PROCESS_SEE)


def unit_knows(subject: Subject, process: ProcessResource) -> bool:
    """The process passed through the unit, or the unit holds it in a shared block."""
    unit = subject.unit
    return (
        unit in process.open_units
        or unit in process.passed_units
        or unit == process.generating_unit
        or unit in process.shared_units
    )


def protocol_reaches(subject: Subject, resource: Any) -> bool:
    """A protocol unit serves the whole of its agency, but never a confidential process."""
    return bool(
        subject.unit_is_protocol
        and subject.agency == resource.process.agency
        and resource.secrecy is not CONFIDENTIAL
    )


def overseen(subject: Subject, resource: Any) -> bool:
    """A criterion of internal control opens it to the unit; never what is confidential."""
    if resource.secrecy is CONFIDENTIAL:
        return False
    return any(oversight.reaches(resource.process) for oversight in subject.oversees)


def tree_visible(subject: Subject, resource: Any, context: Context) -> bool:
    """The process exists for the subject: number, tree and history (not the content)."""
    if _CONSULTING.isdisjoint(subject.profiles) and Action.PROCESS_SEE not in subject.acts:
        return False
    secrecy = resource.secrecy
    if secrecy is PUBLIC:
        return True
    process = resource.process
    if secrecy is RESTRICTED:
        return subject.agency == process.agency or unit_knows(subject, process) or overseen(subject, resource)
    return (subject.user, subject.unit) in process.credentials


def listed(subject: Subject, resource: Any, context: Context) -> bool:
    """It may appear among others, unasked for by its number."""
    if resource.secrecy is not RESTRICTED:
        return True
    known = unit_knows(subject, resource.process) or protocol_reaches(subject, resource)
    return known or overseen(subject, resource)


def content_open(subject: Subject, resource: Any, context: Context) -> bool:
    """The content of what belongs to the process may be read, drafts apart."""
    if resource.secrecy is not RESTRICTED or unit_knows(subject, resource.process):
        return True
    if overseen(subject, resource):
        return True
    return isinstance(resource, DocumentResource) and (
        subject.unit == resource.unit or reached_by_block(subject, resource)
    )


def open_here(subject: Subject, resource: Any, context: Context) -> bool:
    """The process is open in the current unit, and was not put away by whoever asks."""
    process = resource.process
    return subject.unit in process.open_units and (subject.user, subject.unit) not in process.put_away


def works_on_document(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """Open in the unit; or a protocol unit's own document inside another unit's process."""
    if open_here(subject, document, context):
        return True
    return subject.unit == document.unit and protocol_reaches(subject, document)


def received_to_sign(subject: Subject, document: DocumentResource) -> bool:
    """By a signing block shared with the unit, or by a personal signing credential."""
    in_block = subject.unit in document.shared_with and subject.unit != document.unit
    return in_block or (subject.user, subject.unit) in document.signers


def shared_away(document: DocumentResource) -> bool:
    """Some other unit holds it in a signing block."""
    return not document.shared_with <= {document.unit}


def signed_elsewhere(subject: Subject, document: DocumentResource) -> bool:
    """People of a unit other than the subject's have signed the present content."""
    return not document.signer_units <= {subject.unit}


def reached_by_block(subject: Subject, document: DocumentResource) -> bool:
    """It came to the unit in a meeting or signing block, or to the person by a signing credential."""
    return subject.unit in document.shown_to or received_to_sign(subject, document)


def draft_open(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """It is no draft; or it is this unit's, or reached it in a block or by credential."""
    if document.state != "draft":
        return True
    return subject.unit == document.unit or reached_by_block(subject, document)


def own_or_received(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """The unit wrote it, or it was received to be signed."""
    return subject.unit == document.unit or received_to_sign(subject, document)


def writable_here(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """Who wrote it needs the process at hand; who received it to sign does not."""
    return received_to_sign(subject, document) or works_on_document(subject, document, context)


def not_shared_away(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """While another unit holds it to sign, the unit that wrote it keeps its hands off."""
    return not shared_away(document) or received_to_sign(subject, document)


def free_of_other_signatures(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """The unit that wrote it may always redo it; who received it to sign, while no other unit has signed."""
    writes_as_owner = (
        subject.unit == document.unit
        and not shared_away(document)
        and works_on_document(subject, document, context)
    )
    return writes_as_owner or not signed_elsewhere(subject, document)


def writes_beside(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """The unit wrote the text and has the process at hand, or it reached the unit or the person."""
    own = subject.unit == document.unit and works_on_document(subject, document, context)
    return own or reached_by_block(subject, document)


def passage_seen(subject: Subject, passage: PassageResource, context: Context) -> bool:
    """Whoever wrote a comment chose who reads it, among those who read the text."""
    if passage.visibility == "own":
        return subject.user == passage.author
    if passage.visibility == "unit":
        return subject.unit == passage.unit
    document = passage.document
    reached = subject.unit in document.shown_to or subject.unit in document.shared_with
    if passage.visibility == "transit":
        process = document.process
        passed = process.open_units | process.passed_units | {process.generating_unit}
        return subject.unit in passed or reached
    return passage.visibility == "draft" and (
        subject.unit == document.unit or reached_by_block(subject, document)
    )


def deletable(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """Nothing outside the unit has come to depend on it yet."""
    if document.kind == "uploaded":
        return document.pen != "seen" and not document.moved_since
    return document.state == "draft" or document.pen == "unseen"


def cancellable(subject: Subject, document: DocumentResource, context: Context) -> bool:
    """Only what can no longer be taken back is cancelled; what can still be edited can be taken back too."""
    return not deletable(subject, document, context)
