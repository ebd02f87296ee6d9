"""Signing with a key that is not here: prepared here, signed there, finished here (DOC-10).

The key is in a certificate on the signer's side, or in the keeping of gov.br (``govbr``).
"""

from datetime import datetime

from chalicelib.domain.value import dataclass

from .errors import Conflict, Refused
from .retention import Kept, period
from .signature import SignatureLevel
from .taxpayer import bare
from .version import Holder

METHOD = "certificate"
#: By whose key, and what Lei 14.063/2020 (art. 4º) calls the signature: gov.br's certificates are not of ICP-Brasil.
GOVBR = "govbr"
LEVELS = {METHOD: SignatureLevel.QUALIFIED, GOVBR: SignatureLevel.ADVANCED}
#: How long a preparation waits for its signature; the stamp already printed says the hour of its beginning.
PATIENCE = period(Kept.PREPARATIONS)


@dataclass(frozen=True, slots=True)
class Preparation:
    """A signature that was begun; nothing in it is secret, and without the signer's key it is of no use.

    ``digest`` is that of the text, ``printed`` that of everything the page shows, ``base`` that of the signed file
    it is added to, empty for the first. ``pdf`` has the hole where the signature goes, ``state`` what is needed to
    fill it. Of gov.br the certificate comes with the signature, so ``holder`` is not known yet; ``to_sign`` (Base64) is
    the SHA-256 that it is asked to sign.
    """

    id: str
    process: str
    document: str
    user: str
    at: datetime
    role_title: str
    digest: str
    printed: str
    base: str
    holder: Holder | None
    pdf: str
    state: str
    method: str = METHOD
    to_sign: str = ""

    def check(self, identifier: str, now: datetime, method: str = METHOD) -> None:
        """Refuse what is not in progress. Raises Conflict ``preparation_gone``, Refused ``preparation_expired``."""
        if (identifier, method) != (self.id, self.method):
            raise gone()
        if now - self.at > PATIENCE:
            raise Refused("preparation_expired", "Passou mais de uma hora. Comece a assinatura de novo.")

    def check_unchanged(self, printed: str, base: str) -> None:
        """Refuse to finish what is no longer what was prepared. Raises Conflict ``document_changed``."""
        if (printed, base) != (self.printed, self.base):
            raise Conflict(
                "document_changed",
                "O documento mudou, ou outra pessoa o assinou, enquanto você assinava. Comece de novo.",
            )


def gone() -> Conflict:
    """There is no such preparation: it was finished, or another took its place."""
    return Conflict("preparation_gone", "Esta assinatura não está em andamento. Comece de novo.")


def check_registered(taxpayer: str) -> None:
    """Refuse who has no CPF registered: whose certificate it is cannot be told. Raises ``taxpayer_not_registered``."""
    if not taxpayer:
        raise Refused(
            "taxpayer_not_registered",
            "O seu CPF não está no seu cadastro de usuário: sem ele não se sabe se o certificado é seu. "
            "Peça ao administrador que o registre.",
        )


def check_holder(holder: Holder, taxpayer: str) -> None:
    """Refuse the certificate of another person.

    Raises Refused ``taxpayer_not_registered``, ``certificate_without_taxpayer``, ``certificate_of_another``.
    """
    check_registered(taxpayer)
    if not holder.taxpayer:
        raise Refused("certificate_without_taxpayer", "Este certificado não diz o CPF de quem assina.")
    if bare(holder.taxpayer) != bare(taxpayer):
        raise Refused("certificate_of_another", f"Este certificado é de outra pessoa: {holder.name}.")
