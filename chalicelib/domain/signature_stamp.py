"""What a signed document says of itself at its foot: signature, authenticity and process (DOC-14).

The sentences are SEI's own; screens and PDF print the same runs of text, so they cannot drift apart.
"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from chalicelib.domain.value import dataclass

from .signature import SignatureLevel

# The stamp states Brasília's official hour wherever in the country the city hall is.
OFFICIAL_ZONE = "America/Sao_Paulo"
_FEMININE = re.compile(r"(lei|portaria|resolução|instrução|deliberação|constituição|norma)\b", re.IGNORECASE)
_WITH_PREPOSITION = re.compile(r"(no|na|nos|nas|em)\s", re.IGNORECASE)
METHODS = {
    "password": "com usuário e senha",
    "certificate": "com certificado digital da ICP-Brasil",
    "govbr": "com a conta gov.br",
}
_PLURAL = re.compile(r"arts\.|artigos\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, bold or not."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class SignatureStamp:
    """One signature as printed: ``signed_at`` is timezone-aware; without a ``level`` none is printed."""

    signer_name: str
    role_title: str
    signed_at: datetime
    level: SignatureLevel | None = None
    method: str = "password"


@dataclass(frozen=True, slots=True)
class Authenticity:
    """How a reader checks the document: ``site`` is printed, ``link`` goes into the QR code."""

    site: str
    link: str
    verifier: str
    crc: str


def signature_runs(stamp: SignatureStamp, founding_norm: str) -> tuple[Run, ...]:
    """“Documento assinado eletronicamente por …”; the norm is the one the city configured."""
    local = stamp.signed_at.astimezone(ZoneInfo(OFFICIAL_ZONE))
    return (
        Run("Documento assinado eletronicamente por "),
        Run(stamp.signer_name, bold=True),
        Run(", "),
        Run(stamp.role_title, bold=True),
        Run(f", em {local:%d/%m/%Y}, às {local:%H:%M}, conforme horário oficial de Brasília"),
        Run(f", com fundamento {grounded_on(founding_norm)}." if founding_norm.strip() else "."),
        *_level_runs(stamp),
    )


def _level_runs(stamp: SignatureStamp) -> tuple[Run, ...]:
    """The level and the method, as Lei 14.063/2020 names them (DOC-14)."""
    if stamp.level is None:
        return ()
    return (
        Run(f" Assinatura eletrônica {stamp.level.label} (Lei nº 14.063/2020), {METHODS[stamp.method]}."),
    )


def authenticity_runs(authenticity: Authenticity) -> tuple[Run, ...]:
    """“A autenticidade deste documento pode ser conferida no site …”."""
    return (
        Run(f"A autenticidade deste documento pode ser conferida no site {authenticity.site}, "),
        Run("informando o código verificador "),
        Run(authenticity.verifier, bold=True),
        Run(" e o código CRC "),
        Run(authenticity.crc, bold=True),
        Run("."),
    )


def reference_line(nup: str, document_number: str) -> str:
    """“Referência: Processo nº … — Documento nº …”."""
    return f"Referência: Processo nº {nup} — Documento nº {document_number}"


def grounded_on(norm: str) -> str:
    """The norm after the preposition that it asks for: “na Lei …”, “no Decreto …”, “nos arts. …”."""
    norm = norm.strip().rstrip(".")
    if _WITH_PREPOSITION.match(norm):
        return norm
    if _PLURAL.match(norm):
        return f"nos {norm}"
    return f"na {norm}" if _FEMININE.match(norm) else f"no {norm}"
