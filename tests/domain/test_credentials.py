"""Credentials of a confidential process (SIG-02 to SIG-06, SIG-09) and the contamination of levels (PRO-08)."""

from dataclasses import replace

import pytest

from chalicelib.application.authorisation import process_resource, subject
from chalicelib.application.confidential.row import credential_rows
from chalicelib.application.inbox.row import inbox_row
from chalicelib.domain.access import AccessLevel, Subject
from chalicelib.domain.credential import MAXIMUM_CREDENTIALS, Ended
from chalicelib.domain.credentialing import grant, renew, renounce, revoke, transfer
from chalicelib.domain.handling import conclude, receive, reopen
from chalicelib.domain.identity import Actor
from chalicelib.domain.organisation import Person
from chalicelib.domain.policy import Action, decide
from chalicelib.domain.process import Change, Named, Process, Registration
from chalicelib.domain.registering import edit
from chalicelib.domain.tying import relate
from tests.fakes.city import ANA, CARLOS, HELENA, MARINA, PERSONNEL, PROTOCOL, at_work
from tests.fakes.city import CABINET as CABINET_UNIT

from .process_examples import (
    PERSONNEL_HEAD,
    PROTOCOL_CLERK,
    after,
    received,
    refused,
    sent,
    sentences,
    started,
)

CHIEF = at_work(CARLOS, PROTOCOL)
BASIS = Named("segredo", "Segredo de justiça")


def secret() -> Process:
    """Started as confidential by Ana."""
    return started(level=AccessLevel.CONFIDENTIAL, legal_basis=BASIS)


def shared() -> Process:
    """Ana let Marina in, who opened it."""
    given = grant(secret(), PROTOCOL_CLERK, MARINA, PERSONNEL, after(1)).process
    return receive(given, PERSONNEL_HEAD, after(2)).process


def at_level(level: AccessLevel) -> Registration:
    return replace(started().registration, level=level, legal_basis=BASIS)


def raised(process: Process, actor: Actor = PROTOCOL_CLERK) -> Change:
    return edit(process, actor, at_level(AccessLevel.CONFIDENTIAL), after(3))


def lowered(process: Process, actor: Actor = PROTOCOL_CLERK) -> Change:
    return edit(process, actor, at_level(AccessLevel.RESTRICTED), after(4))


def holders(process: Process) -> set[tuple[str, str]]:
    return {each.seat for each in process.credentials if each.live}


def acting(actor: Actor) -> Subject:
    """With a profile, and the password given for the process of these examples."""
    return subject(replace(actor, profiles=frozenset({"basic"}), opened=frozenset({"p1"})))


def sees(actor: Actor, process: Process) -> bool:
    return decide(acting(actor), Action.PROCESS_SEE, process_resource(process)).allowed


def test_who_starts_it_holds_the_only_credential():
    process = secret()
    assert holders(process) == {(ANA.id, PROTOCOL.id)}
    assert sees(PROTOCOL_CLERK, process)
    assert not sees(CHIEF, process), "a colleague of the same unit"
    assert not sees(at_work(ANA, PERSONNEL), process), "the same person in another unit"


def test_granting_puts_it_in_front_of_the_other_and_says_so():
    change = grant(secret(), PROTOCOL_CLERK, MARINA, PERSONNEL, after(1))
    assert sentences(change) == [("SEMAD/PROT", f"Credencial concedida para {MARINA.name} (SEMAD/RH)")]
    assert sees(PERSONNEL_HEAD, change.process)
    row = credential_rows(change.process)[(MARINA.id, PERSONNEL.id)]
    assert (row.at_hand, row.row.unread) == (True, True)


def test_nobody_is_let_in_twice_nor_by_a_unit_that_receives_nothing():
    with refused("credential_held"):
        grant(shared(), PROTOCOL_CLERK, MARINA, PERSONNEL, after(3))
    with refused("unit_receives_no_processes"):
        grant(secret(), PROTOCOL_CLERK, MARINA, replace(PERSONNEL, can_receive=False), after(1))


def test_there_is_an_end_to_how_many_are_let_in():
    process = secret()
    for number in range(MAXIMUM_CREDENTIALS - 1):
        process = grant(process, PROTOCOL_CLERK, Person(f"u{number}", "Alguém"), PERSONNEL, after(1)).process
    with refused("too_many_credentials"):
        grant(process, PROTOCOL_CLERK, MARINA, PERSONNEL, after(1))


def test_each_holder_receives_it_once():
    given = grant(secret(), PROTOCOL_CLERK, MARINA, PERSONNEL, after(1)).process
    change = receive(given, PERSONNEL_HEAD, after(2))
    assert sentences(change) == [("SEMAD/RH", "Processo recebido")]
    with refused("process_already_received"):
        receive(change.process, PERSONNEL_HEAD, after(3))


def test_revoking_shuts_out_at_once_and_leaves_the_rest():
    change = revoke(shared(), PROTOCOL_CLERK, MARINA.id, PERSONNEL.id, after(3))
    assert sentences(change) == [("SEMAD/PROT", f"Cassada a credencial de {MARINA.name} (SEMAD/RH)")]
    assert not sees(PERSONNEL_HEAD, change.process)
    assert change.process.open_units == {PROTOCOL.id}
    assert set(credential_rows(change.process)) == {(ANA.id, PROTOCOL.id)}
    with refused("credential_not_found"):
        revoke(change.process, PROTOCOL_CLERK, MARINA.id, PERSONNEL.id, after(4))


def test_only_the_unit_that_gave_it_takes_it_back_and_any_holder_of_that_unit():
    process = grant(shared(), PROTOCOL_CLERK, CARLOS, PROTOCOL, after(3)).process
    process = grant(process, PERSONNEL_HEAD, HELENA, CABINET_UNIT, after(3)).process
    with refused("credential_of_another_unit"):
        revoke(process, PROTOCOL_CLERK, HELENA.id, CABINET_UNIT.id, after(4))
    with refused("own_credential"):
        revoke(process, PROTOCOL_CLERK, ANA.id, PROTOCOL.id, after(4))
    assert (MARINA.id, PERSONNEL.id) not in holders(
        revoke(process, CHIEF, MARINA.id, PERSONNEL.id, after(4)).process
    )


def test_concluding_is_each_holders_own_and_keeps_the_credential():
    """SIG-09."""
    change = conclude(shared(), PERSONNEL_HEAD, after(3))
    assert sentences(change) == [("SEMAD/RH", "Processo concluído")]
    process = change.process
    assert process.open_units == {PROTOCOL.id}
    assert not credential_rows(process)[(MARINA.id, PERSONNEL.id)].at_hand
    assert sees(PERSONNEL_HEAD, process), "found and read without being at hand"
    with refused("process_not_open_in_unit"):
        conclude(process, PERSONNEL_HEAD, after(4))
    again = reopen(process, PERSONNEL_HEAD, after(5))
    assert sentences(again) == [("SEMAD/RH", "Reabertura do processo")]
    assert again.process.open_units == {PROTOCOL.id, PERSONNEL.id}


def test_a_colleague_who_has_it_at_hand_keeps_the_unit_open_but_not_for_who_concluded():
    process = grant(secret(), PROTOCOL_CLERK, CARLOS, PROTOCOL, after(1)).process
    process = conclude(process, PROTOCOL_CLERK, after(2)).process
    assert process.open_units == {PROTOCOL.id}
    resource = process_resource(process)
    ana, carlos = acting(PROTOCOL_CLERK), acting(CHIEF)
    assert decide(ana, Action.CREDENTIAL_GRANT, resource).code == "process_not_open_here"
    assert decide(carlos, Action.CREDENTIAL_GRANT, resource).allowed
    assert decide(ana, Action.PROCESS_REOPEN, resource).allowed


def test_renewing_brings_it_back_on_top_and_unread_and_not_what_was_revoked():
    """SIG-04."""
    process = conclude(shared(), PERSONNEL_HEAD, after(3)).process
    change = renew(process, PROTOCOL_CLERK, MARINA.id, PERSONNEL.id, after(4))
    assert sentences(change) == [("SEMAD/PROT", f"Renovada credencial de {MARINA.name} (SEMAD/RH)")]
    row = credential_rows(change.process)[(MARINA.id, PERSONNEL.id)]
    assert (row.at_hand, row.row.unread, row.row.last_activity_at) == (True, True, after(4))
    revoked = revoke(shared(), PROTOCOL_CLERK, MARINA.id, PERSONNEL.id, after(3)).process
    with refused("credential_not_found"):
        renew(revoked, PROTOCOL_CLERK, MARINA.id, PERSONNEL.id, after(4))


def test_renouncing_needs_somebody_left_and_no_draft_of_ones_own():
    """SIG-05."""
    others = holders(shared()) - {(ANA.id, PROTOCOL.id)}
    change = renounce(shared(), PROTOCOL_CLERK, after(3), others)
    assert sentences(change) == [("SEMAD/PROT", "Renúncia de credencial")]
    assert not sees(PROTOCOL_CLERK, change.process)
    assert change.process.credential(ANA.id, PROTOCOL.id).ended is Ended.RENOUNCED
    with refused("last_credential"):
        renounce(secret(), PROTOCOL_CLERK, after(3), ())
    with refused("last_credential"):
        renounce(shared(), PROTOCOL_CLERK, after(3), {(ANA.id, PROTOCOL.id)})
    with refused("own_drafts"):
        renounce(shared(), PROTOCOL_CLERK, after(3), others, drafts=1)


def test_transferring_leaves_ones_own_credential_also_of_what_was_concluded():
    """SIG-06."""
    process = conclude(secret(), PROTOCOL_CLERK, after(1)).process
    change = transfer(process, PROTOCOL_CLERK, MARINA, PERSONNEL, after(2))
    assert sentences(change) == [("SEMAD/PROT", f"Credencial transferida para {MARINA.name} (SEMAD/RH)")]
    assert holders(change.process) == {(ANA.id, PROTOCOL.id), (MARINA.id, PERSONNEL.id)}


def test_becoming_confidential_leaves_only_who_made_it_so():
    change = raised(started())
    assert sentences(change)[-1] == ("SEMAD/PROT", "Alterado nível de acesso geral para sigiloso")
    assert holders(change.process) == {(ANA.id, PROTOCOL.id)}
    assert inbox_row(change.process, PROTOCOL.id).personal, "no list of the unit shows it"


@pytest.mark.parametrize(
    ("process", "code"),
    [
        (lambda: sent(keep_open=True), "confidential_only_in_own_unit"),
        (lambda: relate(started(), replace(started(), id="p2"), PROTOCOL_CLERK, after(1))[0].process,
         "confidential_tied"),
    ],
)  # fmt: skip
def test_what_others_have_or_speak_of_does_not_become_unseen(process, code):
    with refused(code):
        raised(process())


def test_where_it_passed_and_was_concluded_nobody_sees_it_any_more():
    process = raised(received(), PERSONNEL_HEAD).process
    assert not sees(PROTOCOL_CLERK, process)
    assert inbox_row(process, PROTOCOL.id).personal


def test_ceasing_to_be_confidential_annuls_every_credential():
    change = lowered(shared())
    assert sentences(change)[-2:] == [
        ("SEMAD/PROT", "Alterado nível de acesso geral para restrito"),
        ("SEMAD/PROT", "Anuladas 2 credenciais: o processo deixou de ser sigiloso"),
    ]
    assert holders(change.process) == set()
    assert credential_rows(change.process) == {}
    assert sees(CHIEF, change.process)
    assert change.process.open_units == {PROTOCOL.id, PERSONNEL.id}


def test_raised_again_it_begins_with_one_credential():
    assert holders(raised(lowered(secret()).process).process) == {(ANA.id, PROTOCOL.id)}


def test_nothing_is_tied_to_what_is_secret():
    with refused("confidential_not_tied"):
        relate(replace(started(), id="p2"), secret(), PROTOCOL_CLERK, after(1))


def test_it_is_not_concluded_until_a_day():
    with refused("confidential_not_scheduled"):
        conclude(secret(), PROTOCOL_CLERK, after(1), after(48).date())
