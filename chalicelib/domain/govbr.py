"""Signing with the gov.br account: what the city sets up, and every way it may fail, in words (DOC-10, ACC-11).

The contract is the one of the "Manual de integração da API de assinatura eletrônica" of the federal government.
"""

import hmac
from datetime import timedelta

from chalicelib.domain.value import dataclass

from .errors import DomainError, Refused, Unavailable

#: One authorisation signs one digest (``sign``) or, while it lasts, several (``signature_session``).
ONE, MANY = "sign", "signature_session"
#: How many documents may go with one authorisation: it lasts ten minutes, and a request half a minute.
MAXIMUM = 50
#: How long the browser remembers that it sent somebody to gov.br.
PATIENCE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class GovbrSignature:
    """The city's agreement with gov.br: ``authorise``, ``token`` and ``api`` are addresses, ``client`` its name there.

    ``authorities`` (DER, Base64) are those of gov.br whose certificates the city believes. The secret is not here.
    """

    authorise: str
    token: str
    api: str
    client: str
    authorities: tuple[str, ...]


def scope(documents: int) -> str:
    """What is asked of the person at gov.br."""
    return ONE if documents == 1 else MANY


def check_state(kept: str, told: str) -> None:
    """Refuse an authorisation that this browser did not ask for. Raises Refused ``govbr_state_mismatch``."""
    if not kept or not hmac.compare_digest(kept.encode(), told.encode()):
        raise refusal("govbr_state_mismatch")


def refusal(code: str) -> DomainError:
    """What is told of each trouble; those that pass by themselves are Unavailable."""
    passing = code in PASSING
    return (Unavailable if passing else Refused)(code, (PASSING if passing else LASTING)[code])


LASTING = {
    "govbr_not_offered": "A assinatura com a conta gov.br não está configurada nesta instalação.",
    "govbr_state_mismatch": (
        "Esta autorização do gov.br não foi pedida neste navegador, ou foi pedida há mais de dez minutos. "
        "Nenhum documento foi assinado: autorize de novo."
    ),
    "govbr_code_refused": (
        "Esta autorização do gov.br já foi usada ou venceu. Os documentos continuam como estavam: autorize de novo."
    ),
    "govbr_client_refused": (
        "O gov.br não reconheceu este sistema. Nenhum documento foi assinado: avise o administrador."
    ),
    "govbr_token_refused": (
        "A autorização do gov.br terminou antes de assinar este documento. Ele continua como estava: autorize de novo."
    ),
    "govbr_account_level": (
        "A assinatura exige conta gov.br de nível prata ou ouro, e a sua é bronze. Aumente o nível no aplicativo "
        "gov.br ou em gov.br/conta e assine de novo."
    ),
    "govbr_taxpayer_irregular": (
        "Para a Receita Federal o seu CPF está cancelado, nulo ou é de pessoa falecida, e o gov.br não assina com ele. "
        "Procure a Receita Federal."
    ),
    "govbr_refused": "O gov.br recusou a assinatura. O documento continua como estava.",
    "govbr_answer_unreadable": (
        "O gov.br respondeu com algo que não é uma assinatura. O documento continua como estava: autorize de novo."
    ),
    "govbr_signature_of_another": (
        "A assinatura que veio do gov.br é de outro documento. Este continua como estava: autorize de novo."
    ),
    "govbr_certificate_not_trusted": (
        "O certificado que veio com a assinatura não é de uma autoridade do gov.br. O documento continua como estava: "
        "avise o administrador."
    ),
}
PASSING = {
    "govbr_busy": "O gov.br está recebendo pedidos demais. Aguarde um minuto e autorize de novo.",
    "govbr_unavailable": "O gov.br não respondeu. Nada foi perdido: tente de novo em alguns minutos.",
}
