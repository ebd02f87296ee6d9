"""E-mails that the system writes by itself, with the city's words (TRA-01)."""

import pytest

from chalicelib.application.mailing.automatic import automatic_mail, filled
from chalicelib.domain.errors import Refused
from tests.fakes.city import ANA, PROTOCOL, Tables, at_work
from tests.fakes.outside import Outside

CLERK = at_work(ANA, PROTOCOL)


def test_an_installation_without_an_address_says_so() -> None:
    with pytest.raises(Refused) as refused:
        automatic_mail(Outside(mail_sender="").ports, CLERK, "p1", "aviso-de-remessa", ("a@b.co",), {})
    assert refused.value.code == "email_unavailable"


def test_a_city_without_the_text_says_so() -> None:
    with pytest.raises(Refused) as refused:
        automatic_mail(Outside().ports, CLERK, "p1", "nunca-escrito", ("a@b.co",), {})
    assert refused.value.code == "email_unavailable"


def test_names_are_filled_in_and_the_unknown_stay_visible() -> None:
    assert filled("{a} e {b}, {a}", {"a": "{b}"}) == "{b} e {b}, {b}"


def test_the_text_of_the_city_is_used() -> None:
    text = {"code": "aviso", "subject": "Processo {nup}", "text": "Chegou {nup}."}
    outside = Outside(tables=Tables(texts=(text,)))
    mail = automatic_mail(outside.ports, CLERK, "p1", "aviso", ("a@b.co",), {"nup": "1/2026"})
    assert (mail.subject, mail.text, mail.sender) == (
        "Processo 1/2026",
        "Chegou 1/2026.",
        outside.mail_sender,
    )
