"""Lists of revoked certificates, from where the authorities themselves say they publish them."""

import time
from collections.abc import Iterable, Iterator
from urllib.error import URLError
from urllib.parse import urlsplit

from asn1crypto import crl, x509

from chalicelib.domain.errors import Unavailable

from .asking import STRAIGHT

SECONDS, LARGEST = 5, 32 * 1024 * 1024
#: A list is asked for again after this long: authorities publish theirs every few hours.
KEPT_SECONDS = 15 * 60

_kept: dict[str, tuple[float, bytes]] = {}


def revocations(certificates: Iterable[x509.Certificate]) -> tuple[bytes, ...]:
    """The lists (DER) that these certificates of trusted authorities name. Raises Unavailable."""
    found = []
    for addresses in dict.fromkeys(places for one in certificates for places in _places(one)):
        found.append(_first(addresses))
    return tuple(found)


def _places(certificate: x509.Certificate) -> Iterator[tuple[str, ...]]:
    """For each list, where it is published; the first that answers will do."""
    for point in certificate.crl_distribution_points:
        name = point["distribution_point"]
        addresses = [one.native for one in name.chosen] if name.name == "full_name" else []
        wanted = tuple(one for one in addresses if urlsplit(str(one)).scheme in ("http", "https"))
        if wanted:
            yield wanted


def _first(addresses: tuple[str, ...]) -> bytes:
    for address in addresses:
        until, known = _kept.get(address, (0.0, b""))
        if time.monotonic() < until:
            return known
        try:
            with STRAIGHT.open(address, timeout=SECONDS) as answer:
                data: bytes = answer.read(LARGEST + 1)
            if len(data) <= LARGEST and crl.CertificateList.load(data, strict=True)["tbs_cert_list"].native:
                _kept[address] = (time.monotonic() + KEPT_SECONDS, data)
                return data
        except (URLError, OSError, ValueError, TypeError):
            continue
    raise Unavailable(
        "revocation_unavailable",
        "A autoridade certificadora não respondeu se o certificado foi revogado. Tente de novo em instantes.",
    )


def forget() -> None:
    """Drop what this container keeps."""
    _kept.clear()
