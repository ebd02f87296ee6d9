"""E-mails as SES gets them: addresses, attachments, and what its refusals mean (DOC-22)."""

import email
import json
import urllib.request
import uuid
from dataclasses import replace
from email import policy
from typing import Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError

from chalicelib.adapters.mail import SesCarrier, message
from chalicelib.application.mailing.ports import CarrierRefused, CarrierSilent, NotCarried
from chalicelib.domain.mail import Attachment
from tests.domain.mail_examples import LETTER

PDF = Attachment("Ofício nº 1.pdf", "application/pdf", 4, "k")


def delivered(stack: Any, subject: str) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{stack.endpoint.url}/_ministack/ses/messages") as answer:
        accounts = json.load(answer)["messages"]
    return [each for account in accounts.values() for each in account if each["Subject"] == subject]


def test_an_email_reaches_ses_once_with_its_addressees(data_stack) -> None:
    subject = f"Processo nº {uuid.uuid4().hex}"
    mail = replace(LETTER, subject=subject, copies=("copia@example.com",), blind=("oculta@example.com",))
    receipt = SesCarrier(lambda: data_stack.client("sesv2")).carry(mail, [])
    (found,) = delivered(data_stack, subject)
    assert receipt == found["MessageId"]
    assert found["To"] == ["eva@example.com"]
    assert (found["CC"], found["BCC"]) == (["copia@example.com"], ["oculta@example.com"])


def test_a_sender_that_nobody_verified_is_refused_in_words(data_stack) -> None:
    with pytest.raises(CarrierRefused) as refused:
        SesCarrier(lambda: data_stack.client("sesv2")).carry(replace(LETTER, sender="a@outra.example"), [])
    assert "recusou" in refused.value.reason


def test_the_message_carries_text_and_files_and_hides_the_blind_copies() -> None:
    mail = replace(LETTER, subject="Olá,\r\nBcc: x@y.br", text="Segue o ofício.", blind=("oculta@example.com",),
                   attachments=(PDF,))  # fmt: skip
    raw = message(mail, [b"%PDF"]).as_bytes()
    read = email.message_from_bytes(raw, policy=policy.default)
    assert b"oculta@example.com" not in raw
    assert (read["Bcc"], read["Subject"]) == (None, "Olá, Bcc: x@y.br")
    assert read.get_body().get_content().strip() == "Segue o ofício."
    (file,) = read.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("Ofício nº 1.pdf", b"%PDF")


def client_error(code: str, status: int) -> ClientError:
    return ClientError({"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}, "SendEmail")


@pytest.mark.parametrize(
    ("training", "subject"),
    [(False, LETTER.subject), (True, f"Ambiente de treinamento — sem valor legal: {LETTER.subject}")],
)
def test_email_of_a_training_environment_says_so_in_its_subject(training: bool, subject: str) -> None:
    """Issue 5 §7: an address of somebody real may be written there by mistake."""
    sent: list[Any] = []

    class Client:
        def send_email(self, **request: Any) -> Any:
            sent.append(email.message_from_bytes(request["Content"]["Raw"]["Data"], policy=policy.default))
            return {"MessageId": "1"}

    SesCarrier(Client, training).carry(LETTER, [b"%PDF"] * len(LETTER.attachments))
    assert [one["Subject"] for one in sent] == [subject]


@pytest.mark.parametrize(
    ("failure", "means"),
    [
        (client_error("TooManyRequestsException", 429), NotCarried),
        (client_error("MessageRejected", 400), CarrierRefused),
        (client_error("InternalFailure", 500), CarrierSilent),
        (EndpointConnectionError(endpoint_url="http://ses"), NotCarried),
        (ReadTimeoutError(endpoint_url="http://ses"), CarrierSilent),
    ],
)
def test_each_failure_says_whether_the_email_may_be_sent_again(failure: Exception, means: type) -> None:
    class Client:
        def send_email(self, **_: Any) -> Any:
            raise failure

    with pytest.raises(means):
        SesCarrier(Client).carry(LETTER, [])
