"""Whose certificate it is, read from where ICP-Brasil's certificates say it (DOC-ICP-04)."""

import re
from collections.abc import Iterator

from asn1crypto import core, x509

from chalicelib.domain.version import Holder

#: Data of the holder, or of who answers for a company's certificate: birth (8 digits), CPF (11), and more.
PERSON, RESPONSIBLE = "2.16.76.1.3.1", "2.16.76.1.3.4"
_DATA = re.compile(r"\d{8}(\d{11})")
_NAMED = re.compile(r"(.*):(\d{11}|\d{14})")


def holder_of(certificate: x509.Certificate) -> Holder:
    """The holder; ``taxpayer`` is empty when the certificate does not say it."""
    common = str(certificate.subject.native.get("common_name", ""))
    named = _NAMED.fullmatch(common)
    issuer = certificate.issuer.native.get("common_name") or certificate.issuer.human_friendly
    taxpayer = next(_taxpayers(certificate), "")
    if not taxpayer and named and len(named[2]) == 11:
        taxpayer = named[2]
    return Holder(named[1] if named else common, taxpayer, str(certificate.serial_number), str(issuer))


def _taxpayers(certificate: x509.Certificate) -> Iterator[str]:
    names = certificate.subject_alt_name_value or ()
    for wanted in (PERSON, RESPONSIBLE):
        for name in names:
            if name.name != "other_name" or name.chosen["type_id"].dotted != wanted:
                continue
            found = _DATA.match(_text(name.chosen["value"]))
            if found and found[1] != "0" * 11:
                yield found[1]


def _text(value: core.Any) -> str:
    """An octet string by the norm; authorities also write it as text."""
    held = value.parsed
    if isinstance(held, core.OctetString):
        return bytes(held).decode("latin-1")
    return str(held.native)
