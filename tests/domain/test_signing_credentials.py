"""Credentials to sign a document of a confidential process (SIG-07)."""

from chalicelib.application.authorisation import document_resource
from chalicelib.domain.credentialing import grant, renounce
from chalicelib.domain.handling import receive
from chalicelib.domain.policy import Action, visible_actions
from chalicelib.domain.process import Process
from chalicelib.domain.signing_credentials import grant_signing, revoke_signing, used
from tests.fakes.city import ANA, CARLOS, MARINA, PERSONNEL, PROTOCOL

from .document_examples import draft
from .process_examples import PERSONNEL_HEAD, PROTOCOL_CLERK, after, refused, sentences
from .test_credentials import acting, secret

DRAFT = draft()


def asked() -> Process:
    """Marina, of another unit, was asked to sign Ana's draft."""
    return grant_signing(secret(), DRAFT, PROTOCOL_CLERK, MARINA, PERSONNEL, after(1)).process


def may(process: Process, action: Action) -> bool:
    return visible_actions(acting(PERSONNEL_HEAD), document_resource(process, DRAFT))[action].allowed


def test_asking_lets_in_who_could_not_open_the_process():
    change = grant_signing(secret(), DRAFT, PROTOCOL_CLERK, MARINA, PERSONNEL, after(1))
    assert [sentence.split(" para ")[0] for _, sentence in sentences(change)] == [
        "Credencial concedida",
        "Concedida credencial de assinatura",
    ]
    assert change.process.credential(MARINA.id, PERSONNEL.id).live


def test_who_was_asked_reads_edits_and_signs_the_draft_of_another_unit():
    bare = grant(secret(), PROTOCOL_CLERK, MARINA, PERSONNEL, after(1)).process
    for action in (Action.DOCUMENT_READ, Action.DOCUMENT_EDIT, Action.DOCUMENT_SIGN):
        assert not may(bare, action)
        assert may(asked(), action)


def test_while_somebody_is_asked_the_document_is_neither_deleted_nor_cancelled():
    mine = visible_actions(acting(PROTOCOL_CLERK), document_resource(asked(), DRAFT))
    assert mine[Action.DOCUMENT_DELETE].code == "signing_credential_pending"


def test_nobody_is_asked_twice():
    with refused("signing_credential_held"):
        grant_signing(asked(), DRAFT, PROTOCOL_CLERK, MARINA, PERSONNEL, after(2))


def test_signing_uses_it_up_and_the_history_says_so():
    change = used(receive(asked(), PERSONNEL_HEAD, after(2)), PERSONNEL_HEAD, DRAFT)
    assert sentences(change)[-1] == ("SEMAD/RH", f"Utilizada a credencial de assinatura do documento {DRAFT.label}")
    assert change.process.signing == ()
    assert used(change, PERSONNEL_HEAD, DRAFT) == change, "whoever signs without one uses none"


def test_taken_back_it_leaves_the_credential_to_open():
    change = revoke_signing(asked(), DRAFT, PROTOCOL_CLERK, MARINA.id, PERSONNEL.id, after(2))
    assert change.process.signing == ()
    assert change.process.credential(MARINA.id, PERSONNEL.id).live
    with refused("credential_not_found"):
        revoke_signing(change.process, DRAFT, PROTOCOL_CLERK, MARINA.id, PERSONNEL.id, after(3))
    with refused("credential_of_another_unit"):
        revoke_signing(asked(), DRAFT, PERSONNEL_HEAD, MARINA.id, PERSONNEL.id, after(2))


def test_who_renounces_takes_along_what_they_asked_for_and_nobody_used():
    process = grant(asked(), PROTOCOL_CLERK, CARLOS, PROTOCOL, after(2)).process
    left = renounce(process, PROTOCOL_CLERK, after(3), {(CARLOS.id, PROTOCOL.id)}).process
    assert left.signing == ()
    assert not left.credential(ANA.id, PROTOCOL.id).live
