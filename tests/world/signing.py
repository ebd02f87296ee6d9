"""The signing function in the same process, with a desk of paper; tests/adapters/certificates proves the real one.

What crosses between the API and the function crosses here too, in JSON; the desk's calls to the store are counted as if
they were the API's.
"""

import base64
import hashlib
import io
import json
from dataclasses import dataclass
from typing import Any

from chalicelib.application.certificates.ports import (
    Authorised,
    Collected,
    Collection,
    Finished,
    Prepared,
    ToPrepare,
)
from chalicelib.application.ports import ContentStore
from chalicelib.domain.certificate import GOVBR, check_holder
from chalicelib.domain.errors import Refused
from chalicelib.domain.govbr import refusal
from chalicelib.domain.version import CertifiedFile, Holder
from chalicelib.events.signing import handle_signing

FUNCTION = "signing-in-this-process"
#: Of Ana and Carlos in the demonstration city.
#: And of whoever a test hires.
ANYBODYS = "52998224725"
TAXPAYERS = {"ana.lima": ANYBODYS, "carlos.moura": "11144477735"}


def certificate_of(taxpayer: str) -> str:
    """A certificate of paper, as the browser would send it."""
    return base64.b64encode(f"certificate of {taxpayer}".encode()).decode()


def signed_by_key(to_sign: str) -> str:
    """What a key of paper makes of the bytes."""
    return base64.b64encode(b"signed " + hashlib.sha256(base64.b64decode(to_sign)).digest()).decode()


def govbr_signature(taxpayer: str, digest: str) -> str:
    """What a gov.br of paper makes of a digest."""
    return base64.b64encode(f"{taxpayer} of {digest}".encode()).decode()


def paper_holder(taxpayer: str) -> Holder:
    return Holder("Quem assina", taxpayer, "1234", "AC de Papel")


@dataclass
class PaperDesk:
    """Implements ``CertificateSigner``: a file is its predecessor and one line more."""

    contents: ContentStore

    def prepare(self, wanted: ToPrepare) -> Prepared:
        if wanted.method == GOVBR:
            return self._prepare_for_govbr(wanted)
        said = base64.b64decode(wanted.chain[0]).decode()
        if not said.startswith("certificate of "):
            raise Refused("certificate_not_trusted", "Não é da ICP-Brasil.")
        holder = paper_holder(said.removeprefix("certificate of "))
        pdf = self._base(wanted) + f"{wanted.field} {wanted.model} {said}\n".encode()
        key, digest = self.contents.put(pdf, "application/pdf")
        to_sign = base64.b64encode(digest.encode()).decode()
        state = json.dumps({"to_sign": to_sign, "taxpayer": holder.taxpayer})
        return Prepared(to_sign, state, key, holder)

    def _base(self, wanted: ToPrepare) -> bytes:
        return self.contents.get(wanted.base.key, wanted.base.object_version) if wanted.base else b"%PDF\n"

    def _prepare_for_govbr(self, wanted: ToPrepare) -> Prepared:
        pdf = self._base(wanted) + f"{wanted.field} {wanted.model} gov.br\n".encode()
        key, digest = self.contents.put(pdf, "application/pdf")
        to_sign = base64.b64encode(bytes.fromhex(digest)).decode()
        return Prepared(to_sign, json.dumps({"digest": to_sign}), key, None)

    def collect(self, wanted: Authorised) -> Collection:
        """A code of paper says whose account it is of, and nothing else."""
        if not wanted.code.startswith("code of "):
            raise refusal("govbr_code_refused")
        check_holder(paper_holder(wanted.code.removeprefix("code of ")), wanted.taxpayer)
        return Collection(tuple(Collected(govbr_signature(wanted.taxpayer, one)) for one in wanted.digests))

    def finish(self, pdf: str, state: str, signature: str, taxpayer: str = "") -> Finished:
        known = json.loads(state)
        if "digest" in known:
            return self._finish_of_govbr(pdf, known["digest"], signature, taxpayer)
        if signature != signed_by_key(known["to_sign"]):
            raise Refused("signature_of_another_key", "A assinatura é de outra chave.")
        data = self.contents.get(pdf) + signature.encode()
        locked = self.contents.freeze(data, "application/pdf")
        return Finished(CertifiedFile(paper_holder(known["taxpayer"]), "AD-RB", locked, len(data)))

    def _finish_of_govbr(self, pdf: str, digest: str, signature: str, taxpayer: str) -> Finished:
        said, _, signed = base64.b64decode(signature).decode(errors="replace").rpartition(" of ")
        if signed != digest:
            raise refusal("govbr_signature_of_another")
        check_holder(paper_holder(said), taxpayer)
        data = self.contents.get(pdf) + signature.encode()
        locked = self.contents.freeze(data, "application/pdf")
        return Finished(CertifiedFile(paper_holder(said), "gov.br", locked, len(data)))


class Functions:
    """Stands for the Lambda client: the signing function runs here, any other is asked of the service."""

    def __init__(self, place: Any) -> None:
        self._place, self._real = place, place.client("lambda")

    def invoke(self, FunctionName: str, Payload: bytes, **options: Any) -> dict[str, Any]:
        if FunctionName != FUNCTION:
            answer: dict[str, Any] = self._real.invoke(FunctionName=FunctionName, Payload=Payload, **options)
            return answer
        event = json.loads(Payload)
        try:
            told = handle_signing(event, PaperDesk(self._place.contents(event["tenant"])))
        except Exception as error:
            return {"Payload": io.BytesIO(repr(error).encode()), "FunctionError": "Unhandled"}
        return {"Payload": io.BytesIO(json.dumps(told).encode())}
