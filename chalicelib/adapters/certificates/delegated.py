"""A PDF signed by somebody else's service: it is sent the digest of the file and sends back the whole CMS.

The dictionary is the one that gov.br's manual asks for; the first signature also says what may still be done to the
file (DocMDP, ``P`` 2: fill in forms and sign), by ``/Reference`` only: the manual advises against ``/Perms``.
"""

import json
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import cms
from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NumberObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers.pdf_byterange import PdfSignedData, PreparedByteRangeDigest

from chalicelib.domain.govbr import refusal

from .pades import DIGEST, RESERVED, Prepared, make_room


class _GovbrSignature(PdfSignedData):
    """The signature dictionary of the manual's recommendations."""

    def __init__(self, at: datetime) -> None:
        super().__init__(pdf_name("/Sig"), SigSeedSubFilter.ADOBE_PKCS7_DETACHED, at, RESERVED)


def prepare(pdf: bytes, field: str, at: datetime, first: bool) -> Prepared:
    """Make room for a CMS; ``first``: nobody signed the file before. What is to be signed is the SHA-256 itself."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    dictionary = _GovbrSignature(at)
    if first:
        dictionary[pdf_name("/Reference")] = ArrayObject([writer.add_object(_certifies(writer))])
    hole, output = make_room(writer, field, dictionary)
    state = {
        "digest": hole.document_digest.hex(),
        "hole": [hole.reserved_region_start, hole.reserved_region_end],
    }
    return Prepared(hole.document_digest, json.dumps(state, sort_keys=True), output)


def _certifies(writer: IncrementalPdfFileWriter) -> DictionaryObject:
    allowed = {"/Type": pdf_name("/TransformParams"), "/P": _number(2), "/V": pdf_name("/1.2")}
    return _dictionary(
        {
            "/Type": pdf_name("/SigRef"),
            "/TransformMethod": pdf_name("/DocMDP"),
            "/TransformParams": writer.add_object(_dictionary(allowed)),
        }
    )


def _dictionary(entries: dict[str, Any]) -> DictionaryObject:
    return DictionaryObject({pdf_name(name): value for name, value in entries.items()})  # type: ignore[no-untyped-call]


def _number(value: int) -> NumberObject:
    return NumberObject(value)  # type: ignore[no-untyped-call]


def finish(pdf: bytes, state: str, made: bytes) -> bytes:
    """The file with the CMS in its hole; whether it is good is for ``verify`` to say.

    Raises Refused ``govbr_answer_unreadable``, ``govbr_signature_of_another``.
    """
    known: dict[str, Any] = json.loads(state)
    digest = bytes.fromhex(known["digest"])
    read_cms(made, digest)
    if len(made) * 2 > RESERVED:
        raise refusal("govbr_answer_unreadable")
    output = BytesIO(pdf)
    PreparedByteRangeDigest(digest, *known["hole"]).fill_with_cms(output, made)
    return output.getvalue()


def read_cms(made: bytes, digest: bytes) -> cms.SignedData:
    """One signature over ``digest``. Raises Refused ``govbr_answer_unreadable``, ``govbr_signature_of_another``."""
    try:
        content = cms.ContentInfo.load(made, strict=True)
        if content["content_type"].native != "signed_data":
            raise refusal("govbr_answer_unreadable")
        signed = content["content"]
        (signer,) = signed["signer_infos"]
        told = [
            one["values"][0].native
            for one in signer["signed_attrs"]
            if one["type"].native == "message_digest"
        ]
        algorithm = signer["digest_algorithm"]["algorithm"].native
    except (ValueError, TypeError, KeyError) as error:
        raise refusal("govbr_answer_unreadable") from error
    if algorithm != DIGEST or told != [digest]:
        raise refusal("govbr_signature_of_another")
    return signed
