"""A picture enters a draft as any file, is signed with it, and goes along with its text (DOC-01, DOC-03)."""

import hashlib
import json

import pytest

from chalicelib.application.documents.create import create_draft
from chalicelib.application.documents.freezing import frozen_package
from chalicelib.application.documents.pdf import render_document
from chalicelib.application.documents.read_images import read_images
from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.application.duplicating.copy_item import copy_item
from chalicelib.application.references import UploadKey
from chalicelib.application.uploads.inspect import inspect_upload
from chalicelib.application.uploads.start import UploadForm, start_upload
from chalicelib.domain.content import parse
from chalicelib.domain.content_images import image_uploads
from chalicelib.domain.document import Document
from chalicelib.domain.errors import ContentAltered
from chalicelib.domain.file_inspection import Verdict
from chalicelib.domain.job import Job
from tests.application.under_way import CLERK, HEAD, invalid, received, refused, started
from tests.domain.content_examples import paragraph
from tests.fakes.city import ANA, PROTOCOL
from tests.fakes.outside import Outside

from .office import again, document, draft_form, drafted, read, signed

BYTES = b"\x89PNG the bytes of a picture"
DIGEST = hashlib.sha256(BYTES).hexdigest()


def arrived(outside: Outside, process: str, who=CLERK) -> str:
    """A picture sent, examined and accepted; -> the upload."""
    form = UploadForm("mapa.png", "image/png", len(BYTES), DIGEST, limit=2000)
    made = start_upload(outside.ports, who, outside.operation(who.user.id), process, form)
    outside.contents.put(BYTES, "image/png")
    inspect_upload(outside.ports, lambda _: Verdict(None, "image/png"), process, str(made["id"]))
    return str(made["id"])


def illustrated(outside: Outside, of: Document, upload: str, alt: str = "Mapa da praia", who=CLERK) -> Document:
    """The draft saved with the picture in its body."""
    content = read(outside, of, who).content
    body = next(each for each in content["content"] if each["attrs"]["role"] == "body")
    body["content"] = [paragraph("Veja:"), {"type": "image", "attrs": {"upload": upload, "alt": alt, "width": 50}}]
    form = SaveForm(content, again(outside, of).revision)
    save_draft(outside.ports, who, outside.operation(who.user.id), of.process, of.id, form)
    return again(outside, of)


@pytest.fixture
def letter(outside: Outside) -> Document:
    return drafted(outside, started(outside))


def test_picture_is_on_the_page_of_the_draft_with_its_words(outside: Outside, letter):
    found = read(outside, illustrated(outside, letter, arrived(outside, letter.process)))
    assert 'alt="Mapa da praia" width="50%"' in found.html
    assert "src=\"data:image/png;base64," in found.html


def test_picture_without_description_keeps_the_document_from_being_signed(outside: Outside, letter):
    upload = arrived(outside, letter.process)
    with refused("image_without_description"):
        signed(outside, illustrated(outside, letter, upload, alt=""))
    assert signed(outside, illustrated(outside, letter, upload)).signatures


def test_what_was_signed_keeps_its_picture_whatever_becomes_of_the_file(outside: Outside, letter):
    done = signed(outside, illustrated(outside, letter, arrived(outside, letter.process)))
    outside.contents.blobs.pop(f"sha256/{DIGEST}")
    package = frozen_package(outside.ports, done)
    assert package.model.pictures[DIGEST].data == BYTES
    assert "src=\"data:image/png;base64," in read(outside, done).html
    models = []
    render_document(outside.ports, lambda model: models.append(model) or b"%PDF", done.process, done.id)
    assert models[0].pictures[DIGEST].data == BYTES


def test_file_that_is_no_longer_what_its_digest_says_is_not_shown(outside: Outside, letter):
    done = illustrated(outside, letter, arrived(outside, letter.process))
    outside.contents.blobs[f"sha256/{DIGEST}"] = b"something else"
    with pytest.raises(ContentAltered):
        read(outside, done)


def test_picture_of_another_process_enters_no_text(outside: Outside, letter):
    with invalid(("content", "image_unknown")):
        illustrated(outside, letter, arrived(outside, started(outside)))


def test_picture_still_in_quarantine_enters_no_text(outside: Outside, letter):
    form = UploadForm("mapa.png", "image/png", len(BYTES), DIGEST, limit=2000)
    made = start_upload(outside.ports, CLERK, outside.operation(), letter.process, form)
    with invalid(("content", "image_not_ready")):
        illustrated(outside, letter, str(made["id"]))


def test_text_of_another_document_brings_its_pictures_along(outside: Outside, letter):
    upload = arrived(outside, letter.process)
    model = illustrated(outside, letter, upload)
    form = draft_form(first="document", reference=model.number)
    made = create_draft(outside.ports, CLERK, outside.operation(), started(outside), form)
    copy = next(one for key, one in outside.memory.things.items() if getattr(one, "number", "") == made["number"])
    found = read(outside, document(outside, copy.process, copy.id))
    assert "src=\"data:image/png;base64," in found.html
    assert upload not in str(found.content)
    (own,) = read_images(outside.ports, CLERK, copy.process, copy.id)
    assert outside.memory.things[UploadKey(copy.process, own)].sha256 == DIGEST
    again_saved = illustrated(outside, copy, own)
    assert again_saved.text.described


def overtaken(outside: Outside, process: str) -> None:
    """Before the next commit somebody else writes another document into the process."""

    def first() -> None:
        outside.memory.interrupt = lambda: None
        drafted(outside, process)

    outside.memory.interrupt = first


def uploads_named(outside: Outside, before: set[str]) -> list[str]:
    """The uploads of the pictures of each text that was put in the store since ``before``, an attempt's each."""
    written = [outside.contents.blobs[key] for key in set(outside.contents.blobs) - before]
    return [upload for text in written if b'"image"' in text for upload in image_uploads(parse(json.loads(text)))]


def test_pictures_keep_their_uploads_when_somebody_else_is_faster(outside: Outside, letter):
    """DOC-03: the transaction tried again names them as it did the first time."""
    model = illustrated(outside, letter, arrived(outside, letter.process))
    form, place = draft_form(first="document", reference=model.number), started(outside)
    before = set(outside.contents.blobs)
    overtaken(outside, place)
    made = create_draft(outside.ports, CLERK, outside.operation(), place, form)
    named = uploads_named(outside, before)
    assert len(named) == 2, "the letter's number is in its text: each attempt wrote one of its own"
    (own,) = set(named)
    assert set(read_images(outside.ports, CLERK, place, made["id"])) == {own}


def test_pictures_of_a_duplicate_are_its_own_and_its_text_can_be_saved(outside: Outside, letter):
    """PRO-12, DOC-03: whoever writes on in the duplicate does not depend on the process it came from."""
    upload = arrived(outside, letter.process)
    done = signed(outside, illustrated(outside, letter, upload))
    place = started(outside)
    job = Job("j", "t", "duplicate", "", ANA, PROTOCOL.short, 1, 1, outside.now, place, {"source": done.process})
    before = set(outside.contents.blobs)
    overtaken(outside, place)
    copy_item(outside.ports, CLERK, outside.operation(), {"document": done.id, "order": "2"}, job)
    things = outside.memory.things.values()
    (copy,) = [one for one in things if isinstance(one, Document) and (one.process, one.order) == (place, 2)]
    (own,) = set(uploads_named(outside, before))
    assert own != upload
    assert set(read_images(outside.ports, CLERK, place, copy.id)) == {own}
    assert illustrated(outside, copy, own).text.described


def test_pictures_of_a_draft_are_shown_to_who_may_read_it(outside: Outside):
    letter = drafted(outside, received(outside, keep_open=True))
    upload = arrived(outside, letter.process)
    illustrated(outside, letter, upload)
    assert read_images(outside.ports, CLERK, letter.process, letter.id) == {
        upload: f"https://contents.example/sha256/{DIGEST}"
    }
    with refused("draft_of_another_unit"):
        read_images(outside.ports, HEAD, letter.process, letter.id)
