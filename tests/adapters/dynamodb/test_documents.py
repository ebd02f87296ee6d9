"""Documents, versions, uploads, numbers and marks, as written by a transaction and read back (DOC-01 to DOC-17)."""

import json
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from chalicelib.adapters.dynamodb.items import MainItem
from chalicelib.adapters.dynamodb.keys import RefusedKey
from chalicelib.adapters.dynamodb.marks import DynamoMarks
from chalicelib.adapters.dynamodb.numbers import next_document_number
from chalicelib.adapters.dynamodb.reader import DynamoReader
from chalicelib.adapters.dynamodb.unit_of_work import UnitOfWork
from chalicelib.application.references import (
    CounterKey,
    DocumentKey,
    PasswordKey,
    ProcessKey,
    RenditionKey,
    UploadKey,
    VersionKey,
)
from chalicelib.application.transaction import Operation, OperationDone, WriteConflict
from chalicelib.domain.errors import InvalidRequest, OperationMismatch
from chalicelib.domain.history import ProcessStarted
from chalicelib.domain.process import Act, Change
from chalicelib.domain.upload import Upload, UploadState
from chalicelib.domain.version import Rendition, Version
from tests.application.conducting.world import ORIGIN, a_process
from tests.domain.document_examples import draft, signed, uploaded
from tests.fakes.city import ANA, START

ZONE = ZoneInfo("America/Sao_Paulo")
UPLOAD = Upload("u1", "p1", "prot", "ana.lima", "a.pdf", "application/pdf", 10, "ab" * 32, START)


@pytest.fixture
def begin(connection, tenant):
    made = []

    def work(key=None, digest="d"):
        made.append(None)
        begun = UnitOfWork(
            connection, tenant, Operation(ANA.id, key or f"operation-{len(made)}", digest), START, ZONE
        )
        begun.load()
        return begun

    return work


@pytest.fixture
def reader(connection, tenant):
    return DynamoReader(connection, tenant)


def put(begin, before, after):
    work = begin()
    work.put_document(before, after)
    work.commit({})


# Documents


@pytest.mark.parametrize("document", [draft(), signed(), uploaded()], ids=["draft", "signed", "uploaded"])
def test_document_comes_back_as_it_went(begin, reader, document):
    put(begin, None, document)
    assert reader.get(DocumentKey("p1", document.id), DocumentKey("p1", "nada")) == (document, None)
    assert reader.document_of_number(document.number) == document
    assert reader.document_of_number("9999999") is None


def test_document_already_there_is_not_created_again(begin):
    put(begin, None, draft())
    with pytest.raises(WriteConflict):
        put(begin, None, draft())


def test_document_changed_meanwhile_is_not_overwritten(begin, reader):
    put(begin, None, draft())
    put(begin, draft(), draft(revision=2))
    with pytest.raises(WriteConflict):
        put(begin, draft(), draft(revision=3))
    assert reader.get(DocumentKey("p1", draft().id))[0].revision == 2


def test_document_read_elsewhere_meanwhile_is_neither_overwritten_nor_deleted(begin, reader, tenant):
    put(begin, None, signed())
    DynamoMarks(tenant).seen(signed())
    with pytest.raises(WriteConflict):
        put(begin, signed(), signed(revision=3))
    work = begin()
    work.delete_document(signed())
    with pytest.raises(WriteConflict):
        work.commit({})
    assert reader.get(DocumentKey("p1", signed().id))[0] == signed(seen_elsewhere=True)


def test_deleted_document_is_gone_by_id_and_by_number(begin, reader):
    put(begin, None, draft())
    work = begin()
    work.delete_document(draft())
    work.commit({})
    assert reader.get(DocumentKey("p1", draft().id)) == (None,)
    assert reader.document_of_number(draft().number) is None


def test_signature_has_a_row_of_its_own_under_its_signer(begin, tenant):
    put(begin, None, draft())
    put(begin, draft(), signed())
    rows = list(MainItem.second.query(f"T#{tenant}#USER#ana.lima#SIGNED"))
    assert [json.loads(row.body)["role_title"] for row in rows] == ["Agente de Protocolo"]


def test_tree_comes_in_order_page_by_page_both_ways(begin, reader, monkeypatch):
    monkeypatch.setattr("chalicelib.adapters.dynamodb.reader.FIRST_PAGE", 2)
    for order in (1, 2, 3):
        put(begin, None, draft(id=f"0000{order}-d", order=order, number=f"000000{order}"))
    put(begin, None, draft(process="p2"))
    first = reader.documents("p1", None, False)
    assert [document.order for document in first.items] == [1, 2]
    second = reader.documents("p1", first.next_cursor, False)
    assert ([document.order for document in second.items], second.next_cursor) == ([3], None)
    assert [document.order for document in reader.documents("p1", None, True).items] == [3, 2]
    with pytest.raises(InvalidRequest):
        reader.documents("p2", first.next_cursor, False)


def test_documents_of_another_tenant_are_not_there(begin, connection, tenant):
    put(begin, None, draft())
    other = DynamoReader(connection, tenant + "x")
    assert other.get(DocumentKey("p1", draft().id)) == (None,)
    assert other.document_of_number(draft().number) is None
    assert other.documents("p1", None, False).items == []


def test_key_that_reaches_for_another_tenant_is_refused(reader):
    for key in (DocumentKey("p1#x", "d"), DocumentKey("p1", "d#x"), PasswordKey("a#b"), ProcessKey("")):
        with pytest.raises(RefusedKey):
            reader.get(key)


# Versions


def test_versions_come_newest_first_and_the_same_number_is_replaced(begin, reader):
    for number, name in ((1, "a"), (2, "b"), (2, "c"), (10, "d")):
        work = begin()
        work.put_version(Version("p1", "d1", number, name, name * 64, ANA, START))
        work.commit({})
    assert [(kept.number, kept.content_key) for kept in reader.versions("p1", "d1")] == [
        (10, "d"),
        (2, "c"),
        (1, "a"),
    ]
    assert reader.get(VersionKey("p1", "d1", 2))[0].content_key == "c"
    assert reader.versions("p1", "d") == []


# Uploads


def test_upload_moves_once_from_waiting(begin, reader):
    work = begin()
    work.put_upload(None, UPLOAD)
    work.commit({})
    accepted = replace(UPLOAD, state=UploadState.ACCEPTED, pages=2)
    for again in (False, True):
        work = begin()
        work.put_upload(UPLOAD, accepted)
        if again:
            with pytest.raises(WriteConflict):
                work.commit({})
        else:
            work.commit({})
    assert reader.get(UploadKey("p1", "u1")) == (accepted,)


# Numbers


def test_document_numbers_follow_each_other_in_each_tenant(connection, tenant):
    assert [next_document_number(tenant) for _ in range(3)] == [1, 2, 3]
    assert next_document_number(tenant + "x") == 1


def test_counter_is_taken_by_one_only(begin, reader):
    counter = CounterKey("type.oficio.prot.2026")
    assert reader.get(counter) == (0,)
    one, other = begin(), begin()
    assert (one.take(counter, 0), other.take(counter, 0)) == (1, 1)
    one.commit({})
    with pytest.raises(WriteConflict):
        other.commit({})
    following = begin()
    assert following.take(counter, 1) == 2
    following.commit({})
    assert reader.get(counter) == (2,)


# Marks


def test_pen_does_not_turn_over_a_text_that_changed(begin, reader, tenant):
    put(begin, None, signed())
    DynamoMarks(tenant).seen(signed(revision=1))
    assert reader.get(DocumentKey("p1", signed().id)) == (signed(),)
    DynamoMarks(tenant).seen(draft(id="00009-nada"))
    assert reader.get(DocumentKey("p1", "00009-nada")) == (None,)


def test_newest_pdf_is_the_one_remembered(reader, tenant):
    marks, key = DynamoMarks(tenant), RenditionKey("p1", "d1")
    assert reader.get(key) == (None,)
    for revision in (2, 3, 1):
        marks.rendered(Rendition("p1", "d1", revision, f"k{revision}", "f" * 64, 10, START))
    assert reader.get(key)[0].key == "k3"


# The operation


def test_repeated_operation_gives_its_first_reply(begin):
    begin("mesma-chave").commit({"id": "1"})
    with pytest.raises(OperationDone) as done:
        begin("mesma-chave")
    assert done.value.reply == {"id": "1"}
    with pytest.raises(OperationMismatch):
        begin("mesma-chave", "outro")


def test_of_two_equal_operations_at_once_the_second_gets_the_reply_of_the_first(begin):
    one, other = begin("mesma-chave"), begin("mesma-chave")
    one.commit({"id": "1"})
    with pytest.raises(OperationDone) as done:
        other.commit({"id": "2"})
    assert done.value.reply == {"id": "1"}


def test_draft_is_saved_only_while_the_process_is_open_in_the_unit(begin, tenant):
    process = a_process(tenant=tenant, nup=f"00003.{abs(hash(tenant)) % 10**6:06d}/2026")
    work = begin()
    work.change_process(None, Change(process, (Act(ANA, ORIGIN, ProcessStarted("public")),)))
    work.commit({})
    for unit, open_there in (("prot", True), ("pro", False), ("rh", False)):
        work = begin()
        work.require_open(process, unit)
        work.put_document(None, draft(id=f"00001-{unit}"))
        if open_there:
            work.commit({})
        else:
            with pytest.raises(WriteConflict):
                work.commit({})


def test_nothing_of_a_refused_commit_is_written(begin, reader):
    put(begin, None, draft())
    work = begin()
    work.put_version(Version("p1", "d9", 1, "k", "f" * 64, ANA, START + timedelta(hours=1)))
    work.put_document(None, draft())
    with pytest.raises(WriteConflict):
        work.commit({})
    assert reader.versions("p1", "d9") == []
