"""Processes already under way, made through the same requests that people send."""

import copy
import hashlib
import secrets
from dataclasses import replace
from datetime import timedelta
from typing import Any

from chalicelib.adapters.s3 import quarantine_key
from chalicelib.application.documents.pdf import render_document
from chalicelib.application.uploads.inspect import inspect_upload
from chalicelib.domain.file_inspection import Verdict
from chalicelib.domain.numbering import Codes, format_number, parse_mask
from chalicelib.domain.rendition import RenderModel

from .installed import PASSWORD
from .wire import untapped
from .world import Ask, Person, World

#: A PDF of one blank page, which whoever examines it admits.
FILE = (
    b"%PDF-1.7\n"
    b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"
    b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \n"
    b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n170\n%%EOF\n"
)
#: Of the city hall, as the demonstration city has it.
FEDERAL = parse_mask("@cod_unidade_sei_05d@.@seq_anual_cod_unidade_sei_06d@/@ano_4d@-@dv_mod11_executivo_federal_2d@")
RESTRICTED = {"access_level": "restricted", "legal_basis": "informacao-pessoal"}


def process_form(**changes: Any) -> dict[str, Any]:
    """The screen Iniciar Processo, filled in."""
    return {
        "type": "requerimento-cidadao",
        "specification": "Poda de árvore na Rua Guarani",
        "subjects": ["01.02.01"],
        "access_level": "public",
        **changes,
    }


def on_paper(**changes: Any) -> dict[str, Any]:
    """The same for a process that has a number of its own, which nobody used before (PRO-06)."""
    return process_form(number=paper_number(), filed_on="2019-03-07", **changes)


def paper_number() -> str:
    """Of a unit that there is no more, in some year of the last century."""
    place = secrets.randbelow(100 * 999_999)
    return format_number(FEDERAL, Codes(unit_sei="99901"), 1900 + place % 100, 1 + place // 100)


def started(world: World, who: Person | None = None, **changes: Any) -> str:
    """A process just started, by Ana unless told; -> its id."""
    made = world.done(Ask(who or world.ana, "POST", "/processes", process_form(**changes)))
    return str(made["id"])


def sending(world: World, process: str, *units: str, **how: Any) -> Ask:
    """The screen Enviar Processo, by Ana."""
    form = {"units": list(units or ("semad-rh",)), **how}
    return Ask(world.ana, "POST", f"/processes/{process}/routings", form, process)


def sent(world: World, *units: str, **how: Any) -> str:
    """A process sent by Ana and not yet received anywhere; -> its id."""
    process = started(world)
    world.done(sending(world, process, *units, **how))
    return process


def receiving(who: Person, process: str) -> Ask:
    """Opening what arrived."""
    return Ask(who, "POST", f"/processes/{process}/receipts", {}, process)


def received(world: World, **how: Any) -> str:
    """A process that Marina's unit received from Ana's; -> its id."""
    process = sent(world, **how)
    world.done(receiving(world.marina, process))
    return process


def awaited(world: World) -> tuple[str, str]:
    """A process kept open by Ana, whose return from Marina's unit is awaited; -> (process, routing)."""
    process = started(world)
    order = sending(world, process, keep_open=True, return_due={"days": 5, "business": True})
    made = world.done(order)
    return process, str(made["routings"][0])


def drafting(who: Person, process: str, **changes: Any) -> Ask:
    """The screen Incluir Documento, for a letter from its template."""
    form = {"kind": "authored", "type": "oficio", "description": "Resposta ao requerente", **changes}
    return Ask(who, "POST", f"/processes/{process}/documents", form, process)


def drafted(
    world: World, process: str | None = None, who: Person | None = None, **changes: Any
) -> tuple[str, str]:
    """A letter in draft, Ana's unless told; -> (process, document)."""
    place = process or started(world)
    made = world.done(drafting(who or world.ana, place, **changes))
    return place, str(made["id"])


def document(world: World, place: tuple[str, str], who: Person | None = None) -> dict[str, Any]:
    """The document as its reader gets it."""
    path = f"/processes/{place[0]}/documents/{place[1]}"
    found: dict[str, Any] = world.done(Ask(who or world.ana, "GET", path))
    return found


def read_by(world: World, place: tuple[str, str], who: Person) -> None:
    """Somebody of another unit reads a signed document, which turns its pen black (DOC-11)."""
    document(world, place, who)


def written(content: dict[str, Any], text: str) -> dict[str, Any]:
    """The editor's content with a paragraph more in its body."""
    changed = copy.deepcopy(content)
    body = next(section for section in changed["content"] if not section["attrs"]["locked"])
    paragraph = {"type": "paragraph", "attrs": {"style": "body"}, "content": [{"type": "text", "text": text}]}
    body["content"] = [*body["content"], paragraph]
    return changed


def saving(
    world: World,
    place: tuple[str, str],
    text: str = "Defiro.",
    who: Person | None = None,
    explicit: bool = False,
) -> Ask:
    """The editor saving one paragraph more over what it read."""
    found = document(world, place, who)
    path = f"/processes/{place[0]}/documents/{place[1]}/content"
    form = {"content": written(found["content"], text), "explicit": explicit}
    return Ask(who or world.ana, "PUT", path, form, place[0], {"If_Match": f'"{found["revision"]}"'})


def signing(world: World, place: tuple[str, str], who: Person | None = None) -> Ask:
    """The signing dialog over what was read."""
    digest = document(world, place, who)["digest"]
    path = f"/processes/{place[0]}/documents/{place[1]}/signatures"
    signer = who or world.ana
    form = {"password": PASSWORD, "role_title": title_of(world, signer), "digest": digest}
    return Ask(signer, "POST", path, form, place[0])


def signing_many(
    world: World, places: list[tuple[str, str]], who: Person | None = None, process: str | None = None
) -> Ask:
    """The signing dialog over documents of several processes."""
    signer = who or world.ana
    documents = [
        {"process": place[0], "document": place[1], "digest": document(world, place, signer)["digest"]}
        for place in places
    ]
    form = {"password": PASSWORD, "role_title": title_of(world, signer), "documents": documents}
    return Ask(signer, "POST", "/signatures", form, process)


def title_of(world: World, who: Person) -> str:
    """The first title that the dialog offers in the person's unit (ACC-11)."""
    rows = world.installed.place.ports(world.tenant).catalogues.plain("role-titles")
    return next(str(row["titles"][0]) for row in rows if row["unit"] == who.unit)


def signed(world: World, process: str | None = None, who: Person | None = None) -> tuple[str, str]:
    """A letter signed by who drafted it; -> (process, document)."""
    place = drafted(world, process, who)
    world.done(signing(world, place, who))
    return place


def rendered(world: World, place: tuple[str, str]) -> bytes:
    """What the rendering function does after a signature, with a typesetter of the tests'; -> the PDF."""
    made: list[bytes] = []

    def typeset(model: RenderModel) -> bytes:
        made.append(f"%PDF-1.7 {model.document_number} {model.signatures!r}".encode())
        return made[-1]

    with untapped():
        render_document(world.installed.place.ports(world.tenant), typeset, *place)
    return made[0]


def declaring(who: Person, process: str, data: bytes = FILE) -> Ask:
    """Declaring a file before sending it."""
    form = {
        "file_name": "Requerimento assinado.pdf",
        "media_type": "application/pdf",
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    return Ask(who, "POST", f"/processes/{process}/uploads", form, process)


def quarantined(
    world: World, process: str | None = None, who: Person | None = None, data: bytes = FILE
) -> tuple[str, str]:
    """A file of Ana's waiting for inspection; -> (process, upload)."""
    place = process or started(world)
    made = world.done(declaring(who or world.ana, place, data))
    key = quarantine_key(world.tenant, place, made["id"])
    with untapped():
        world.store.s3.put_object(
            Bucket=world.store.settings.quarantine_bucket, Key=key, Body=data, ContentType="application/pdf"
        )
    return place, str(made["id"])


def inspecting(world: World, place: tuple[str, str], media_type: str = "application/pdf") -> Ask:
    """The inspection that follows the arrival of a file; the examiner says what it is."""

    def inspect() -> Any:
        ports = world.installed.place.ports(world.tenant)
        return inspect_upload(ports, lambda _: Verdict(None, media_type, 1), *place)

    return Ask(world.ana, "EVENT", "upload inspected", process=place[0], act=inspect)


def filing(world: World, place: tuple[str, str], who: Person | None = None) -> Ask:
    """The screen Incluir Documento externo, for an accepted file."""
    today = (world.clock() - timedelta(days=1)).date().isoformat()
    form = {
        "kind": "uploaded",
        "upload": place[1],
        "type": "requerimento",
        "date": today,
        "format": "born_digital",
    }
    return Ask(who or world.ana, "POST", f"/processes/{place[0]}/documents", form, place[0])


def accepted(
    world: World,
    process: str | None = None,
    who: Person | None = None,
    media_type: str = "application/pdf",
    data: bytes = FILE,
) -> tuple[str, str]:
    """A file admitted by inspection; -> (process, upload)."""
    place = quarantined(world, process, who, data)
    world.done(inspecting(world, place, media_type))
    return place


def filed(
    world: World, process: str | None = None, who: Person | None = None, data: bytes = FILE
) -> tuple[str, str]:
    """An uploaded document in place; -> (process, document)."""
    place = accepted(world, process, who, data=data)
    made = world.done(filing(world, place, who))
    return place[0], str(made["id"])


DIGITIZED = {
    "format": "digitized",
    "conformity_check": "copia-autenticada-administrativamente",
    "digitization": {
        "author": "Cartório de Notas de Ubatuba",
        "on": "2026-11-23",
        "place": "Protocolo Geral",
        "responsible": "Ana Carolina Lima",
    },
}


def digitized(world: World, process: str | None = None, who: Person | None = None) -> tuple[str, str]:
    """A paper digitized in the unit, to be authenticated; -> (process, document)."""
    place = accepted(world, process, who)
    ask = filing(world, place, who)
    about = {**DIGITIZED["digitization"], "on": ask.body["date"]}  # type: ignore[dict-item]
    made = world.done(replace(ask, body={**ask.body, **DIGITIZED, "digitization": about}))
    return place[0], str(made["id"])


def authenticating(world: World, place: tuple[str, str], who: Person | None = None) -> Ask:
    """The authentication dialog over the file that was read."""
    ask = signing(world, place, who)
    return replace(ask, path=ask.path.replace("/signatures", "/authentications"))


def authenticating_many(
    world: World, places: list[tuple[str, str]], who: Person | None = None, process: str | None = None
) -> Ask:
    """The authentication dialog over documents of several processes."""
    return replace(signing_many(world, places, who, process), path="/authentications")
