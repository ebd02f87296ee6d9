"""People and organisations outside: interested parties, senders, addressees (CON-01, PRO-10)."""

from datetime import datetime

from chalicelib.domain.value import dataclass

from . import taxpayer
from .errors import FieldError, InvalidRequest

#: How whoever had their data erased is called.
ERASED_NAME = "Pessoa com dados eliminados"


@dataclass(frozen=True, slots=True)
class Contact:
    """``kind`` is ``person`` or ``organisation``; ``document`` the bare CPF or CNPJ, if known.

    ``erased_at``: since when nothing more is known of it (LGPD, art. 18).
    """

    id: str
    name: str
    kind: str = "person"
    document: str | None = None
    email: str | None = None
    erased_at: datetime | None = None

    @property
    def masked_document(self) -> str | None:
        """The number as lists show it: the ends hidden (LGPD)."""
        if not self.document:
            return None
        digits = self.document
        if len(digits) == 11:
            return f"***.{digits[3:6]}.{digits[6:9]}-**"
        return f"{digits[:2]}.{digits[2:5]}.***/****-{digits[12:]}"


def new_contact(
    identifier: str, name: str, kind: str, document: str | None = None, email: str | None = None
) -> Contact:
    """A contact whose document, if given, is a valid one of its kind (PRO-10).

    Raises InvalidRequest: ``name`` ``required``, ``document`` ``cpf_invalid`` or ``cnpj_invalid``.
    """
    plain = " ".join(name.split())
    if not plain:
        raise InvalidRequest(FieldError("name", "required", "Informe o nome."))
    number = taxpayer.bare(document) if document else ""
    if number and kind == "person" and not taxpayer.is_cpf(number):
        raise InvalidRequest(
            FieldError("document", "cpf_invalid", "O CPF não confere. Verifique os números.")
        )
    if number and kind == "organisation" and not taxpayer.is_cnpj(number):
        message = "O CNPJ não confere. Verifique os números e as letras."
        raise InvalidRequest(FieldError("document", "cnpj_invalid", message))
    return Contact(identifier, plain, kind, number or None, email or None)
