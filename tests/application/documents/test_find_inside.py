"""Search inside one process (PRO-20): titles, numbers, people and the texts one may read; looking is not reading."""

from dataclasses import replace

import pytest

from chalicelib.application.find import inside
from chalicelib.application.find.inside import FoundInside, find_inside
from chalicelib.application.references import ExtractionKey
from chalicelib.domain.document import DocumentState, Metadata, Pen
from chalicelib.domain.errors import NotFound
from chalicelib.domain.extraction import ExtractionState
from chalicelib.domain.identity import Actor
from tests.application.under_way import (
    CLERK,
    FOREIGNER,
    HEAD,
    TECHNICIAN,
    invalid,
    received,
    refused,
    started,
    with_document,
)
from tests.fakes.outside import Outside

from .office import OfficeTables, People, again, draft_form, drafted, filed, saved, signed


def look(
    outside: Outside, process: str, words: str, who: Actor = CLERK, cursor: str | None = None
) -> FoundInside:
    return find_inside(outside.ports, who, process, words, cursor)


def found(outside: Outside, process: str, words: str, who: Actor = CLERK) -> list[tuple[str, bool]]:
    return [(hit.node.document.number, hit.in_text) for hit in look(outside, process, words, who).hits]


def extracted(outside: Outside, text: str, state: ExtractionState = ExtractionState.DONE) -> str:
    """The process with one file whose text is this."""
    process = started(outside)
    document = filed(outside, process)
    assert document.file is not None
    key, _ = outside.contents.put(text.encode(), "text/plain")
    kept = ExtractionKey(document.file.sha256)
    outside.memory.things[kept] = replace(outside.memory.things[kept], state=state, text_key=key)
    return process


def test_document_is_found_by_title_number_author_and_by_what_it_says(outside: Outside):
    process = started(outside)
    letter = signed(outside, saved(outside, drafted(outside, process), "Comunico o reajuste da tarifa."))
    drafted(outside, process, form=draft_form("nota"))
    assert found(outside, process, letter.number) == [(letter.number, False)]
    assert found(outside, process, "oficio ana") == [(letter.number, False)]
    assert found(outside, process, "REAJUS tarifa") == [(letter.number, True)]
    assert found(outside, process, "oficio reajuste") == [(letter.number, True)]
    assert found(outside, process, "pedágio") == []


def test_file_is_found_by_its_extracted_text_and_counted_while_it_has_none(outside: Outside):
    process = extracted(outside, "Matrícula 12.345\fRua Guarani")
    assert [hit.in_text for hit in look(outside, process, "guarani").hits] == [True]
    waiting = extracted(outside, "Rua Guarani", ExtractionState.WAITING)
    answer = look(outside, waiting, "guarani")
    assert (answer.hits, answer.unread) == ([], 1)


def test_nothing_is_found_in_what_one_may_not_read_nor_in_what_was_cancelled(outside: Outside):
    process = received(outside)
    draft = saved(outside, drafted(outside, process), "Comunico o reajuste.")
    assert found(outside, process, "reajuste") == [(draft.number, True)]
    assert found(outside, process, "reajuste", HEAD) == [], "another unit's draft"
    described = Metadata(description="Sobre o pedágio")
    with_document(outside, process, 7, state=DocumentState.CANCELLED, text=draft.text, metadata=described)
    assert "0000007" not in [number for number, _ in found(outside, process, "reajuste")]
    saved(
        outside, drafted(outside, process, form=draft_form(access_level="restricted", legal_basis="pessoal"))
    )
    with pytest.raises(NotFound):
        found(outside, process, "reajuste", FOREIGNER)


def test_looking_for_words_does_not_blacken_the_pen(outside: Outside):
    """DOC-11: what another unit only looked for may still be edited."""
    process = received(outside)
    letter = signed(outside, saved(outside, drafted(outside, process), "Comunico o reajuste."))
    assert found(outside, process, "reajuste", HEAD) == [(letter.number, True)]
    assert again(outside, letter).pen is Pen.UNSEEN


def test_a_call_reads_so_many_texts_and_the_next_goes_on_from_there(
    outside: Outside, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(inside, "TEXTS", 2)
    process = started(outside)
    letters = [
        saved(outside, drafted(outside, process), f"Comunico o reajuste {n}.").number for n in range(5)
    ]
    cursor, numbers, looked = None, [], []
    while True:
        answer = look(outside, process, "reajuste", cursor=cursor)
        numbers += [hit.node.document.number for hit in answer.hits]
        looked.append(answer.looked)
        if (cursor := answer.next_cursor) is None:
            break
    assert (numbers, looked) == (letters, [2, 2, 1])


def test_a_long_text_ends_the_call(outside: Outside, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(inside, "MOST_BYTES", 1)
    process = started(outside)
    for n in range(2):
        saved(outside, drafted(outside, process), f"Comunico o reajuste {n}.")
    answer = look(outside, process, "reajuste")
    assert (answer.looked, len(answer.hits)) == (1, 1)
    assert look(outside, process, "reajuste", cursor=answer.next_cursor).next_cursor is None


def test_pages_of_the_tree_follow_one_another():
    outside = Outside(tables=OfficeTables(), identity=People(), page_size=2)
    process = started(outside)
    numbers = [with_document(outside, process, n).number for n in (1, 2, 3)]
    first = look(outside, process, "oficio")
    second = look(outside, process, "oficio", cursor=first.next_cursor)
    assert [hit.node.document.number for hit in (*first.hits, *second.hits)] == numbers
    assert second.next_cursor is None


def test_what_cannot_be_looked_for_is_refused_in_words(outside: Outside):
    process = started(outside)
    with invalid(("words", "too_short")):
        look(outside, process, "a")
    with refused("invalid_cursor"):
        look(outside, process, "reajuste", cursor="amanhã")
    with pytest.raises(NotFound):
        look(outside, "nenhum", "reajuste")
    with pytest.raises(NotFound):
        look(outside, process, "reajuste", TECHNICIAN)
