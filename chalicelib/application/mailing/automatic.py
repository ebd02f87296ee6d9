"""E-mails that the system writes by itself, from the city's own texts (``mail_templates.yaml``)."""

import re
from collections.abc import Mapping

from chalicelib.application.ports import Ports
from chalicelib.domain.catalogue import is_offered
from chalicelib.domain.errors import Refused
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import Mail, PersonalMail

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
    subject, text = city_text(ports, template, values)
    return Mail(
        id=identifier or ports.identifier(),
        process=process,
        unit=actor.unit,
        by=actor.user,
        at=ports.now(),
        sender=ports.mail_sender,
        sender_name=str(ports.catalogues.tenant().get("short_name", "")),
        to=to,
        subject=subject,
        text=text,
    )


def automatic_letter(ports: Ports, template: str, to: str, values: Mapping[str, str]) -> PersonalMail:
    """An e-mail of the installation's own to one person, about no process. Raises Refused ``email_unavailable``."""
    subject, text = city_text(ports, template, values)
    name = str(ports.catalogues.tenant().get("short_name", ""))
    return PersonalMail(ports.mail_sender, name, (to,), subject, text, ports.now())


def city_text(ports: Ports, template: str, values: Mapping[str, str]) -> tuple[str, str]:
    """(subject, text) of the city's own e-mail, filled in. Raises Refused ``email_unavailable``."""
    check_mail_available(ports)
    texts = {str(row["code"]): row for row in ports.catalogues.plain("mail-templates")}
    if template not in texts:
        raise Refused("email_unavailable", "Falta o texto deste e-mail nas tabelas da instalação.")
    if not is_offered(texts[template]):
        raise Refused("email_unavailable", "A administração desativou este e-mail.")
    known = {"municipio": str(ports.catalogues.tenant().get("municipality", "")), **values}
    return filled(str(texts[template]["subject"]), known), filled(str(texts[template]["text"]), known)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with ``{names}`` replaced; one that nobody knows stays visible."""
    return VARIABLE.sub(lambda found: values.get(found[1], found[0]), text)
