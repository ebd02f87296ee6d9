"""The address book (PRO-10)."""

from typing import Annotated, Any, Literal

from pydantic import StringConstraints

from chalicelib.application.contacts.create import ContactForm, create_contact
from chalicelib.application.contacts.list import list_contacts
from chalicelib.domain.policy import Action

from . import replies
from .routes import Call, Routes
from .validation import Body

routes = Routes("contacts")


class ContactsQuery(Body):
    """The beginning of a name."""

    query: Annotated[str, StringConstraints(max_length=200)] = ""


class NewContact(Body):
    """A person or an organisation; ``document`` is a CPF or a CNPJ."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=250)]
    kind: Literal["person", "organisation"]
    document: Annotated[str, StringConstraints(max_length=20)] | None = None
    email: Annotated[str, StringConstraints(max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")] | None = None


@routes.route("GET", "/contacts", Action.CONTACT_LIST, query=ContactsQuery, reply=replies.Contacts)
def search(call: Call) -> Any:
    """Procurar contatos pelo começo do nome"""
    found = list_contacts(call.ports, call.actor, call.query.query)
    items = [
        {"id": each.id, "name": each.name, "kind": each.kind, "document": each.masked_document}
        for each in found
    ]
    return {"items": items, "next_cursor": None}


@routes.route("POST", "/contacts", Action.CONTACT_CREATE, body=NewContact, reply=replies.Contact, status=201)
def create(call: Call) -> Any:
    """Cadastrar contato"""
    body: NewContact = call.body
    form = ContactForm(body.name, body.kind, body.document, body.email)
    return create_contact(call.ports, call.actor, call.operation, form)
