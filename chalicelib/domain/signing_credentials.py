"""Letting somebody read, edit and sign one document of a confidential process (SIG-07)."""

from dataclasses import replace
from datetime import datetime

from . import history
from .credential import SigningCredential
from .credentialing import let_in
from .document import Document
from .errors import NotFound, Refused
from .identity import Actor
from .organisation import Person, Unit
from .process import Act, Change, Process, then, touch

MAXIMUM_SIGNING_CREDENTIALS = 100


def grant_signing(
    process: Process, document: Document, actor: Actor, user: Person, unit: Unit, at: datetime
) -> Change:
    """Ask ``user`` to sign; who could not open the process now can, by a credential that is taken back apart.

    Raises Refused: as ``touch`` and ``credentialing.let_in``, ``signing_credential_held``,
    ``too_many_signing_credentials``.
    """
    change = touch(process, actor, at)
    if _of(process, document, user.id, unit.id):
        message = f"{user.name} já tem credencial para assinar este documento na unidade {unit.acronym}."
        raise Refused("signing_credential_held", message)
    if len(process.signing) >= MAXIMUM_SIGNING_CREDENTIALS:
        message = f"O processo já tem {MAXIMUM_SIGNING_CREDENTIALS} credenciais de assinatura."
        raise Refused("too_many_signing_credentials", message)
    held = process.credential(user.id, unit.id)
    if held is None or not held.live:
        change = let_in(change, actor, user, unit, at, history.CredentialGranted)
    given = SigningCredential(document.id, document.label, user, unit.short, actor.user, actor.unit, at)
    fact = history.SigningCredentialGranted(
        document.id, document.label, user.id, user.name, unit.id, unit.acronym
    )
    after = replace(change.process, signing=(*change.process.signing, given))
    return then(change, after, Act(actor.user, actor.unit, fact))


def revoke_signing(
    process: Process, document: Document, actor: Actor, user: str, unit: str, at: datetime
) -> Change:
    """Ask no longer; the credential to open the process stays.

    Raises NotFound ``credential_not_found``; Refused: as ``touch``, ``credential_of_another_unit``.
    """
    change = touch(process, actor, at)
    held = _of(process, document, user, unit)
    if held is None:
        raise NotFound("credential_not_found", "Esta credencial não existe mais.")
    if held.by_unit.id != actor.unit.id:
        message = f"Só a unidade {held.by_unit.acronym}, que concedeu esta credencial, a cassa."
        raise Refused("credential_of_another_unit", message)
    fact = history.SigningCredentialRevoked(
        document.id, document.label, held.user.id, held.user.name, held.unit.id, held.unit.acronym
    )
    return then(change, _without(change.process, held), Act(actor.user, actor.unit, fact))


def used(change: Change, actor: Actor, document: Document) -> Change:
    """The credential that a signature was made by goes, and the history says so."""
    held = _of(change.process, document, actor.user.id, actor.unit.id)
    if held is None:
        return change
    fact = history.SigningCredentialUsed(document.id, document.label)
    return then(change, _without(change.process, held), Act(actor.user, actor.unit, fact))


def _of(process: Process, document: Document, user: str, unit: str) -> SigningCredential | None:
    return next(
        (each for each in process.signing if each.document == document.id and each.seat == (user, unit)), None
    )


def _without(process: Process, held: SigningCredential) -> Process:
    return replace(process, signing=tuple(each for each in process.signing if each != held))
