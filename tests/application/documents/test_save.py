"""Saving, versions and what is lost (nothing): DOC-03, DOC-04, DOC-05, DOC-11, DOC-12."""

import copy
from dataclasses import replace

import pytest

from chalicelib.application.documents.save import SaveForm, save_draft
from chalicelib.application.references import ProcessKey
from chalicelib.application.routing.conclude import conclude_process
from chalicelib.domain.content import ContentRefused, parse, plain_text
from chalicelib.domain.errors import DraftChanged, Forbidden, NotFound, OperationMismatch, Refused
from chalicelib.domain.process import State
from tests.application.under_way import CHIEF, CLERK, HEAD, received, refused, started
from tests.domain.content_examples import paragraph
from tests.fakes.city import CARLOS
from tests.fakes.outside import Outside

from .office import again, drafted, filed, read, saved, signed, written


def save(outside: Outside, document, who=CLERK, revision=None, content=None, operation=None):
    form = SaveForm(
        content or written(outside, document, "Defiro."), revision or again(outside, document).revision
    )
    operation = operation or outside.operation(who.user.id)
    return save_draft(outside.ports, who, operation, document.process, document.id, form)


def text_of(outside: Outside, document) -> str:
    return plain_text(parse(read(outside, document).content))


# DOC-03, DOC-05


def test_saved_text_is_what_is_read_and_its_digest_what_is_answered(outside: Outside):
    document = drafted(outside, started(outside))
    reply = save(outside, document)
    after = again(outside, document)
    assert (reply["revision"], reply["version"]) == ("2", 2)
    assert (reply["digest"], reply["saved_at"]) == (after.text.digest, "2026-11-23T12:00:00Z")
    assert "Defiro." in text_of(outside, document)


def test_saving_a_draft_tells_nobody(outside: Outside):
    document = drafted(outside, started(outside))
    before = list(outside.memory.histories[document.process])
    save(outside, document)
    assert outside.memory.histories[document.process] == before


def test_autosave_repeated_with_its_key_saves_once(outside: Outside):
    document = drafted(outside, started(outside))
    operation, content = outside.operation(key="autosave-1"), written(outside, document, "Defiro.")
    first = save(outside, document, revision=1, content=content, operation=operation)
    assert save(outside, document, revision=1, content=content, operation=operation) == first
    assert again(outside, document).revision == 2


def test_key_of_another_save_is_refused(outside: Outside):
    document = drafted(outside, started(outside))
    save(outside, document, operation=outside.operation(key="autosave-1", digest="um"))
    with pytest.raises(OperationMismatch):
        save(outside, document, operation=outside.operation(key="autosave-1", digest="dois"))


def test_save_over_what_another_saved_says_who_and_when_and_loses_nothing(outside: Outside):
    document = drafted(outside, started(outside))
    mine = written(outside, document, "o meu")
    outside.later(minutes=1)
    saved(outside, document, "o do chefe", CHIEF)
    with pytest.raises(DraftChanged) as refusal:
        save(outside, document, revision=1, content=mine)
    assert refusal.value.facts == {"edited_by": CARLOS, "edited_at": outside.now, "revision": 2}
    assert "o do chefe" in text_of(outside, document)


def test_two_saves_at_once_leave_one_text_and_tell_the_other(outside: Outside):
    document = drafted(outside, started(outside))
    mine, theirs = written(outside, document, "o meu"), written(outside, document, "o do chefe")
    others = iter([None])

    def race() -> None:
        if next(others, 0) is None:
            save(outside, document, CHIEF, revision=1, content=theirs)

    outside.memory.interrupt = race
    with pytest.raises(DraftChanged):
        save(outside, document, revision=1, content=mine)
    assert "o do chefe" in text_of(outside, document)


# DOC-04


def locked(content):
    content["content"][1]["content"] = [paragraph("Portaria nº 1")]


def dropped(content):
    del content["content"][1]


def unlocked(content):
    content["content"][0]["attrs"]["locked"] = False


def swapped(content):
    content["content"].reverse()


@pytest.mark.parametrize("spoil", [locked, dropped, unlocked, swapped])
def test_what_the_template_fixes_cannot_be_changed(outside: Outside, spoil):
    document = drafted(outside, started(outside))
    content = copy.deepcopy(written(outside, document, "Texto"))
    spoil(content)
    with refused("locked_section_changed", Refused):
        save(outside, document, content=content)
    assert again(outside, document) == document


def test_date_of_the_letter_does_not_move_when_it_is_saved_another_day(outside: Outside):
    document = drafted(outside, started(outside))
    outside.later(days=3)
    save(outside, document, content=dict(read(outside, document).content))
    assert "23 de novembro de 2026" in text_of(outside, document)


@pytest.mark.parametrize("content", [{}, {"type": "doc"}, {"schema": 2, "type": "doc", "content": []}])
def test_text_out_of_the_schema_is_refused(outside: Outside, content):
    document = drafted(outside, started(outside))
    form = SaveForm(content, 1)
    with pytest.raises(ContentRefused):
        save_draft(outside.ports, CLERK, outside.operation(), document.process, document.id, form)


# Who and when


def test_save_after_the_process_was_concluded_is_refused_with_its_own_code(outside: Outside):
    document = drafted(outside, started(outside))
    content = written(outside, document, "Defiro.")
    conclude_process(outside.ports, CLERK, outside.operation(), document.process, None)
    # A protocol unit may go on with its own document (features.md §1.3); any other may not.
    assert save(outside, document, content=content)
    theirs = drafted(outside, received(outside), HEAD)
    text = written(outside, theirs, "Defiro.", HEAD)
    conclude_process(outside.ports, HEAD, outside.operation("marina.costa"), theirs.process, None)
    with refused("process_not_open_here", Forbidden):
        save(outside, theirs, HEAD, content=text)


def test_process_concluded_while_the_save_is_on_its_way_is_noticed(outside: Outside):
    document = drafted(outside, received(outside), HEAD)
    content = written(outside, document, "Defiro.", HEAD)
    others = iter([None])

    def race() -> None:
        if next(others, 0) is None:
            operation = outside.operation("marina.costa")
            conclude_process(outside.ports, HEAD, operation, document.process, None)

    outside.memory.interrupt = race
    with refused("process_not_open_here", Forbidden):
        save(outside, document, HEAD, content=content)
    assert again(outside, document).revision == 1


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (State.SUSPENDED, "process_suspended"),
        (State.ANNEXED, "process_view_only"),
        (State.LOCKED, "process_view_only"),
    ],
)
def test_document_of_a_process_at_rest_is_not_saved(outside: Outside, state, code):
    document = drafted(outside, started(outside))
    content = written(outside, document, "Defiro.")
    held = outside.memory.process(document.process)
    outside.memory.things[ProcessKey(document.process)] = replace(held, state=state)
    with refused(code):
        save(outside, document, content=content)


def test_unit_that_did_not_write_it_does_not_save_it(outside: Outside):
    document = signed(outside, drafted(outside, received(outside, keep_open=True)))
    content = written(outside, document, "Defiro.", HEAD)
    with refused("document_of_another_unit", Forbidden):
        save(outside, document, HEAD, revision=2, content=content)


def test_received_file_has_no_text_to_save(outside: Outside):
    letter = drafted(outside, started(outside))
    document = filed(outside, letter.process)
    with refused("not_authored", Forbidden):
        save(outside, document, revision=1, content=written(outside, letter, "x"))


def test_document_that_is_not_there_is_not_found(outside: Outside):
    document = drafted(outside, started(outside))
    form = SaveForm(written(outside, document, "x"), 1)
    with pytest.raises(NotFound):
        save_draft(outside.ports, CLERK, outside.operation(), document.process, "nada", form)
    with pytest.raises(NotFound):
        save_draft(outside.ports, CLERK, outside.operation(), started(outside), document.id, form)
