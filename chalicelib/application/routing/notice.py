"""The e-mail that tells units what was sent to them (TRA-01): one per sending, written in its transaction."""

from chalicelib.application.mailing.automatic import automatic_mail
from chalicelib.application.ports import Ports
from chalicelib.domain.identity import Actor
from chalicelib.domain.mail import Mail
from chalicelib.domain.notice import SENDING_TEXT, Audience
from chalicelib.domain.process import Process


def sending_notice(ports: Ports, actor: Actor, process: Process, told: Audience, sending: str) -> Mail:
    """Named as the sending, so that each has one at most. Number and type only: an e-mail is read by anybody.

    Raises Refused ``email_unavailable``.
    """
    values = {
        "processo_numero": process.nup,
        "processo_tipo": process.registration.type.name,
        "unidade_origem": actor.unit.acronym,
        "unidade_destino": ", ".join(unit.acronym for unit in told.told),
        "endereco": ports.public_address,
    }
    return automatic_mail(ports, actor, process.id, SENDING_TEXT, told.addresses, values, identifier=sending)
