"""A copy with concealed passages through the API, of a text and of a file, and its certificate (LAI, art. 7º, § 2º)."""

import hashlib
from typing import Any

import pypdfium2
import pytest

from chalicelib.application.references import DocumentKey
from tests.adapters.redaction.hostile import OPEN
from tests.adapters.redaction.in_sight import plain_text
from tests.adapters.redaction.test_hostile_pdfs import everything
from tests.api.test_copies import worked
from tests.world.builders import drafted, filed, filing, inspecting, quarantined, received, signed, signing
from tests.world.scenarios.redaction import concealing, path
from tests.world.wire import untapped
from tests.world.world import Ask, World

Place = tuple[str, str]
SECRET = "JOANA-4471"


def received_pdf(world: World) -> Place:
    place = quarantined(world, data=plain_text(SECRET))
    world.done(inspecting(world, place))
    return place[0], str(world.done(filing(world, place))["id"])


def made(world: World, ask: Ask) -> tuple[dict[str, Any], dict[str, Any]]:
    """-> (the job's only item, the copy)."""
    page = worked(world, str(world.done(ask)["job"]))
    (item,) = page["items"]
    assert item["state"] == "done", item
    copy = world.done(Ask(world.ana, "GET", path((str(ask.process), item["document"]))))
    return item, copy


def mark_over(world: World, place: Place, words: str) -> dict[str, int]:
    """A mark over the first time that the text says so."""
    lines = world.done(Ask(world.ana, "GET", path(place, "redaction")))["lines"]
    number, text = next((at, line["text"]) for at, line in enumerate(lines) if words in line["text"])
    return {"line": number, "start": text.index(words), "end": text.index(words) + len(words)}


def bytes_of(world: World, process: str, document: str) -> bytes:
    place = world.installed.place
    with untapped():
        (found,) = place.ports(world.tenant).reader.get(DocumentKey(process, document))
        data = place.ports(world.tenant).contents.get(found.file.key)
    assert hashlib.sha256(data).hexdigest() == found.file.sha256
    return data


def text_of(pdf: bytes) -> str:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    return " ".join(" ".join(pages).split())


def test_a_received_pdf_gives_a_copy_without_what_was_marked_and_a_certificate_to_sign(world: World):
    place = received_pdf(world)
    area = {"page": 1, "left": 600, "top": 3500, "right": 9400, "bottom": 5000}
    item, copy = made(world, concealing(world, place, areas=[area]))
    assert item["message"] == ""
    data = bytes_of(world, place[0], copy["id"])
    assert SECRET.encode() not in everything(data)
    said = text_of(data)
    assert OPEN in said
    assert "[trecho ocultado]" in said
    assert "Lei nº 12.527" in said
    source = copy["redactions"]["source"]
    original = world.done(Ask(world.ana, "GET", path(place)))
    assert (source["document"], source["count"]) == (place[1], 1)
    assert original["redactions"]["copies"] == [{"document": copy["id"], "number": copy["number"]}]
    certificate = world.done(Ask(world.ana, "GET", path((place[0], source["certificate"]))))
    assert certificate["state"] == "draft"
    for words in (
        original["number"],
        copy["number"],
        hashlib.sha256(data).hexdigest(),
        "Onde: página 1 (1 trecho).",
    ):
        assert words in certificate["html"]
    world.done(signing(world, (place[0], source["certificate"])))
    assert "Gerada cópia" in world.history(place[0])[-3].fact.sentence()
    world.check(place[0])


def test_a_signed_text_gives_a_copy_in_text_without_stamps(world: World):
    place = signed(world)
    mark = mark_over(world, place, "Rua Guarani")
    ask = concealing(world, place, passages=[mark])
    shown = world.done(
        Ask(
            world.ana,
            "POST",
            path(place, "redaction", "preview"),
            {k: ask.body[k] for k in ("digest", "passages")},
        )
    )["html"]
    assert "[trecho ocultado]" in shown
    assert "Guarani" not in shown
    item, copy = made(world, ask)
    data = bytes_of(world, place[0], copy["id"])
    assert item["message"] == ""
    assert b"Guarani" not in everything(data)
    assert "Guarani" not in text_of(data)
    assert "Documento assinado eletronicamente" not in text_of(data)
    assert "Cópia com trechos ocultados do documento nº" in text_of(data)
    assert copy["title"].endswith("com trechos ocultados")


def test_what_is_concealed_here_and_read_there_is_told(world: World):
    place = signed(world)
    mark = mark_over(world, place, "Protocolo Geral")
    item, _ = made(world, concealing(world, place, passages=[mark]))
    assert item["message"].startswith("Atenção: um dos trechos ocultados ainda pode ser lido")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"digest": "0" * 64}, 409, "document_changed"),
        ({"areas": []}, 400, "marks"),
        ({"areas": [{"page": 2, "left": 0, "top": 0, "right": 1, "bottom": 1}]}, 400, "marks"),
        ({"passages": [{"line": 0, "start": 0, "end": 1}]}, 400, "marks"),
        ({"legal_basis": "nenhuma"}, 400, "legal_basis"),
        ({"legal_basis": "nenhuma", "access_level": "restricted"}, 400, "legal_basis"),
        ({"reason": "x"}, 400, "reason"),
    ],
)
def test_what_cannot_be_concealed_is_refused_when_it_is_asked(world: World, changes, status, code):
    reply = world.send(concealing(world, filed(world), **changes))
    assert reply.status == status
    assert code in (reply.json["code"], *(error["field"] for error in reply.json.get("errors", ())))


def test_a_draft_and_a_process_elsewhere_are_refused(world: World):
    draft = drafted(world)
    reply = world.send(Ask(world.ana, "GET", path(draft, "redaction")))
    assert (reply.status, reply.json["code"]) == (403, "document_not_signed")
    there = signed(world, received(world, keep_open=False), world.marina)
    reply = world.send(Ask(world.ana, "GET", path(there, "redaction")))
    assert (reply.status, reply.json["code"]) == (409, "process_not_open_here")


def test_a_file_that_no_program_reads_is_told_and_changes_nothing(world: World):
    upload = quarantined(world, data=b"%PDF-1.7\n% interrompido\n%%EOF\n")
    world.done(inspecting(world, upload))
    place = upload[0], str(world.done(filing(world, upload))["id"])
    before = len(world.history(place[0]))
    page = worked(world, str(world.done(concealing(world, place))["job"]))
    assert page["items"][0]["code"] == "pdf_not_read"
    assert len(world.history(place[0])) == before
