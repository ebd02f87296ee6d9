"""The e-mail notice of a sending: written with it, once, or not at all (TRA-01)."""

from typing import Any

from chalicelib.application.bulk.acts import ACTS
from chalicelib.application.routing.send import SendForm, send_process
from chalicelib.domain.mail import Mail
from tests.application.under_way import CLERK, invalid, refused, started
from tests.fakes.city import CABINET, PERSONNEL, PROTOCOL, WORKS, Tables
from tests.fakes.outside import Outside

TEXT = {
    "code": "aviso-de-remessa",
    "subject": "Processo {processo_numero} enviado",
    "text": "{unidade_origem} enviou a {unidade_destino}: {processo_tipo}. {endereco}",
}


def at_work(**changes: Any) -> Outside:
    return Outside(tables=Tables(texts=(TEXT,)), **changes)


def send(outside: Outside, process: str, *units: str, key: str | None = None, notify: bool = True) -> Any:
    form = SendForm(units or (PERSONNEL.id,), notify_by_email=notify)
    return send_process(outside.ports, CLERK, outside.operation(key=key), process, form)


def mails(outside: Outside, process: str) -> list[Mail]:
    return list(outside.ports.reader.mails(process))


def test_one_email_goes_to_the_units_of_a_sending_and_is_named_as_it_is():
    outside = at_work()
    process = started(outside)
    reply = send(outside, process, CABINET.id, PERSONNEL.id)
    (mail,) = mails(outside, process)
    assert mail.id == reply["routings"][0]
    assert mail.to == ("gab@ubatuba.example", "rh@ubatuba.example")
    assert (mail.sender, mail.unit, mail.by) == (outside.mail_sender, PROTOCOL.short, CLERK.user)
    nup = outside.memory.process(process).nup
    assert mail.subject == f"Processo {nup} enviado"
    assert mail.text == "SEMAD/PROT enviou a GAB, SEMAD/RH: Pedido do cidadão. https://iperoig.example"


def test_what_the_process_is_about_stays_out_of_the_email():
    outside = at_work()
    process = started(outside)
    send(outside, process)
    (mail,) = mails(outside, process)
    assert outside.memory.process(process).registration.specification not in mail.subject + mail.text


def test_a_unit_without_address_gets_the_process_and_is_named_as_not_told():
    outside = at_work()
    process = started(outside)
    reply = send(outside, process, WORKS.id, CABINET.id)
    assert reply["not_notified"] == [{"id": "obras", "acronym": "OBRAS"}]
    assert outside.memory.process(process).open_units == {WORKS.id, CABINET.id}
    assert mails(outside, process)[0].to == ("gab@ubatuba.example",)


def test_nothing_is_sent_when_no_unit_could_be_told():
    outside = at_work()
    process = started(outside)
    with invalid(("notify_by_email", "nobody_to_notify")):
        send(outside, process, WORKS.id)
    assert outside.memory.process(process).open_units == {PROTOCOL.id}


def test_nothing_is_sent_when_the_installation_sends_no_email():
    outside = at_work(mail_sender="")
    process = started(outside)
    with refused("email_unavailable"):
        send(outside, process)
    assert outside.memory.process(process).open_units == {PROTOCOL.id}


def test_without_the_option_nobody_is_written_to():
    outside = at_work()
    process = started(outside)
    assert send(outside, process, notify=False)["not_notified"] == []
    assert mails(outside, process) == []


def test_a_repeated_sending_writes_no_second_email():
    outside = at_work()
    process = started(outside)
    assert send(outside, process, key="chave") == send(outside, process, key="chave")
    assert len(mails(outside, process)) == 1


def test_a_refused_sending_leaves_no_email():
    outside = at_work()
    process = started(outside)
    with refused("sent_to_itself"):
        send(outside, process, PROTOCOL.id, CABINET.id)
    assert mails(outside, process) == []


def test_sending_of_many_tells_the_units_as_the_sending_of_one_does():
    outside = at_work()
    process = started(outside)
    form = {
        "units": [CABINET.id],
        "keep_open": False,
        "return_due": None,
        "reopen_on": None,
        "notify_by_email": True,
    }
    ACTS["send"].on_one(outside.ports, CLERK, outside.operation(), process, form)
    assert [mail.to for mail in mails(outside, process)] == [("gab@ubatuba.example",)]
