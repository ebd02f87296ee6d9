"""The process as PDF and as ZIP through the API, and the ZIP under the offline verifier (PRO-23)."""

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from chalicelib.adapters.rendering.typst_pdf import render_pdf
from chalicelib.application.documents.pdf import render_document
from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.application.references import JobKey
from chalicelib.background import Background
from chalicelib.domain.version import Rendition
from tests.world.builders import RESTRICTED, drafted, filed, received, sent, signed, started
from tests.world.wire import untapped
from tests.world.world import Ask, Person, World
from verifier.__main__ import main as verify


class Rendering:
    """The rendering function, in this process."""

    def __init__(self, world: World) -> None:
        self.place, self.tenant = world.installed.place, world.tenant

    def pdf(self, process: str, document: str) -> Rendition:
        return render_document(self.place.ports(self.tenant), render_pdf, process, document)


def asked(world: World, process: str, form: dict, who: Person | None = None) -> str:
    return str(world.done(Ask(who or world.ana, "POST", f"/processes/{process}/copies", form))["job"])


def worked(world: World, job: str, who: Person | None = None) -> dict:
    """What the machine does; -> the job as its page shows it."""
    person = who or world.ana
    ports = replace(world.installed.place.ports(world.tenant), renderer=Rendering(world))
    kinds = Background(world.installed.place).job_kinds(world.tenant)
    for number in open_job(ports, person.login, job)["batches"]:
        while run_batch(ports, kinds, person.login, job, number, lambda: False)["more"]:
            pass
    close_job(ports, kinds, person.login, job)
    return world.done(Ask(person, "GET", f"/jobs/{job}"))


def fetched(world: World, job: str, who: Person | None = None) -> bytes:
    """The bytes, past the address that the browser would follow."""
    person = who or world.ana
    assert world.done(Ask(person, "GET", f"/jobs/{job}/file"))["url"].startswith("http")
    place = world.installed.place
    (found,) = place.ports(world.tenant).reader.get(JobKey(person.login, job))
    with untapped():
        answer = place.s3.get_object(Bucket=place.settings.copies_bucket, Key=found.file.key)
    data = answer["Body"].read()
    assert (len(data), hashlib.sha256(data).hexdigest()) == (found.file.size, found.file.sha256)
    return bytes(data)


@pytest.fixture
def busy(world: World) -> tuple[str, str]:
    """A process with a signed letter, a draft and a file; -> (process, the signed letter)."""
    process = started(world)
    _, letter = signed(world, process)
    drafted(world, process)
    filed(world, process)
    return process, letter


def test_the_whole_tree_becomes_a_pdf_that_is_fetched_by_an_address(world: World, busy: tuple[str, str]):
    page = worked(world, asked(world, busy[0], {"format": "pdf"}))
    assert page["state"] == "done"
    assert (page["progress"]["done"], page["progress"]["left_out"]) == (3, 0), page["items"]
    assert page["file"]["name"].startswith("Processo ")
    assert page["file"]["media_type"] == "application/pdf"
    assert fetched(world, page["id"]).startswith(b"%PDF")


def test_only_the_chosen_documents_go_in(world: World, busy: tuple[str, str]):
    page = worked(world, asked(world, busy[0], {"format": "pdf", "documents": [busy[1]]}))
    assert page["total"] == 1


@pytest.mark.parametrize("chosen", [["a" * 26], []])
def test_a_choice_of_nothing_or_of_what_is_not_there_is_refused(
    world: World, busy: tuple[str, str], chosen: list[str]
):
    form = {"format": "zip", "documents": chosen}
    reply = world.send(Ask(world.ana, "POST", f"/processes/{busy[0]}/copies", form))
    assert reply.status == 400
    assert reply.json["errors"][0]["field"] == "documents"


def test_a_draft_of_another_unit_stays_out_and_the_result_says_so(world: World):
    process = received(world, keep_open=True)
    drafted(world, process, world.marina)
    signed(world, process)
    page = worked(world, asked(world, process, {"format": "pdf"}))
    assert [item["state"] for item in page["items"]].count("left_out") == 1
    (out,) = [item for item in page["items"] if item["state"] == "left_out"]
    assert out["message"] == "Minuta de outra unidade"


def test_a_cancelled_document_stays_out_of_both(world: World):
    process = sent(world, keep_open=True)
    place = signed(world, process)
    signed(world, process)
    world.done(Ask(world.marina, "GET", f"/processes/{process}/documents/{place[1]}"))
    path = f"/processes/{process}/documents/{place[1]}/cancellation"
    world.done(Ask(world.ana, "POST", path, {"reason": "Engano"}, process))
    for wanted in ("pdf", "zip"):
        page = worked(world, asked(world, process, {"format": wanted}))
        assert [item["message"] for item in page["items"]] == ["Documento cancelado", ""]


def test_nobody_else_fetches_it_and_who_lost_the_process_does_not_either(world: World, busy: tuple[str, str]):
    job = asked(world, busy[0], {"format": "zip"}, world.carlos)
    worked(world, job, world.carlos)
    assert world.send(Ask(world.ana, "GET", f"/jobs/{job}/file")).status == 404
    camila = world.person("camila.duarte", "semma-lic")
    other = asked(world, busy[0], {"format": "zip"}, camila)
    worked(world, other, camila)
    assert world.send(Ask(camila, "GET", f"/jobs/{other}/file")).status == 200
    n = world.done(Ask(world.ana, "GET", f"/processes/{busy[0]}"))["process"]["version"]
    world.done(Ask(world.ana, "PATCH", f"/processes/{busy[0]}", RESTRICTED, busy[0], {"If_Match": f'"{n}"'}))
    assert world.send(Ask(camila, "GET", f"/jobs/{other}/file")).status in (403, 404)


def test_the_zip_satisfies_the_offline_verifier_and_a_changed_byte_does_not(
    world: World, busy: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    job = worked(world, asked(world, busy[0], {"format": "zip"}))["id"]
    path = tmp_path / "processo.zip"
    path.write_bytes(fetched(world, job))
    assert verify([str(path)]) == 0, capsys.readouterr().out
    told = capsys.readouterr().out
    assert "3 arquivos conferidos" in told
    assert "1 texto assinado confere com o histórico" in told
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    assert {"LEIA-ME.txt", "historico.json", "conteudo.json"} <= set(entries)
    for name in entries:
        if name != "LEIA-ME.txt":
            assert verify([str(tampered(tmp_path, entries, name))]) != 0, (
                f"{name} was changed and nothing was said"
            )


def tampered(folder: Path, entries: dict[str, bytes], name: str) -> Path:
    """The archive with one of its files changed so that it still reads."""
    changed = bytearray(entries[name])
    if name.endswith(".json"):
        text = entries[name].decode()
        place = text.index('"sha256": "') + 11 if name == "conteudo.json" else len(text) // 2
        while not text[place].isalnum():
            place += 1
        text = text[:place] + ("0" if text[place] != "0" else "1") + text[place + 1 :]
        changed = bytearray(text.encode())
    else:
        changed[len(changed) // 2] ^= 1
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for each, data in entries.items():
            archive.writestr(each, bytes(changed) if each == name else data)
    path = folder / "changed.zip"
    path.write_bytes(made.getvalue())
    return path


def test_the_zip_lists_what_stayed_out(world: World, busy: tuple[str, str]):
    process = received(world, keep_open=True)
    drafted(world, process, world.marina)
    signed(world, process)
    job = worked(world, asked(world, process, {"format": "zip"}))["id"]
    with zipfile.ZipFile(io.BytesIO(fetched(world, job))) as archive:
        contents = json.loads(archive.read("conteudo.json"))
    assert [one["reason"] for one in contents["left_out"]] == ["Minuta de outra unidade"]
    assert len(contents["documents"]) == 1
