"""People and organisations outside: interested parties, senders, addressees (CON-01, PRO-10)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """``kind`` is ``person`` or ``organisation``; ``document`` the CPF or CNPJ digits, if known."""

    id: str
    name: str
    kind: str = "person"
    document: str | None = None
    email: str | None = None

    @property
    def masked_document(self) -> str | None:
        """The number as lists show it: the ends hidden (LGPD)."""
        if not self.document:
            return None
        digits = self.document
        if len(digits) == 11:
            return f"***.{digits[3:6]}.{digits[6:9]}-**"
        return f"{digits[:2]}.{digits[2:5]}.***/****-{digits[12:]}"
