"""Editing the registration data of a process: PRO-07, PRO-08, PRO-10, PRO-11."""

from dataclasses import replace

from chalicelib.application.contacts.create import ContactForm, create_contact
from chalicelib.application.processes.edit import edit_process
from chalicelib.application.references import ContactKey, ProcessKey
from chalicelib.domain.catalogue import ProcessType, Subject
from chalicelib.domain.errors import Conflict, Forbidden, NotFound
from chalicelib.domain.process import Named
from tests.application.under_way import (
    CLERK,
    FOREIGNER,
    FORM,
    HEAD,
    RESTRICTED,
    invalid,
    received,
    refused,
    restrict,
    sent,
    started,
    unchanged,
)
from tests.fakes.city import Tables
from tests.fakes.outside import Outside


def edit(outside: Outside, process: str, actor=CLERK, version: int | None = None, **changes):
    seen = outside.memory.process(process).n if version is None else version
    return edit_process(outside.ports, actor, outside.operation(actor.user.id), process, seen, changes)


def test_only_what_was_sent_changes(outside: Outside):
    process = started(outside)
    before = outside.memory.process(process).registration
    assert edit(outside, process, specification="Poda urgente") == {"version": 2}
    assert outside.memory.process(process).registration == replace(before, specification="Poda urgente")


def test_edit_over_a_version_that_is_gone_is_refused(outside: Outside):
    process = started(outside)
    edit(outside, process, specification="De outra pessoa")
    unchanged(outside, process, lambda: edit(outside, process, version=1, specification="Minha"))
    with refused("process_changed", Conflict):
        edit(outside, process, version=1, specification="Minha")


def test_somebody_who_edits_first_is_not_overwritten(outside: Outside):
    process = started(outside)

    def first() -> None:
        outside.memory.interrupt = lambda: None
        edit(outside, process, specification="De outra pessoa")

    outside.memory.interrupt = first
    with refused("process_changed", Conflict):
        edit(outside, process, specification="Minha")
    assert outside.memory.process(process).registration.specification == "De outra pessoa"


def test_remark_goes_with_the_edit_in_one_transaction(outside: Outside):
    process = started(outside)
    edit(outside, process, specification="Poda urgente", remark="Ligar antes")
    assert [sentence for _, sentence in outside.memory.sentences(process)[1:]] == [
        "Alterados os dados do processo: especificação",
        "Alterada a observação da unidade",
    ]


def test_remark_alone_is_an_edit(outside: Outside):
    process = started(outside)
    edit(outside, process, remark="Ligar antes")
    assert outside.memory.sentences(process)[1:] == [("SEMAD/PROT", "Alterada a observação da unidade")]


def test_form_sent_whole_and_untouched_changes_nothing(outside: Outside):
    process = started(outside, remark="nota")
    with refused("nothing_changed"):
        edit(outside, process, **{name: getattr(FORM, name) for name in FORM.__slots__}, remark="nota")


def test_restricting_asks_for_the_law(outside: Outside):
    process = started(outside)
    with invalid(("legal_basis", "legal_basis_required")):
        edit(outside, process, access_level="restricted")
    edit(outside, process, access_level="restricted", legal_basis="pessoal")
    assert outside.memory.process(process).effective_level == "restricted"


def test_type_that_does_not_allow_the_present_level_is_refused(outside: Outside):
    with invalid(("access_level", "level_not_allowed")):
        edit(outside, started(outside, RESTRICTED), type="aberto")


def test_new_type_must_serve_the_unit(outside: Outside):
    with refused("type_not_for_unit"):
        edit(outside, started(outside), type="obra")


def test_type_that_no_longer_serves_the_unit_does_not_block_the_other_fields(outside: Outside):
    process = started(outside)

    class Narrowed(Tables):
        def process_types(self):
            kinds = super().process_types()
            elsewhere = ProcessType("pedido", "Novo nome", allowed_levels=(), units=frozenset({"obras"}))
            return {**kinds, "pedido": elsewhere}

    outside.tables = Narrowed()
    edit(outside, process, specification="Outra")
    assert outside.memory.process(process).registration.type == Named("pedido", "Pedido do cidadão")


def test_retired_subject_stays_until_it_is_changed(outside: Outside):
    process = started(outside)

    class Renewed(Tables):
        def subjects(self):
            return {"01.09": Subject("01.09", "Novo assunto")}

    outside.tables = Renewed()
    edit(outside, process, specification="Outra")
    with invalid(("subjects.0", "subject_unknown")):
        edit(outside, process, subjects=("01.02.01", "01.09"))
    edit(outside, process, subjects=("01.09",))
    assert outside.memory.process(process).registration.subjects == (Named("01.09", "Novo assunto"),)


def test_interested_party_who_left_the_address_book_stays_named(outside: Outside):
    contact = str(
        create_contact(outside.ports, CLERK, outside.operation(), ContactForm("Ivo", "person"))["id"]
    )
    other = str(create_contact(outside.ports, CLERK, outside.operation(), ContactForm("Rui", "person"))["id"])
    process = started(outside, replace(FORM, interested_parties=(contact,)))
    del outside.memory.things[ContactKey(contact)]
    edit(outside, process, interested_parties=(contact, other))
    parties = outside.memory.process(process).registration.interested_parties
    assert [party.name for party in parties] == ["Ivo", "Rui"]
    with invalid(("interested_parties.1", "contact_unknown")):
        edit(outside, process, interested_parties=(contact, "ninguem"))


def test_unit_without_the_process_open_cannot_edit_it(outside: Outside):
    for actor, process in ((HEAD, started(outside)), (CLERK, sent(outside)), (FOREIGNER, started(outside))):
        with refused("process_not_open_here", Forbidden):
            edit(outside, process, actor, specification="Outra")


def test_invisible_process_is_as_absent(outside: Outside):
    process = started(outside)
    restrict(outside, process)
    for identifier in (process, "nada"):
        with refused("not_found", NotFound):
            edit(outside, identifier, FOREIGNER, version=1, specification="Outra")


def test_unit_that_received_it_edits_it(outside: Outside):
    process = received(outside)
    edit(outside, process, HEAD, specification="Outra")
    assert outside.memory.sentences(process)[-1] == (
        "SEMAD/RH",
        "Alterados os dados do processo: especificação",
    )


def test_edit_of_a_deleted_process_is_of_nothing(outside: Outside):
    process = started(outside)
    del outside.memory.things[ProcessKey(process)]
    with refused("not_found", NotFound):
        edit(outside, process, version=1, specification="Outra")
