"""Create a contact on the way, while filling in a process (PRO-10)."""


from chalicelib.application.authorisation import allow
from chalicelib.application.ports import Ports, Work
from chalicelib.application.references import ContactKey
from chalicelib.application.transaction import Operation, Reply, transact
from chalicelib.domain.contact import new_contact
from chalicelib.domain.identity import Actor
from chalicelib.domain.policy import Action
from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class ContactForm:
    """``kind`` is ``person`` or ``organisation``; ``document`` a CPF or CNPJ, punctuated or not."""

    name: str
    kind: str
    document: str | None = None
    email: str | None = None


def create_contact(ports: Ports, actor: Actor, operation: Operation, form: ContactForm) -> Reply:
    """-> ``{"id", "name", "kind", "document"}``, the document masked. Raises Forbidden, InvalidRequest."""
    allow(actor, Action.CONTACT_CREATE)
    contact = new_contact(ports.identifier(), form.name, form.kind, form.document, form.email)

    def attempt(work: Work) -> Reply:
        work.load(ContactKey(contact.id))
        work.put_contact(contact)
        return {"id": contact.id}

    made = transact(lambda: ports.begin(operation), attempt)
    # The operation keeps the reply: no name may stay there after it is erased from the book. The same key comes with
    # the same form only, so what is added here is what was answered the first time.
    return {**made, "name": contact.name, "kind": contact.kind, "document": contact.masked_document}
