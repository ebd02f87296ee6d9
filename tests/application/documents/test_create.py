"""Including an authored document: DOC-01, DOC-02, DOC-04, PRO-08; numbers, first text, contacts, level."""

from dataclasses import replace

import pytest

from chalicelib.application.contacts.create import ContactForm, create_contact
from chalicelib.application.documents.create import create_draft
from chalicelib.application.documents.text import variable_values
from chalicelib.application.organisation.catalogues import read_catalogue
from chalicelib.application.references import ProcessKey
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.content import parse, plain_text
from chalicelib.domain.document import DocumentState
from chalicelib.domain.errors import Forbidden, NotFound, Refused
from chalicelib.domain.filing import MAXIMUM_DOCUMENTS
from chalicelib.domain.process import State
from tests.application.under_way import (
    CABINET_HEAD,
    CLERK,
    HEAD,
    TECHNICIAN,
    invalid,
    received,
    refused,
    sent,
    started,
    unchanged,
)
from tests.fakes.city import PERSONNEL
from tests.fakes.outside import Outside

from .office import RESTRICTED, draft_form, drafted, read


def create(outside: Outside, process: str, who=CLERK, **form):
    return create_draft(outside.ports, who, outside.operation(who.user.id), process, draft_form(**form))


def contact(outside: Outside, name: str = "Maria Souza") -> str:
    made = create_contact(outside.ports, CLERK, outside.operation(), ContactForm(name, "person"))
    return str(made["id"])


def text_of(outside: Outside, document, who=CLERK) -> str:
    return plain_text(parse(read(outside, document, who).content))


# DOC-02: where a type is used, and what it asks for


def test_type_of_some_units_is_included_by_them_and_by_nobody_else(outside: Outside):
    process = received(outside, keep_open=True)
    assert create(outside, process, kind="empenho")
    with refused("type_not_for_unit"):
        create(outside, process, HEAD, kind="empenho")
    offered = [{row["code"] for row in read_catalogue(outside.ports, who, "document-types")} for who in (CLERK, HEAD)]
    assert offered[0] - offered[1] == {"empenho"}


def test_document_says_its_amount_where_its_type_has_one(outside: Outside):
    made = drafted(outside, started(outside), form=draft_form("empenho", amount=123_450))
    assert made.metadata.amount == 123_450
    with invalid(("amount", "not_for_type")):
        create(outside, started(outside), amount=100)


def test_amount_is_in_the_text_that_asks_for_it(outside: Outside):
    paid = drafted(outside, started(outside), form=draft_form("empenho", amount=123_450))
    free = drafted(outside, started(outside), form=draft_form("empenho"))
    process = outside.memory.process(paid.process)
    told = [variable_values(outside.ports, process, each, outside.now)["documento_valor"] for each in (paid, free)]
    assert told == ["R$ 1.234,50", ""]


# DOC-01, DOC-02: numbers


def test_document_number_has_seven_digits_and_is_the_installations(outside: Outside):
    first, second = drafted(outside, started(outside)), drafted(outside, received(outside), HEAD)
    assert [first.number, second.number] == ["0000001", "0000002"]


def test_annual_number_of_the_unit_is_gapless_and_each_units_own(outside: Outside):
    process = received(outside, keep_open=True)
    mine = [drafted(outside, process).type_number for _ in range(3)]
    theirs = drafted(outside, process, HEAD).type_number
    assert (mine, theirs) == (["1/2026", "2/2026", "3/2026"], "1/2026")


def test_annual_number_of_the_agency_is_shared_by_its_units(outside: Outside):
    process = received(outside, keep_open=True)
    form = draft_form("portaria")
    numbers = [drafted(outside, process, who, form).type_number for who in (CLERK, HEAD)]
    assert numbers == ["1/2026", "2/2026"]


def test_sequential_number_has_no_year_and_does_not_turn_with_it(outside: Outside):
    process, form = started(outside), draft_form("memorando")
    first = drafted(outside, process, form=form).type_number
    outside.later(days=60)
    assert [first, drafted(outside, process, form=form).type_number] == ["1", "2"]


def test_annual_number_begins_again_with_the_citys_own_year(outside: Outside):
    process = started(outside)
    drafted(outside, process)
    outside.now = outside.now.replace(year=2027, month=1, day=1, hour=2)
    assert drafted(outside, process).type_number == "2/2026"
    outside.later(hours=1)
    assert drafted(outside, process).type_number == "1/2027"


def test_type_without_numbers_has_none(outside: Outside):
    document = drafted(outside, started(outside), form=draft_form("despacho"))
    assert (document.type_number, document.title) == (None, "Despacho")


def test_refused_draft_takes_no_number_of_its_type(outside: Outside):
    process = started(outside)
    with pytest.raises(Forbidden):
        create(outside, process, HEAD)
    assert drafted(outside, process).type_number == "1/2026"


def test_somebody_who_takes_the_number_first_costs_no_gap(outside: Outside):
    process = started(outside)
    others = iter([None])

    def race() -> None:
        if next(others, 0) is None:
            create(outside, process)

    outside.memory.interrupt = race
    mine = drafted(outside, process)
    outside.memory.interrupt = lambda: None
    assert mine.type_number == "2/2026"
    assert drafted(outside, process).type_number == "3/2026"


def test_repeated_request_makes_one_document_and_one_number(outside: Outside):
    process = started(outside)
    operation = outside.operation(key="mesma-operacao")
    first = create_draft(outside.ports, CLERK, operation, process, draft_form())
    assert create_draft(outside.ports, CLERK, operation, process, draft_form()) == first
    assert drafted(outside, process).type_number == "2/2026"


# Metadata


def test_addressees_only_where_the_type_has_them(outside: Outside):
    process, maria = started(outside), contact(outside)
    assert (
        drafted(outside, process, form=draft_form(addressees=(maria,))).metadata.addressees[0].name
        == "Maria Souza"
    )
    with invalid(("addressees", "not_for_type")):
        create(outside, process, kind="despacho", addressees=(maria,))


def test_interested_parties_only_where_the_type_has_them(outside: Outside):
    process, maria = started(outside), contact(outside)
    assert drafted(outside, process, form=draft_form(interested_parties=(maria,))).metadata.interested_parties
    with invalid(("interested_parties", "not_for_type")):
        create(outside, process, kind="nota", interested_parties=(maria,))


@pytest.mark.parametrize(
    ("form", "trouble"),
    [
        ({"kind": "nada"}, ("type", "type_unknown")),
        ({"kind": "requerimento"}, ("type", "type_unknown")),
        ({"access_level": "restricted"}, ("legal_basis", "legal_basis_required")),
        (
            {"access_level": "restricted", "legal_basis": "sindicancia"},
            ("legal_basis", "legal_basis_unknown"),
        ),
        ({"access_level": "confidential"}, ("access_level", "level_not_allowed")),
        ({"interested_parties": ("ninguem",)}, ("interested_parties.0", "contact_unknown")),
        ({"subjects": ("01",)}, ("subjects.0", "subject_unknown")),
    ],
)
def test_wrong_field_is_named(outside: Outside, form, trouble):
    process = started(outside)
    with invalid(trouble):
        create(outside, process, **form)
    assert outside.memory.process(process).document_count == 0


def test_restricted_draft_restricts_the_process(outside: Outside):
    process = started(outside)
    drafted(outside, process, form=replace(draft_form(), metadata=RESTRICTED))
    assert outside.memory.process(process).effective_level is AccessLevel.RESTRICTED
    assert [sentence for _, sentence in outside.memory.sentences(process)][1:] == [
        "Gerado documento restrito 0000001 (Ofício 1/2026) (Informação pessoal (Lei 12.527/2011, art. 31))",
        "Alterado nível de acesso geral para restrito",
    ]


# Who, where, when


def test_draft_is_the_units_who_wrote_it(outside: Outside):
    document = drafted(outside, received(outside), HEAD)
    assert (document.unit, document.author, document.state) == (
        PERSONNEL.short,
        HEAD.user,
        DocumentState.DRAFT,
    )


def test_unit_that_concluded_the_process_writes_in_it_only_if_it_is_of_protocol(outside: Outside):
    process = received(outside)
    assert drafted(outside, process).order == 1
    mine = sent(outside)
    with refused("process_not_open_here", Forbidden):
        create(outside, mine, CABINET_HEAD)


def test_who_only_keeps_the_machines_writes_nothing(outside: Outside):
    process = started(outside)
    unchanged(outside, process, lambda: create(outside, process, TECHNICIAN))


def test_process_that_is_not_there_is_not_found(outside: Outside):
    with pytest.raises(NotFound):
        create(outside, "nada")


@pytest.mark.parametrize("state", [State.ANNEXED, State.LOCKED, State.SUSPENDED])
def test_process_at_rest_takes_no_documents(outside: Outside, state):
    process = started(outside)
    held = outside.memory.process(process)
    outside.memory.things[ProcessKey(process)] = replace(held, state=state)
    unchanged(outside, process, lambda: create(outside, process))


def test_tree_that_is_full_is_refused(outside: Outside):
    process = started(outside)
    held = outside.memory.process(process)
    outside.memory.things[ProcessKey(process)] = replace(held, document_count=MAXIMUM_DOCUMENTS)
    with refused("process_full", Refused):
        create(outside, process)
