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

from chalicelib.application.certificates.ports import Finished, Prepared, ToPrepare
from chalicelib.application.ports import ContentStore
from chalicelib.domain.errors import Refused
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


@dataclass
class PaperDesk:
    """Implements ``CertificateSigner``: a file is its predecessor and one line more."""

    contents: ContentStore

    def prepare(self, wanted: ToPrepare) -> Prepared:
        said = base64.b64decode(wanted.chain[0]).decode()
        if not said.startswith("certificate of "):
            raise Refused("certificate_not_trusted", "Não é da ICP-Brasil.")
        holder = Holder("Quem assina", said.removeprefix("certificate of "), "1234", "AC de Papel")
        base = self.contents.get(wanted.base.key, wanted.base.object_version) if wanted.base else b"%PDF\n"
        pdf = base + f"{wanted.field} {wanted.model} {said}\n".encode()
        key, digest = self.contents.put(pdf, "application/pdf")
        to_sign = base64.b64encode(digest.encode()).decode()
        state = json.dumps({"to_sign": to_sign, "taxpayer": holder.taxpayer})
        return Prepared(to_sign, state, key, holder)

    def finish(self, pdf: str, state: str, signature: str) -> Finished:
        known = json.loads(state)
        if signature != signed_by_key(known["to_sign"]):
            raise Refused("signature_of_another_key", "A assinatura é de outra chave.")
        data = self.contents.get(pdf) + signature.encode()
        locked = self.contents.freeze(data, "application/pdf")
        holder = Holder("Quem assina", known["taxpayer"], "1234", "AC de Papel")
        return Finished(CertifiedFile(holder, "AD-RB", locked, len(data)))


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
