"""E-mails through Amazon SES, as MIME messages with their attachments."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from botocore.exceptions import ClientError, ConnectionClosedError, HTTPClientError, ReadTimeoutError
from botocore.exceptions import ConnectionError as NoConnection

from chalicelib.application.mailing.ports import CarrierRefused, CarrierSilent, NotCarried
from chalicelib.domain.mail import Mail, PersonalMail
from chalicelib.domain.training import marked_subject

# What SES says of an e-mail that it will never send, and what a clerk can do about it.
REASONS = {
    "MessageRejected": "O serviço de e-mail recusou a mensagem: confira o remetente e os anexos.",
    "BadRequestException": "O serviço de e-mail recusou a mensagem: confira os endereços.",
    "MailFromDomainNotVerifiedException": "O endereço da unidade não está habilitado para enviar e-mails.",
    "NotFoundException": "O endereço da unidade não está habilitado para enviar e-mails.",
}


class SesCarrier:
    """Implements ``mailing.ports.Carrier``. The client must not repeat by itself: SES would send it twice.

    Whatever leaves a ``training`` environment says so in its subject.
    """

    def __init__(self, client: Callable[[], Any], training: bool = False) -> None:
        self._client = client
        self._training = training

    def carry(self, mail: Mail | PersonalMail, files: Sequence[bytes]) -> str:
        if self._training:
            mail = replace(mail, subject=marked_subject(mail.subject))
        request = {
            "FromEmailAddress": mail.sender,
            "Destination": {
                "ToAddresses": list(mail.to),
                "CcAddresses": list(mail.copies),
                "BccAddresses": list(mail.blind),
            },
            "Content": {"Raw": {"Data": message(mail, files).as_bytes()}},
        }
        try:
            answer = self._client().send_email(**request)
        except ClientError as error:
            code = error.response["Error"]["Code"]
            if code in REASONS:
                raise CarrierRefused(REASONS[code]) from error
            if error.response["ResponseMetadata"].get("HTTPStatusCode", 500) >= 500:
                raise CarrierSilent from error
            raise NotCarried(code) from error
        except (ReadTimeoutError, ConnectionClosedError) as error:
            raise CarrierSilent from error
        except (HTTPClientError, NoConnection) as error:
            raise NotCarried(type(error).__name__) from error
        return str(answer["MessageId"])


def message(mail: Mail | PersonalMail, files: Sequence[bytes]) -> EmailMessage:
    """The MIME message. Nothing of the CCO is in it; a line break in a subject cannot begin another header."""
    made = EmailMessage(policy=SMTP)
    made["From"] = Address(mail.sender_name, addr_spec=mail.sender)
    made["To"] = ", ".join(mail.to)
    if mail.copies:
        made["Cc"] = ", ".join(mail.copies)
    made["Subject"] = " ".join(mail.subject.split())
    made["Date"] = mail.at
    made.set_content(mail.text)
    for attachment, data in zip(mail.attachments, files, strict=True):
        kind, _, subtype = attachment.media_type.partition("/")
        made.add_attachment(data, maintype=kind, subtype=subtype, filename=attachment.name)
    return made
