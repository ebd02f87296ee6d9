"""Changing what is registered about a document: features.md §1.2, DOC-02, DOC-08, PRO-08, entries 58 and 108 to 111."""

from dataclasses import replace
from datetime import date

import pytest

from chalicelib.application.contacts.create import ContactForm, create_contact
from chalicelib.application.documents.cancel import cancel_document
from chalicelib.application.documents.edit_metadata import edit_metadata
from chalicelib.application.references import DocumentKey
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.digitization import Digitization
from chalicelib.domain.document import Document
from chalicelib.domain.errors import Forbidden, Refused
from chalicelib.domain.process import Named
from tests.application.under_way import CABINET_HEAD, CHIEF, CLERK, HEAD, invalid, received, refused, started
from tests.fakes.outside import Outside

from .office import RESTRICTED, OfficeTables, again, draft_form, drafted, filed, seen, signed


def edit(outside: Outside, document: Document, who=CLERK, **changes):
    operation = outside.operation(who.user.id)
    return edit_metadata(outside.ports, who, operation, document.process, document.id, changes)


def told(outside: Outside, document: Document) -> list[str]:
    return [sentence for _, sentence in outside.memory.sentences(document.process)][2:]


def restricted(outside: Outside) -> Document:
    return drafted(outside, started(outside), form=replace(draft_form(), metadata=RESTRICTED))


def test_what_is_not_sent_stays(outside: Outside):
    document = restricted(outside)
    edit(outside, document, description="Resposta definitiva")
    after = again(outside, document).metadata
    assert (after.description, after.level) == ("Resposta definitiva", AccessLevel.RESTRICTED)
    assert after.legal_basis == document.metadata.legal_basis
    assert told(outside, document)[-1] == "Alterados os dados do documento 0000001 (Ofício 1/2026): descrição"


def test_another_amount_is_told_and_only_its_type_asks_for_one(outside: Outside):
    """DOC-01, DOC-02."""
    document = drafted(outside, started(outside), form=draft_form("empenho", amount=100))
    edit(outside, document, amount=250)
    assert told(outside, document)[-1].endswith(": valor")
    letter = drafted(outside, document.process)
    with invalid(("amount", "not_for_type")):
        edit(outside, letter, amount=250)
    edit(outside, again(outside, document), amount=None)
    assert again(outside, document).metadata.amount is None


def test_restricting_a_document_restricts_the_process(outside: Outside):
    document = drafted(outside, started(outside))
    edit(outside, document, access_level="restricted", legal_basis="pessoal")
    assert outside.memory.process(document.process).effective_level is AccessLevel.RESTRICTED
    assert told(outside, document) == [
        "Alterado nível de acesso do documento 0000001 (Ofício 1/2026) para restrito"
        " (Informação pessoal (Lei 12.527/2011, art. 31))",
        "Alterado nível de acesso geral para restrito",
    ]


def test_opening_the_last_restricted_document_opens_the_process(outside: Outside):
    document = restricted(outside)
    edit(outside, document, access_level="public")
    after = again(outside, document).metadata
    assert (after.level, after.legal_basis) == (AccessLevel.PUBLIC, None)
    assert told(outside, document)[-2:] == [
        "Alterado nível de acesso do documento 0000001 (Ofício 1/2026) para público",
        "Alterado nível de acesso geral para público",
    ]


def test_other_law_is_told_as_such(outside: Outside):
    document = restricted(outside)
    edit(outside, document, legal_basis="preparatorio")
    assert told(outside, document)[-1] == (
        "Alterada hipótese legal do documento 0000001 (Ofício 1/2026) para"
        " Documento preparatório (Lei 12.527/2011, art. 7º, § 3º)"
    )


def test_restriction_needs_its_law(outside: Outside):
    document = drafted(outside, started(outside))
    with invalid(("legal_basis", "legal_basis_required")):
        edit(outside, document, access_level="restricted")
    with invalid(("legal_basis", "legal_basis_required")):
        edit(outside, restricted(outside), legal_basis=None)
    with invalid(("access_level", "level_not_allowed")):
        edit(outside, document, access_level="confidential", legal_basis="sindicancia")


def test_parties_named_before_need_not_exist_any_more(outside: Outside):
    made = create_contact(outside.ports, CLERK, outside.operation(), ContactForm("Maria Souza", "person"))
    form = draft_form(interested_parties=(str(made["id"]),))
    document = drafted(outside, started(outside), form=form)
    outside.memory.things = {
        k: v for k, v in outside.memory.things.items() if getattr(k, "id", "") != made["id"]
    }
    edit(outside, document, description="x")
    assert again(outside, document).metadata.interested_parties[0].name == "Maria Souza"


def test_type_and_law_that_left_the_tables_stop_nobody(outside: Outside):
    class Later(OfficeTables):
        def document_types(self):
            return {}

        def legal_bases(self):
            return {}

    document = restricted(outside)
    outside.tables = Later()
    edit(outside, document, description="x")
    assert again(outside, document).metadata.legal_basis.code == "pessoal"


def test_nothing_changed_is_refused(outside: Outside):
    document = drafted(outside, started(outside))
    for changes in ({}, {"description": ""}):
        with refused("nothing_changed", Refused):
            edit(outside, document, **changes)


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"dated": None}, ("date", "required")),
        ({"dated": date(2026, 11, 24)}, ("date", "in_the_future")),
        ({"format": None}, ("format", "required")),
        ({"format": "digitized"}, ("conformity_check", "required")),
        ({"addressees": ("x",)}, ("addressees", "not_for_type")),
        ({"sender": "x"}, ("sender.0", "contact_unknown")),
    ],
)
def test_edited_file_is_checked_as_when_it_was_filed(outside: Outside, changes, trouble):
    document = filed(outside, started(outside))
    with invalid(trouble):
        edit(outside, document, **changes)
    assert again(outside, document) == document


def test_another_check_of_the_copy_is_told(outside: Outside):
    document = filed(outside, started(outside))
    scanned = Digitization("Maria Silva", date(2026, 11, 23), "Protocolo", "Ana Lima")
    edit(outside, document, format="digitized", conformity_check="copia-simples", digitization=scanned)
    assert told(outside, document) == [
        "Alterados os dados do documento 0000001 (Requerimento 77): formato, dados da digitalização",
        "Alterado tipo de conferência do documento 0000001 (Requerimento 77) para Cópia simples",
    ]


def test_document_digitized_before_these_data_were_asked_is_still_edited(outside: Outside):
    document = filed(outside, started(outside))
    old = replace(
        document.metadata, format="digitized", conformity_check=Named("copia-simples", "Cópia simples")
    )
    outside.memory.things[DocumentKey(document.process, document.id)] = replace(document, metadata=old)
    edit(outside, document, description="Planta")
    assert again(outside, document).metadata == replace(old, description="Planta")


# Who and when


def test_signed_document_keeps_its_signatures(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    edit(outside, document, CHIEF, description="x")
    assert again(outside, document).signatures == document.signatures


def test_document_signed_by_another_unit_is_not_changed(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    seen(outside, document)
    with refused("signed_by_another_unit", Forbidden):
        edit(outside, document, HEAD, description="x")


def test_draft_of_another_unit_is_not_changed(outside: Outside):
    document = drafted(outside, received(outside, keep_open=True))
    with refused("draft_of_another_unit", Forbidden):
        edit(outside, document, HEAD, description="x")


def test_unit_where_the_process_is_not_open_changes_nothing(outside: Outside):
    document = filed(outside, started(outside))
    with refused("process_not_open_here", Forbidden):
        edit(outside, document, CABINET_HEAD, description="x")


def test_cancelled_document_is_not_changed(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    seen(outside, document)
    cancel_document(outside.ports, CLERK, outside.operation(), document.process, document.id, "Engano")
    with refused("document_cancelled", Forbidden):
        edit(outside, document, description="x")
