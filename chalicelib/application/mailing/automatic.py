"""E-mails that the system writes by itself, from the city's own texts (``mail_templates.yaml``)."""

import re
from collections.abc import Mapping

from chalicelib.application.ports import Ports
from chalicelib.domain.catalogue import is_offered
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import Mail

VARIABLE = re.compile(r"\{(\w+)\}")


def check_mail_available(ports: Ports) -> None:
    """Raises Refused ``email_unavailable`` when the installation has no address to send from."""
    if not ports.mail_sender:
        message = "O envio de e-mails não está disponível nesta instalação."
        raise Refused("email_unavailable", message)


def automatic_mail(
    ports: Ports,
    actor: Actor,
    process: str,
    template: str,
    to: tuple[str, ...],
    values: Mapping[str, str],
    identifier: str = "",
) -> Mail:
    """An e-mail of the installation's own, to be written with the act it tells of: ``work.put_mail(None, …)``.

    ``identifier`` names it after what it tells of, where that may have one only. Raises Refused
    ``email_unavailable``, also when the city has no such text.
    """
    check_mail_available(ports)
    texts = {str(row["code"]): row for row in ports.catalogues.plain("mail-templates")}
    if template not in texts:
        raise Refused("email_unavailable", "Falta o texto deste e-mail nas tabelas da instalação.")
    if not is_offered(texts[template]):
        raise Refused("email_unavailable", "A administração desativou este e-mail.")
    known = {"municipio": str(ports.catalogues.tenant().get("municipality", "")), **values}
    return Mail(
        id=identifier or ports.identifier(),
        process=process,
        unit=actor.unit,
        by=actor.user,
        at=ports.now(),
        sender=ports.mail_sender,
        sender_name=str(ports.catalogues.tenant().get("short_name", "")),
        to=to,
        subject=filled(str(texts[template]["subject"]), known),
        text=filled(str(texts[template]["text"]), known),
    )


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with ``{names}`` replaced; one that nobody knows stays visible."""
    return VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)
