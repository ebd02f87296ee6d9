"""Starting a process: PRO-02, PRO-03, PRO-05, PRO-08, PRO-10, PRO-11; the idempotency of architecture §3."""

from dataclasses import replace

import pytest

from chalicelib.application.contacts.create import ContactForm, create_contact
from chalicelib.application.processes.start import StartForm, start_process
from chalicelib.domain.errors import Forbidden
from tests.application.under_way import (
    CLERK,
    FOREIGNER,
    FORM,
    HEAD,
    RESTRICTED,
    TECHNICIAN,
    invalid,
    refused,
    started,
)
from tests.fakes.city import HELENA, WORKS, at_work
from tests.fakes.outside import Outside


def start(outside: Outside, actor=CLERK, **changes):
    return start_process(
        outside.ports, actor, outside.operation(actor.user.id), StartForm(replace(FORM, **changes))
    )


def test_started_process_gets_the_next_number_of_its_unit(outside: Outside):
    numbers = [start(outside)["nup"] for _ in range(3)]
    assert [number[:12] for number in numbers] == ["01101.000001", "01101.000002", "01101.000003"]
    assert start(outside, HEAD)["nup"].startswith("01102.000001")
    assert start(outside, FOREIGNER)["nup"].startswith("02001.000001")


def test_number_begins_again_with_the_citys_own_year(outside: Outside):
    outside.now = outside.now.replace(year=2027, month=1, day=1, hour=2)
    assert "/2026-" in start(outside)["nup"]
    outside.later(hours=1)
    assert start(outside)["nup"].startswith("01101.000001/2027-")


def test_refused_start_takes_no_number(outside: Outside):
    with invalid(("type", "type_unknown")):
        start(outside, type="nada")
    assert start(outside)["nup"].startswith("01101.000001")


def test_somebody_who_takes_the_number_first_costs_no_gap_and_no_error(outside: Outside):
    others = iter([None, None])

    def race() -> None:
        if next(others, 0) is None:
            start(outside)

    outside.memory.interrupt = race
    mine = start(outside)["nup"]
    assert sorted(process for process in outside.memory.numbers)[2] == "".join(filter(str.isdigit, mine))
    assert [number[:11] for number in sorted(outside.memory.numbers)] == [
        "01101000001",
        "01101000002",
        "01101000003",
    ]


def test_start_with_a_remark_keeps_both_in_the_history(outside: Outside):
    process = started(outside, remark="  Urgente ")
    assert outside.memory.sentences(process) == [
        ("SEMAD/PROT", "Processo público gerado"),
        ("SEMAD/PROT", "Alterada a observação da unidade"),
    ]
    assert outside.memory.process(process).remarks["semad-prot"].text == "Urgente"


def test_process_names_its_interested_parties(outside: Outside):
    form = ContactForm("Adelaide Fontes", "person")
    contact = str(create_contact(outside.ports, CLERK, outside.operation(), form)["id"])
    process = start(outside, interested_parties=(contact, contact))["id"]
    parties = outside.memory.process(process).registration.interested_parties
    assert [(party.code, party.name) for party in parties] == [(contact, "Adelaide Fontes")]


@pytest.mark.parametrize(
    ("changes", "trouble"),
    [
        ({"type": "nada"}, ("type", "type_unknown")),
        ({"subjects": ()}, ("subjects", "required")),
        ({"subjects": ("01.02.01", "99")}, ("subjects.1", "subject_unknown")),
        ({"subjects": ("01",)}, ("subjects.0", "subject_unknown")),
        ({"interested_parties": ("ninguem",)}, ("interested_parties.0", "contact_unknown")),
        ({"priority": "pressa"}, ("priority", "priority_unknown")),
        ({"access_level": "restricted"}, ("legal_basis", "legal_basis_required")),
        ({"access_level": "restricted", "legal_basis": "nada"}, ("legal_basis", "legal_basis_unknown")),
        ({"access_level": "restricted", "legal_basis": "sindicancia"}, ("legal_basis", "legal_basis_unknown")),
        ({"type": "aberto", "access_level": "restricted", "legal_basis": "pessoal"},
         ("access_level", "level_not_allowed")),
    ],
)  # fmt: skip
def test_wrong_field_is_named(outside: Outside, changes: dict[str, object], trouble: tuple[str, str]):
    with invalid(trouble):
        start(outside, **changes)
    assert not outside.memory.things


def test_who_starts_a_confidential_process_holds_its_only_credential(outside: Outside):
    """SIG-02, PRO-08."""
    secret = {"type": "sigilo", "access_level": "confidential", "legal_basis": "sindicancia"}
    process = outside.memory.process(start(outside, **secret, secrecy_grade="secret")["id"])
    assert [each.seat for each in process.credentials] == [(CLERK.user.id, CLERK.unit.id)]
    assert process.registration.secrecy_grade == "secret"


def test_only_a_confidential_process_has_a_degree_of_secrecy(outside: Outside):
    with invalid(("secrecy_grade", "grade_not_for_level")):
        start(outside, secrecy_grade="secret")


def test_restricted_process_keeps_the_law_that_restricts_it(outside: Outside):
    registration = outside.memory.process(started(outside, RESTRICTED)).registration
    assert registration.legal_basis is not None
    assert registration.legal_basis.name == "Informação pessoal (Lei 12.527/2011, art. 31)"


def test_law_of_a_public_process_is_forgotten(outside: Outside):
    assert (
        outside.memory.process(start(outside, legal_basis="pessoal")["id"]).registration.legal_basis is None
    )


def test_type_of_other_units_is_refused(outside: Outside):
    with refused("type_not_for_unit"):
        start(outside, type="obra")
    assert start(outside, at_work(HELENA, WORKS), type="obra")


def test_profile_that_only_cares_for_the_system_starts_nothing(outside: Outside):
    with refused("profile_required", Forbidden):
        start(outside, TECHNICIAN)


def test_repeated_request_gets_the_first_reply_and_starts_nothing_more(outside: Outside):
    again = outside.operation(key="chave")
    first = start_process(outside.ports, CLERK, again, StartForm(FORM))
    assert start_process(outside.ports, CLERK, again, StartForm(FORM)) == first
    assert len(outside.memory.numbers) == 1


def test_key_that_comes_back_with_another_request_is_refused(outside: Outside):
    start_process(outside.ports, CLERK, outside.operation(key="chave"), StartForm(FORM))
    other = outside.operation(key="chave", digest="outro")
    with refused("idempotency_key_reused"):
        start_process(outside.ports, CLERK, other, StartForm(replace(FORM, specification="Outra")))


def test_same_key_of_two_people_are_two_requests(outside: Outside):
    start_process(outside.ports, CLERK, outside.operation(key="chave"), StartForm(FORM))
    start_process(outside.ports, HEAD, outside.operation("marina.costa", "chave"), StartForm(FORM))
    assert len(outside.memory.numbers) == 2
