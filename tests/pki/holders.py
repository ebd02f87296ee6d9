"""A public key infrastructure of the tests' own: root, authority, signers, time authority, lists of revoked ones."""

from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any

from asn1crypto import core, keys
from asn1crypto import x509 as der
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

NOW = datetime.now(UTC).replace(microsecond=0)
YEAR = timedelta(days=365)


def personal_data(cpf: str) -> x509.OtherName:
    """Birth, CPF and the rest, as DOC-ICP-04 writes them in a person's certificate."""
    text = f"01011980{cpf}{'0' * 26}SSPSP"
    return x509.OtherName(x509.ObjectIdentifier("2.16.76.1.3.1"), core.OctetString(text.encode()).dump())


class Holder:
    """A certificate and its key, which never leaves this object but to sign."""

    def __init__(
        self,
        name: str,
        above: "Holder | None" = None,
        kind: str = "rsa",
        use: str = "sign",
        *,
        listed_at: str = "",
        cpf: str = "",
        days: int = 365,
    ) -> None:
        self._listed_at, self._cpf, self._days = listed_at, cpf, days
        self.key: Any = (
            ec.generate_private_key(ec.SECP256R1())
            if kind == "ec"
            else rsa.generate_private_key(public_exponent=65537, key_size=2048)
        )
        self.above = above
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.certificate = self._issue(use)

    def _issue(self, use: str) -> x509.Certificate:
        signer = self.above or self
        authority = use == "authority"
        made = (
            x509.CertificateBuilder()
            .subject_name(self.name)
            .issuer_name(signer.name)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - YEAR)
            .not_valid_after(NOW + timedelta(days=self._days))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self.key.public_key()), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.key.public_key()), critical=False
            )
            .add_extension(
                x509.KeyUsage(
                    digital_signature=not authority, content_commitment=not authority, key_encipherment=False,
                    data_encipherment=False, key_agreement=False, key_cert_sign=authority, crl_sign=authority,
                    encipher_only=False, decipher_only=False,
                ),
                critical=True,
            )
        )  # fmt: skip
        if use == "time":
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            made = made.add_extension(usage, critical=True)
        if self._listed_at:
            place = x509.DistributionPoint([x509.UniformResourceIdentifier(self._listed_at)], None, None, None)
            made = made.add_extension(x509.CRLDistributionPoints([place]), critical=False)
        if self._cpf:
            made = made.add_extension(x509.SubjectAlternativeName([personal_data(self._cpf)]), critical=False)
        return made.sign(signer.key, SHA256())

    @cached_property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    def sign(self, data: bytes) -> bytes:
        """What a card, a file or a cloud does with the bytes it is given."""
        if isinstance(self.key, ec.EllipticCurvePrivateKey):
            return self.key.sign(data, ec.ECDSA(SHA256()))
        made: bytes = self.key.sign(data, padding.PKCS1v15(), SHA256())
        return made

    def revocations(self, *revoked: "Holder") -> bytes:
        """The list of this authority (DER)."""
        made = x509.CertificateRevocationListBuilder().issuer_name(self.name)
        made = made.last_update(NOW - timedelta(days=1)).next_update(NOW + timedelta(days=30))
        made = made.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
        ).add_extension(x509.CRLNumber(1), critical=False)
        for holder in revoked:
            entry = x509.RevokedCertificateBuilder().serial_number(holder.certificate.serial_number)
            made = made.add_revoked_certificate(entry.revocation_date(NOW - timedelta(hours=12)).build())
        return made.sign(self.key, SHA256()).public_bytes(Encoding.DER)


ROOT = Holder("AC Raiz de Prova", use="authority")
AUTHORITY = Holder("AC de Prova", ROOT, use="authority")
ANA = Holder("ANA LIMA:12345678909", AUTHORITY)
CARLOS = Holder("CARLOS MOURA:98765432100", AUTHORITY, kind="ec")
CLOCK = Holder("ACT de Prova", AUTHORITY, use="time")


def chain(holder: Holder) -> list[bytes]:
    """As the signer's side sends it: the certificate and the authority above it."""
    return [holder.der, AUTHORITY.der]


def timestamper(clock: Holder = CLOCK, at: datetime | None = NOW) -> DummyTimeStamper:
    """A time authority; without ``at`` it gives the hour it is."""
    key = clock.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    assert clock.above
    return DummyTimeStamper(
        der.Certificate.load(clock.der),
        keys.PrivateKeyInfo.load(key),
        certs_to_embed=SimpleCertificateStore.from_certs([der.Certificate.load(clock.above.der)]),
        fixed_dt=at,
    )
