"""The signing function, called and waited for: it has the layer of certificates, the API does not (architecture §7)."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from chalicelib.application.certificates.ports import Authorised, Collection, Finished, Prepared, ToPrepare
from chalicelib.domain.errors import Refused, Unavailable

from .dynamodb.codec import decode, encode

T = TypeVar("T")


class LambdaCertificates:
    """Implements ``application.certificates.ports.CertificateSigner`` for one tenant."""

    def __init__(self, client: Callable[[], Any], function: str, tenant: str) -> None:
        self._client, self._function, self._tenant = client, function, tenant

    def prepare(self, wanted: ToPrepare) -> Prepared:
        return self._ask("prepare", json.loads(encode(wanted)), Prepared)

    def collect(self, wanted: Authorised) -> Collection:
        return self._ask("collect", json.loads(encode(wanted)), Collection)

    def finish(self, pdf: str, state: str, signature: str, taxpayer: str = "") -> Finished:
        wanted = {"pdf": pdf, "state": state, "signature": signature, "taxpayer": taxpayer}
        return self._ask("finish", wanted, Finished)

    def _ask(self, step: str, wanted: Mapping[str, Any], kind: type[T]) -> T:
        asked = {"tenant": self._tenant, "step": step, "wanted": wanted}
        answer = self._client().invoke(FunctionName=self._function, Payload=json.dumps(asked).encode())
        payload = answer["Payload"].read().decode()
        if answer.get("FunctionError"):
            raise Unavailable(
                "signing_failed", "Não foi possível assinar agora. Tente de novo em instantes."
            )
        told = json.loads(payload)
        refusal = told.get("refusal")
        if refusal:
            raised = Unavailable if refusal["unavailable"] else Refused
            raise raised(refusal["code"], refusal["message"])
        return decode(kind, json.dumps(told["answer"]))
