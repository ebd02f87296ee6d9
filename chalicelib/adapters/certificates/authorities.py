"""Whether a certificate is of an authority that the city believes, in force, and not revoked."""

from asyncio import run
from collections.abc import Sequence

from asn1crypto import x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    ExpiredError,
    InsufficientRevinfoError,
    NotYetValidError,
    PathBuildingError,
    PathError,
    RevokedError,
    ValidationError,
)

from chalicelib.domain.errors import DomainError, Refused, Unavailable

#: What a certificate must be for, to sign documents.
USAGE = {"digital_signature", "non_repudiation"}


def trusted_path(
    chain: Sequence[x509.Certificate], context: ValidationContext
) -> tuple[x509.Certificate, ...]:
    """From the first of ``chain`` up to a trusted root: only these say where they would be revoked.

    Raises Refused ``certificate_expired``, ``certificate_revoked``, ``certificate_not_trusted``; Unavailable
    ``revocation_unavailable``.
    """
    try:
        judge = CertificateValidator(chain[0], chain[1:], context)
        path = run(judge.async_validate_usage(USAGE))  # type: ignore[no-untyped-call]
    except (PathError, ValidationError) as error:
        raise _refusal(error) from error
    return tuple(path.iter_certs(include_root=False))


def _refusal(error: Exception) -> DomainError:
    if isinstance(error, RevokedError):
        return Refused("certificate_revoked", "Este certificado foi revogado por quem o emitiu.")
    if isinstance(error, (ExpiredError, NotYetValidError)):
        return Refused("certificate_expired", "Este certificado está fora do prazo de validade.")
    if isinstance(error, InsufficientRevinfoError):
        return Unavailable(
            "revocation_unavailable",
            "Não há notícia recente de que o certificado não foi revogado. Tente de novo em instantes.",
        )
    if isinstance(error, PathBuildingError):
        return Refused(
            "certificate_not_trusted", "Este certificado não foi emitido por uma autoridade da ICP-Brasil."
        )
    return Refused("certificate_not_trusted", "Este certificado não serve para assinar documentos aqui.")
