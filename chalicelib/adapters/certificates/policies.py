"""ICP-Brasil's names for a signature in a PDF (DOC-ICP-15.03) and the policy a signature says it follows."""

from asn1crypto import algos
from pyhanko.sign.ades.cades_asn1 import (
    SignaturePolicyId,
    SignaturePolicyIdentifier,
    SigPolicyQualifierInfo,
    SigPolicyQualifierInfos,
)

from chalicelib.domain.value import dataclass

FILTER, SUBFILTER = "/PBAD_PAdES", "/PBAD.PAdES"


@dataclass(frozen=True, slots=True)
class Policy:
    """A signature policy: its name, its number, the digest of it (hex) and where it is published."""

    name: str
    oid: str
    sha256: str
    address: str

    def identifier(self) -> SignaturePolicyIdentifier:
        """As the signed attribute holds it."""
        digest = algos.DigestInfo(
            {"digest_algorithm": {"algorithm": "sha256"}, "digest": bytes.fromhex(self.sha256)}
        )
        where = SigPolicyQualifierInfo({"sig_policy_qualifier_id": "sp_uri", "sig_qualifier": self.address})
        return SignaturePolicyIdentifier(
            {
                "signature_policy_id": SignaturePolicyId(
                    {
                        "sig_policy_id": self.oid,
                        "sig_policy_hash": digest,
                        "sig_policy_qualifiers": SigPolicyQualifierInfos([where]),
                    }
                )
            }
        )


#: Both in force from 2025-07-23 to 2037-10-22. The digest is the ``signPolicyHash`` written inside the policy's own
#: file, not that of the file: public reports of ITI's verifier refuse the other one.
AD_RB = Policy(
    "AD-RB",
    "2.16.76.1.7.1.11.1.3",
    "23e4be4b9b362172e4ebb0e72b86a133ece5aad843d8651c6e38a0ba3f08fc60",
    "http://politicas.icpbrasil.gov.br/PA_PAdES_AD_RB_v1_3.der",
)
AD_RT = Policy(
    "AD-RT",
    "2.16.76.1.7.1.12.1.3",
    "21d6e8d9f85e5626dc71307337a7cabd6ffef8d085038746775cf0ce6ba4d3b5",
    "http://politicas.icpbrasil.gov.br/PA_PAdES_AD_RT_v1_3.der",
)
