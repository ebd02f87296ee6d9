"""The address book: PRO-10, CON-01."""

import pytest

from chalicelib.application.contacts.create import ContactForm, create_contact
from chalicelib.application.contacts.list import list_contacts
from chalicelib.domain.errors import Forbidden
from tests.application.under_way import CLERK, TECHNICIAN, invalid, refused
from tests.fakes.outside import Outside


def create(outside: Outside, name: str, kind: str = "person", document: str | None = None):
    return create_contact(outside.ports, CLERK, outside.operation(), ContactForm(name, kind, document))


def test_contact_is_created_and_found_by_the_beginning_of_its_name(outside: Outside):
    create(outside, "Érica  dos Santos ")
    create(outside, "Maria Érica")
    assert [contact.name for contact in list_contacts(outside.ports, CLERK, "eri")] == ["Érica dos Santos"]


def test_document_comes_back_masked(outside: Outside):
    assert create(outside, "Ana", document="529.982.247-25")["document"] == "***.982.247-**"
    company = create(outside, "Serraria", "organisation", "12.ABC.345/01DE-35")
    assert company["document"] == "12.ABC.***/****-35"


def test_contact_needs_no_document(outside: Outside):
    assert create(outside, "Ana")["document"] is None
    assert create(outside, "Ana", document="  ")["document"] is None


@pytest.mark.parametrize(
    ("kind", "document", "code"),
    [
        ("person", "529.982.247-26", "cpf_invalid"),
        ("person", "111.111.111-11", "cpf_invalid"),
        ("person", "11.222.333/0001-81", "cpf_invalid"),
        ("person", "52998224725x", "cpf_invalid"),
        ("organisation", "11.222.333/0001-82", "cnpj_invalid"),
        ("organisation", "00.000.000/0000-00", "cnpj_invalid"),
        ("organisation", "529.982.247-25", "cnpj_invalid"),
        ("organisation", "12.ABC.345/01DE-36", "cnpj_invalid"),
    ],
)
def test_document_that_does_not_check_is_refused(outside: Outside, kind: str, document: str, code: str):
    with invalid(("document", code)):
        create(outside, "Alguém", kind, document)
    assert not outside.memory.things


def test_contact_has_a_name(outside: Outside):
    with invalid(("name", "required")):
        create(outside, " \t ")


def test_repeated_request_creates_one_contact(outside: Outside):
    again = outside.operation(key="chave")
    first = create_contact(outside.ports, CLERK, again, ContactForm("Ana", "person"))
    assert create_contact(outside.ports, CLERK, again, ContactForm("Ana", "person")) == first
    assert len(list_contacts(outside.ports, CLERK, "")) == 1


def test_profile_that_only_cares_for_the_system_touches_no_contact(outside: Outside):
    with refused("profile_required", Forbidden):
        create_contact(outside.ports, TECHNICIAN, outside.operation(), ContactForm("Ana", "person"))
    with refused("profile_required", Forbidden):
        list_contacts(outside.ports, TECHNICIAN, "")
