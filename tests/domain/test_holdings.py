"""Acervo de sigilosos: access given back where nobody can open any more (SIG-08)."""

from dataclasses import replace

import pytest

from chalicelib.domain.credential import Ended
from chalicelib.domain.errors import Forbidden, NotFound
from chalicelib.domain.holdings import (
    Reach,
    activate,
    cancel,
    check_in_reach,
    check_place,
    inactive_credential,
)
from tests.fakes.city import ANA, CARLOS, MARINA, PERSONNEL, PROTOCOL, WORKS, at_work

from .process_examples import PROTOCOL_CLERK, after, refused, sentences, started
from .test_credentials import holders, secret, shared
from .test_signing_credentials import asked

KEEPER = at_work(CARLOS, PROTOCOL)
OF_PROTOCOL = Reach(PROTOCOL.id, PROTOCOL.agency)
OF_WORKS = Reach(WORKS.id, WORKS.agency)
OF_AGENCY = Reach(WORKS.id, PROTOCOL.agency, everywhere=True)
OF_ANOTHER_AGENCY = Reach(WORKS.id, "ipmu", everywhere=True)


@pytest.mark.parametrize("reach", [OF_PROTOCOL, OF_AGENCY])
def test_the_unit_reaches_what_its_people_hold_and_the_coordinator_all_of_the_agency(reach: Reach):
    process = secret()
    assert check_in_reach(process, reach) is process


@pytest.mark.parametrize("reach", [OF_WORKS, OF_ANOTHER_AGENCY])
def test_what_is_out_of_reach_does_not_exist(reach: Reach):
    with pytest.raises(NotFound):
        check_in_reach(secret(), reach)


@pytest.mark.parametrize("process", [started(), None])
def test_what_is_not_confidential_is_in_no_holdings(process):
    with pytest.raises(NotFound):
        check_in_reach(process, OF_PROTOCOL)


def test_ended_credentials_give_no_reach():
    held = secret().credential(ANA.id, PROTOCOL.id)
    gone = replace(secret(), credentials=(held.over(Ended.REVOKED, after(1)),))
    with pytest.raises(NotFound):
        check_in_reach(gone, OF_PROTOCOL)


def test_the_unit_activates_in_itself_and_the_coordinator_in_the_agency():
    check_place(PROTOCOL, OF_PROTOCOL)
    check_place(PERSONNEL, OF_AGENCY)
    for reach in (OF_PROTOCOL, OF_ANOTHER_AGENCY):
        with pytest.raises(Forbidden) as refusal:
            check_place(PERSONNEL, reach)
        assert refusal.value.code == "holdings_of_another_unit"


def test_somebody_is_let_in_by_who_cannot_open_it():
    change = activate(secret(), KEEPER, MARINA, PERSONNEL, after(1))
    assert sentences(change) == [
        ("SEMAD/PROT", f"Credencial de {MARINA.name} (SEMAD/RH) ativada por Coordenador de Acervo")
    ]
    assert (MARINA.id, PERSONNEL.id) in holders(change.process)
    assert (CARLOS.id, PROTOCOL.id) not in holders(change.process), "who acts gains nothing"


def test_only_who_no_longer_works_there_loses_the_credential():
    held = inactive_credential(shared(), ANA.id, PROTOCOL.id, OF_PROTOCOL, works=False)
    change = cancel(shared(), KEEPER, held, after(3))
    assert sentences(change) == [
        ("SEMAD/PROT", f"Credencial de {ANA.name} (SEMAD/PROT) cancelada por Coordenador de Acervo")
    ]
    assert change.process.credential(ANA.id, PROTOCOL.id).ended is Ended.CANCELLED
    assert change.process.open_units == {PERSONNEL.id}
    with refused("credential_active"):
        inactive_credential(shared(), ANA.id, PROTOCOL.id, OF_PROTOCOL, works=True)


def test_what_who_left_was_asked_to_sign_waits_for_them_no_more():
    assert asked().signing
    held = inactive_credential(asked(), MARINA.id, PERSONNEL.id, OF_AGENCY, works=False)
    assert cancel(asked(), KEEPER, held, after(3)).process.signing == ()


def test_a_credential_out_of_reach_or_over_is_not_found():
    ended = replace(shared(), credentials=(shared().credential(ANA.id, PROTOCOL.id).over(Ended.CANCELLED, after(3)),))
    for process, reach in ((shared(), OF_WORKS), (shared(), OF_ANOTHER_AGENCY), (ended, OF_PROTOCOL)):
        with pytest.raises(NotFound) as absent:
            inactive_credential(process, ANA.id, PROTOCOL.id, reach, works=False)
        assert absent.value.code == "credential_not_found"


def test_the_last_credential_is_not_cancelled():
    held = inactive_credential(secret(), PROTOCOL_CLERK.user.id, PROTOCOL.id, OF_PROTOCOL, works=False)
    with refused("last_credential"):
        cancel(secret(), KEEPER, held, after(1))
