"""Ask somebody to sign a document of a confidential process (SIG-07)."""

from chalicelib.application.authorisation import allow_on_document
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import DocumentKey, ProcessKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain import signing_credentials
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action

from .holder import named_holder


def grant_signing_credential(
    ports: Ports, actor: Actor, operation: Operation, place: tuple[str, str], user: str, unit: str
) -> Reply:
    """``place`` is process and document. Raises NotFound, Forbidden, InvalidRequest ``unit_unknown``, Refused
    ``user_not_in_that_unit`` or as ``signing_credentials.grant_signing``.
    """
    now = ports.now()
    person, where = named_holder(ports, user, unit)

    def attempt(work: Work) -> Reply:
        loaded = work.load(ProcessKey(place[0]), DocumentKey(*place))
        process, document = allow_on_document(actor, Action.SIGNING_CREDENTIAL_GRANT, *loaded)
        change = signing_credentials.grant_signing(process, document, actor, person, where, now)
        return {"version": work.change_process(process, change).n}

    return transact(lambda: ports.begin(operation), attempt)
