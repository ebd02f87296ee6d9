"""Take back the credential to sign a document (SIG-07); the one to open the process is taken back apart."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import signing_credentials
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action


def revoke_signing_credential(
    ports: Ports, actor: Actor, operation: Operation, place: tuple[str, str], user: str, unit: str
) -> Reply:
    """``place`` is process and document.

    Raises NotFound, Forbidden, Refused as ``signing_credentials.revoke_signing``.
    """
    now = ports.now()

    def attempt(work: Work) -> Reply:
        loaded = work.load(ProcessKey(place[0]), DocumentKey(*place))
        process, document = allow_on_document(actor, Action.SIGNING_CREDENTIAL_REVOKE, *loaded)
        change = signing_credentials.revoke_signing(process, document, actor, user, unit, now)
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)
