"""The signing function's door: a step asked by the API, answered in JSON, a refusal as what it is."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from chalicelib.application.certificates.ports import Authorised, CertificateSigner, ToPrepare
from chalicelib.domain.errors import Refused, Unavailable

from .messages import Event


def handle_signing(event: Event, desk: CertificateSigner) -> dict[str, Any]:
    """``{"step", "wanted"}`` -> ``{"answer"}`` or ``{"refusal"}``."""
    try:
        made = _step(str(event["step"]), event["wanted"], desk)
    except (Refused, Unavailable) as refusal:
        unavailable = isinstance(refusal, Unavailable)
        told = {"code": refusal.code, "message": refusal.message, "unavailable": unavailable}
        return {"refusal": told}
    return {"answer": TypeAdapter(type(made)).dump_python(made, mode="json")}


def _step(step: str, wanted: Mapping[str, Any], desk: CertificateSigner) -> Any:
    if step == "prepare":
        return desk.prepare(TypeAdapter(ToPrepare).validate_python(dict(wanted)))
    if step == "collect":
        return desk.collect(TypeAdapter(Authorised).validate_python(dict(wanted)))
    return desk.finish(wanted["pdf"], wanted["state"], wanted["signature"], wanted.get("taxpayer", ""))
