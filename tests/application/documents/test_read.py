"""Who reads what, and what reading does: DOC-05, DOC-08, DOC-11, DOC-16, DOC-23 and features.md §1.3."""

from dataclasses import replace

import pytest

from chalicelib.application.documents.cancel import cancel_document
from chalicelib.application.documents.file_link import link_file
from chalicelib.application.documents.pdf import link_pdf, render_document
from chalicelib.application.documents.prerender import prerender_document
from chalicelib.application.references import RenditionKey
from chalicelib.domain.document import Pen
from chalicelib.domain.errors import Forbidden, NotFound, Refused
from chalicelib.domain.policy import Action
from chalicelib.domain.version import Rendition
from tests.application.under_way import (
    CABINET_HEAD,
    CHIEF,
    CLERK,
    FOREIGNER,
    HEAD,
    TECHNICIAN,
    received,
    refused,
    restrict,
    started,
)
from tests.fakes.outside import Outside

from .office import RESTRICTED, again, draft_form, drafted, filed, read, saved, seen, signed


class Typesetter:
    """Stands for the rendering function: makes the PDF at once, and counts."""

    def __init__(self, outside: Outside) -> None:
        self.outside, self.made = outside, 0

    def pdf(self, process: str, document: str) -> Rendition:
        return render_document(self.outside.ports, self.typeset, process, document)

    def typeset(self, model) -> bytes:
        self.made += 1
        return f"%PDF {model.title} {self.made}".encode()


@pytest.fixture
def typesetter(outside: Outside) -> Typesetter:
    outside.renderer = Typesetter(outside)
    return outside.renderer


# features.md §1.3


def test_draft_of_another_unit_shows_its_node_and_not_its_content(outside: Outside):
    document = drafted(outside, received(outside, keep_open=True))
    found = read(outside, document, HEAD)
    assert (found.content, found.html, found.readable.code) == (None, None, "draft_of_another_unit")
    assert not again(outside, document).seen_elsewhere


def test_colleague_of_the_unit_reads_the_draft(outside: Outside):
    document = drafted(outside, started(outside))
    assert read(outside, document, CHIEF).content is not None


def test_signed_document_of_a_public_process_is_read_by_any_unit(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    for who in (HEAD, CABINET_HEAD, FOREIGNER):
        assert read(outside, document, who).html


def test_restricted_document_is_read_only_where_the_process_passed(outside: Outside):
    form = replace(draft_form(), metadata=RESTRICTED)
    document = signed(outside, drafted(outside, received(outside, keep_open=True), form=form))
    assert read(outside, document, HEAD).html
    assert read(outside, document, CABINET_HEAD).readable.code == "restricted_content"
    with pytest.raises(NotFound):
        read(outside, document, FOREIGNER)


def test_public_document_of_a_restricted_process_is_restricted(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    restrict(outside, document.process)
    assert read(outside, document, CABINET_HEAD).readable.code == "restricted_content"


def test_who_only_keeps_the_machines_knows_of_no_document(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    with pytest.raises(NotFound):
        read(outside, document, TECHNICIAN)


def test_cancelled_document_shows_its_node_and_to_nobody_its_content(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    seen(outside, document)
    place = (document.process, document.id)
    cancel_document(outside.ports, CLERK, outside.operation(), *place, "Engano")
    for who in (CLERK, HEAD):
        found = read(outside, document, who)
        assert (found.content, found.html, found.readable.code) == (None, None, "document_cancelled")


# DOC-11


def test_pen_turns_black_when_another_unit_reads_and_stays_so(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    read(outside, document)
    read(outside, document, CHIEF)
    assert again(outside, document).pen is Pen.UNSEEN
    assert read(outside, document, HEAD).document.pen is Pen.SEEN
    assert again(outside, document).pen is Pen.SEEN
    assert read(outside, document, CLERK).actions[Action.DOCUMENT_EDIT].code == "document_frozen"


def test_who_may_not_read_does_not_turn_the_pen(outside: Outside):
    document = signed(outside, drafted(outside, started(outside)))
    restrict(outside, document.process)
    read(outside, document, CABINET_HEAD)
    assert again(outside, document).pen is Pen.UNSEEN


def test_downloading_the_pdf_is_reading(outside: Outside, typesetter: Typesetter):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    link_pdf(outside.ports, HEAD, document.process, document.id)
    assert again(outside, document).pen is Pen.SEEN


def test_downloading_the_file_is_reading(outside: Outside):
    document = filed(outside, received(outside, keep_open=True))
    link_file(outside.ports, CLERK, document.process, document.id)
    assert not again(outside, document).seen_elsewhere
    link_file(outside.ports, HEAD, document.process, document.id)
    assert again(outside, document).seen_elsewhere


# DOC-23: the PDF


def test_pdf_of_one_state_is_made_once(outside: Outside, typesetter: Typesetter):
    document = signed(outside, drafted(outside, started(outside)))
    links = {link_pdf(outside.ports, who, document.process, document.id)[0] for who in (CLERK, CHIEF, CLERK)}
    assert (len(links), typesetter.made) == (1, 1)


def test_pdf_is_made_anew_when_the_document_changes(outside: Outside, typesetter: Typesetter):
    document = drafted(outside, started(outside))
    before, _ = link_pdf(outside.ports, CLERK, document.process, document.id)
    saved(outside, document, "outro")
    assert link_pdf(outside.ports, CLERK, document.process, document.id)[0] != before


def test_pdf_is_made_when_it_is_signed(outside: Outside, typesetter: Typesetter):
    document = signed(outside, drafted(outside, started(outside)))
    n = len(outside.memory.histories[document.process])
    made = prerender_document(outside.ports, typesetter.typeset, document.process, n)
    assert made == outside.memory.things[RenditionKey(document.process, document.id)]
    link_pdf(outside.ports, CLERK, document.process, document.id)
    assert typesetter.made == 1


@pytest.mark.parametrize("n", [1, 2, 99])
def test_other_entries_make_no_pdf(outside: Outside, typesetter: Typesetter, n):
    document = signed(outside, drafted(outside, started(outside)))
    assert prerender_document(outside.ports, typesetter.typeset, document.process, n) is None


def test_pdf_is_for_who_may_read(outside: Outside, typesetter: Typesetter):
    document = drafted(outside, received(outside, keep_open=True))
    with refused("draft_of_another_unit", Forbidden):
        link_pdf(outside.ports, HEAD, document.process, document.id)
    assert typesetter.made == 0


def test_file_has_no_pdf_and_text_has_no_file(outside: Outside):
    process = started(outside)
    letter, file = drafted(outside, process), filed(outside, process)
    with refused("no_pdf", Refused):
        link_pdf(outside.ports, CLERK, process, file.id)
    with refused("no_file", Refused):
        link_file(outside.ports, CLERK, process, letter.id)
    with pytest.raises(NotFound):
        render_document(outside.ports, lambda _: b"", process, file.id)


def test_restricted_file_is_not_linked_for_who_may_not_read_it(outside: Outside):
    document = filed(outside, started(outside), access_level="restricted", legal_basis="pessoal")
    with refused("restricted_content", Forbidden):
        link_file(outside.ports, CABINET_HEAD, document.process, document.id)
