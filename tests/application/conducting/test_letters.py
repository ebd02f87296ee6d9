"""What becomes due, or is late, is told by e-mail: once per moment, to whom it concerns, never what it is about
(TRA-03, TRA-07, issue 4 §8)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.application.conducting.flow_plan import StepOccasion
from chalicelib.application.conducting.mark_step_overdue import mark_step_overdue
from chalicelib.application.conducting.plan import Occasion, moments
from chalicelib.application.conducting.ports import Notice
from chalicelib.application.conducting.write_letter import write_letter
from chalicelib.application.references import FlowRunKey, ProcessKey, UserKey
from chalicelib.application.routing.assign import Assignment, assign_process
from chalicelib.application.routing.receive import receive_process
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.access import AccessLevel
from chalicelib.domain.identity import User
from tests.application.under_way import DUE, HEAD, awaited, received, sent
from tests.domain.flow_examples import parallel
from tests.fakes.city import CABINET, MARINA, PERSONNEL, PROTOCOL, TENANT, Tables
from tests.fakes.outside import Outside

VALUES = "{processo_numero}|{processo_tipo}|{endereco}|{unidade}|{prazo}"
TEXTS = tuple(
    {"code": code, "subject": code, "text": f"{VALUES}|{more}"}
    for code, more in {
        "aviso-de-etapa-a-vencer": "{fluxo}|{etapa}",
        "aviso-de-etapa-vencida": "{fluxo}|{etapa}",
        "aviso-de-recebimento-pendente": "{unidade_origem}|{enviado_em}",
        "aviso-de-retorno-a-vencer": "{unidade_origem}",
        "aviso-de-retorno-vencido": "{unidade_origem}",
    }.items()
)
ADDRESS = "https://iperoig.example"
OVERDUE_AT = datetime(2026, 12, 1, 3, tzinfo=UTC)
OVERDUE = "2026-12-01T03:00:00Z"


class UnderTheCabinet(Tables):
    """Personnel answers to the Cabinet."""

    def units(self):
        return {**super().units(), PERSONNEL.id: replace(PERSONNEL, parent=CABINET.id)}


def at_work(**changes):
    return Outside(tables=Tables(texts=TEXTS), **changes)


def side_by_side(outside, *, level=AccessLevel.PUBLIC, people=()):
    """Personnel and Works have a step each; ``people``: (unit, who has the process in hand)."""
    process, run = parallel()
    presences = dict(process.presences)
    for unit, person in people:
        presences[unit] = replace(presences[unit], assignee=person)
    registration = replace(process.registration, level=level)
    process = replace(process, presences=presences, registration=registration)
    outside.memory.things |= {ProcessKey("p1"): process, FlowRunKey("p1"): run}
    return run


def known(outside, person, email):
    outside.memory.things[UserKey(person.id)] = User(person.id, TENANT, person.name, "pmu", email)


def reminder(at="2.0.1", until="2026-11-28T12:00:00Z"):
    return Notice(TENANT, "p1", f"i0.{at}", StepOccasion.REMINDER.value, until)


def mails(outside, process="p1"):
    return sorted((mail.subject, mail.to, mail.text) for mail in outside.ports.reader.mails(process))


def test_unit_of_a_step_about_to_be_due_is_told_once():
    outside = at_work()
    side_by_side(outside)
    assert [write_letter(outside.ports, reminder()) for _ in range(3)] == [True] * 3
    text = f"01101.000001/2026-26|Pedido do cidadão|{ADDRESS}|SEMAD/RH|30/11/2026|Pedido|Pessoal"
    assert mails(outside) == [("aviso-de-etapa-a-vencer", ("rh@ubatuba.example",), text)]


def test_each_moment_of_a_step_has_an_email_of_its_own():
    """A pause moved the deadline: the new one is reminded too."""
    outside = at_work()
    side_by_side(outside)
    for until in ("2026-11-28T12:00:00Z", "2026-12-03T12:00:00Z"):
        write_letter(outside.ports, reminder(until=until))
    assert len(mails(outside)) == 2


def test_who_has_the_process_in_hand_in_the_unit_of_the_step_is_told_too():
    outside = at_work()
    side_by_side(outside, people=[(PERSONNEL.id, MARINA)])
    known(outside, MARINA, "marina@ubatuba.example")
    write_letter(outside.ports, reminder())
    assert mails(outside)[0][1] == ("rh@ubatuba.example", "marina@ubatuba.example")


def overdue(outside, at="2.0.1"):
    outside.now = OVERDUE_AT + timedelta(minutes=1)
    return mark_step_overdue(outside.ports, "p1", "i0", at, OVERDUE)


def test_unit_of_an_overdue_step_and_the_one_it_went_up_to_are_told_in_the_act_itself_once():
    outside = Outside(tables=UnderTheCabinet(texts=TEXTS))
    side_by_side(outside)
    assert [overdue(outside) for _ in range(2)] == [True, True]
    text = f"01101.000001/2026-26|Pedido do cidadão|{ADDRESS}|SEMAD/RH e GAB|30/11/2026|Pedido|Pessoal"
    assert mails(outside) == [
        ("aviso-de-etapa-vencida", ("rh@ubatuba.example", "gab@ubatuba.example"), text)
    ]


@pytest.mark.parametrize("why", ["confidential", "no sender", "text withdrawn", "no address", "another run"])
def test_nobody_is_written_to_where_nobody_may_or_can_be(why):
    outside = at_work(mail_sender="" if why == "no sender" else "a@ubatuba.example")
    if why == "text withdrawn":
        outside.tables = Tables(texts=tuple(one | {"active": False} for one in TEXTS))
    side_by_side(outside, level=AccessLevel.CONFIDENTIAL if why == "confidential" else AccessLevel.PUBLIC)
    notice = reminder("2.1.1" if why == "no address" else "2.0.1")
    if why == "another run":
        notice = replace(notice, routing="i9.2.0.1")
    assert write_letter(outside.ports, notice) is False
    assert mails(outside) == []


def test_step_is_overdue_all_the_same_where_nobody_can_be_written_to():
    outside = at_work(mail_sender="")
    side_by_side(outside)
    assert overdue(outside) is True
    assert outside.memory.things[FlowRunKey("p1")].find("2.0.1").overdue_at == outside.now
    assert mails(outside) == []


def moment(outside, process, occasion):
    (routing,) = outside.memory.process(process).routings
    found = next(one for one in moments(routing, outside.ports.zone) if one.occasion is occasion)
    return Notice(TENANT, process, routing.id, occasion.value, found.until)


def nup(outside, process):
    return outside.memory.process(process).nup


def test_unit_that_did_not_open_what_was_sent_to_it_is_told():
    outside = at_work()
    process = sent(outside)
    notice = moment(outside, process, Occasion.REMINDER)
    assert [write_letter(outside.ports, notice) for _ in range(2)] == [True, True]
    text = f"{nup(outside, process)}|Pedido do cidadão|{ADDRESS}|SEMAD/RH||SEMAD/PROT|23/11/2026"
    assert mails(outside, process) == [("aviso-de-recebimento-pendente", ("rh@ubatuba.example",), text)]


def test_unit_that_waits_for_a_late_return_is_told_with_the_one_that_owes_it():
    outside = at_work()
    process = received(outside)
    order = SendForm((CABINET.id,), keep_open=True, return_due=DUE)
    send_process(outside.ports, HEAD, outside.operation(HEAD.user.id), process, order)
    write_letter(outside.ports, moment(outside, process, Occasion.OVERDUE))
    ((subject, told, text),) = mails(outside, process)
    assert (subject, told) == ("aviso-de-retorno-vencido", ("gab@ubatuba.example", "rh@ubatuba.example"))
    assert text.endswith("|GAB|01/12/2026|SEMAD/RH")


def test_unit_that_must_give_it_back_is_told_in_time_and_so_is_who_has_it_in_hand():
    outside = at_work()
    process, _ = awaited(outside)
    receive_process(outside.ports, HEAD, outside.operation(), process)
    assign_process(outside.ports, HEAD, outside.operation(), process, Assignment(MARINA.id, None))
    known(outside, MARINA, "marina@ubatuba.example")
    for occasion in (Occasion.REMINDER, Occasion.OVERDUE):
        write_letter(outside.ports, moment(outside, process, occasion))
    day = DUE.date.strftime("%d/%m/%Y")
    text = f"{nup(outside, process)}|Pedido do cidadão|{ADDRESS}|SEMAD/RH|{day}|SEMAD/PROT"
    told = ("rh@ubatuba.example", "marina@ubatuba.example")
    assert PROTOCOL.mailboxes == (), "who waits has no address, and looks at its calendar"
    assert mails(outside, process) == [
        ("aviso-de-retorno-a-vencer", told, text),
        ("aviso-de-retorno-vencido", told, text),
    ]


def test_return_that_was_given_back_meanwhile_is_not_told():
    outside = at_work()
    process, _ = awaited(outside)
    notice = moment(outside, process, Occasion.OVERDUE)
    held = outside.memory.process(process)
    outside.memory.things[ProcessKey(process)] = replace(held, routings=())
    assert write_letter(outside.ports, notice) is False
    assert write_letter(outside.ports, replace(notice, process="gone")) is False
