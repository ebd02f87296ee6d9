"""The same act on many documents: each with its own result and its own entry; those of one process one after the other
(issue 4 §6; BLO-01, DOC-08, DOC-13, DOC-17, DOC-18, DOC-20, DOC-21, PRO-08, PRO-22, PRO-25)."""

from dataclasses import replace
from typing import Any

import pytest

from chalicelib.application.bulk.document_acts import DOCUMENT_ACTS, KIND, bulk_documents_kind
from chalicelib.application.bulk.order_documents import UNSEEN, DocumentsOrder, order_document_act
from chalicelib.application.bulk.retry import retry_bulk_act
from chalicelib.application.documents.authenticate_many import authenticate_documents
from chalicelib.application.documents.with_one_password import OnePassword, ToSign
from chalicelib.application.jobs.close import close_job
from chalicelib.application.jobs.open_job import open_job
from chalicelib.application.jobs.run_batch import run_batch
from chalicelib.application.references import DocumentKey, JobKey
from chalicelib.domain.document import Document, DocumentState
from chalicelib.domain.errors import Conflict, InvalidRequest, Unauthenticated
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import ItemState, Job
from tests.application.documents.office import again, drafted, filed, office, signed
from tests.application.documents.test_authenticate import paper
from tests.application.under_way import CLERK, FOREIGNER, RESTRICTED, started
from tests.fakes.city import ANA
from tests.fakes.outside import Outside
from tests.fakes.people import SECRET, People

KINDS = {KIND: bulk_documents_kind()}
WHY = {"reason": "Juntado por engano"}


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> Outside:
    """An office, with Ana at work: retries do not sleep."""
    monkeypatch.setattr("time.sleep", lambda _: None)
    made = office()
    assert isinstance(made.identity, People)
    made.identity.hire()
    return made


def ordered(outside: Outside, act: str, documents: list[Document], who: Actor = CLERK, **form: Any) -> Job:
    places = tuple((one.process, one.id) for one in documents)
    operation = outside.operation(who.user.id)
    reply = order_document_act(outside.ports, who, operation, DocumentsOrder(act, places, form))
    job = outside.memory.things[JobKey(who.user.id, str(reply["job"]))]
    assert isinstance(job, Job)
    return job


def worked(outside: Outside, job: Job) -> list[str]:
    """The job done; -> what became of each item."""
    for number in open_job(outside.ports, ANA.id, job.id)["batches"]:
        while run_batch(outside.ports, KINDS, ANA.id, job.id, number, lambda: False)["more"]:
            pass
    close_job(outside.ports, KINDS, ANA.id, job.id)
    items = [item for batch in outside.ports.jobs.batches(job) for item in batch.items]
    return [item.code or item.state.value for item in items]


def told(outside: Outside, process: str) -> list[str]:
    return [entry.fact.kind() for entry in outside.memory.histories[process]]


def test_documents_of_several_processes_are_acknowledged_and_a_draft_says_why_not(outside: Outside):
    first, second = (signed(outside, drafted(outside, started(outside))) for _ in range(2))
    draft = drafted(outside, started(outside))
    job = ordered(outside, "acknowledge", [first, draft, second])
    results = worked(outside, job)
    assert (results[0], results[2]) == ("done", "done")
    assert results[1] not in ("done", "waiting")
    assert [told(outside, one.process).count("document_acknowledged") for one in (first, draft, second)] == [1, 0, 1]


def test_many_documents_of_one_process_are_done_in_turn_and_those_of_many_side_by_side(outside: Outside):
    """Five hands at one process would only hinder each other: its history is one chain."""
    process = started(outside)
    many = [drafted(outside, process) for _ in range(21)]
    job = ordered(outside, "lock", many)
    assert job.in_turn
    assert open_job(outside.ports, ANA.id, job.id)["batches"] == [0]
    assert set(worked(outside, job)) == {"done"}
    assert all(again(outside, one).locked for one in many)
    assert told(outside, process).count("document_locked") == 21
    apart = [drafted(outside, started(outside)) for _ in range(12)]
    job = ordered(outside, "lock", apart)
    assert not job.in_turn
    assert open_job(outside.ports, ANA.id, job.id)["batches"] == [0, 1]


def test_documents_done_in_turn_go_on_from_where_a_worker_died(outside: Outside):
    process = started(outside)
    many = [drafted(outside, process) for _ in range(25)]
    job = ordered(outside, "lock", many)
    left = iter(range(14))

    def dies() -> bool:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return False

    assert run_batch(outside.ports, KINDS, ANA.id, job.id, 0, dies) == {"more": True}
    with pytest.raises(KeyboardInterrupt):
        run_batch(outside.ports, KINDS, ANA.id, job.id, 0, dies)
    assert sum(again(outside, one).locked for one in many) == 14
    assert set(worked(outside, job)) == {"done"}
    assert told(outside, process).count("document_locked") == 25


def test_documents_are_deleted_brought_back_and_cancelled(outside: Outside):
    process = started(outside)
    drafts = [drafted(outside, process) for _ in range(2)]
    assert worked(outside, ordered(outside, "delete", drafts)) == ["done", "done"]
    assert DocumentKey(process, drafts[0].id) not in outside.memory.things
    assert worked(outside, ordered(outside, "restore", drafts)) == ["done", "done"]
    assert again(outside, drafts[0]).state is DocumentState.DRAFT
    results = worked(outside, ordered(outside, "cancel", drafts, **WHY))
    assert all(each not in ("done", "waiting") for each in results), "a draft is deleted, not cancelled"
    assert worked(outside, ordered(outside, "restore", drafts)) == ["not_found", "not_found"]


def test_files_are_moved_to_another_process_and_a_text_is_not(outside: Outside):
    source, destination = started(outside), started(outside)
    paper_one, text = filed(outside, source), drafted(outside, source)
    job = ordered(outside, "move", [paper_one, text], process=destination, **WHY)
    assert job.in_turn
    results = worked(outside, job)
    assert results[0] == "done"
    assert results[1] not in ("done", "waiting")
    assert told(outside, destination).count("document_moved_from") == 1


def test_level_and_remark_change_and_the_rest_of_each_document_stays(outside: Outside):
    one, other = drafted(outside, started(outside)), filed(outside, started(outside))
    form = {"access_level": "restricted", "legal_basis": "pessoal", "remark": "Ver a LGPD"}
    assert worked(outside, ordered(outside, "metadata", [one, other], **form)) == ["done", "done"]
    after = again(outside, other).metadata
    assert (after.level.value, after.remark) == ("restricted", "Ver a LGPD")
    assert replace(after, level=other.metadata.level, legal_basis=None, remark="") == other.metadata


def test_documents_become_favourites_get_a_comment_and_are_locked_and_unlocked(outside: Outside):
    some = [drafted(outside, started(outside)) for _ in range(2)]
    for act, form in (
        ("favourite", {"group": "Modelos"}),
        ("comment", {"text": "Conferir a metragem"}),
        ("lock", {}),
        ("unlock", {}),
    ):
        assert worked(outside, ordered(outside, act, some, **form)) == ["done", "done"], act


def test_what_a_person_may_not_see_has_no_name_in_the_job(outside: Outside):
    process = started(outside, RESTRICTED)
    hidden, absent = drafted(outside, process), drafted(outside, started(outside))
    del outside.memory.things[DocumentKey(absent.process, absent.id)]
    job = ordered(outside, "favourite", [hidden, absent], FOREIGNER, group="")
    items = [item for batch in outside.ports.jobs.batches(job) for item in batch.items]
    assert [item.label for item in items] == [UNSEEN, UNSEEN]


def test_somebody_else_s_trash_has_no_name_in_the_job(outside: Outside):
    draft = drafted(outside, started(outside))
    worked(outside, ordered(outside, "delete", [draft]))
    job = ordered(outside, "restore", [draft], FOREIGNER)
    (item,) = outside.ports.jobs.batches(job)[0].items
    assert item.label == UNSEEN


def test_no_more_than_five_hundred_documents_go_with_an_order(outside: Outside):
    places = tuple(("p", f"d{n}") for n in range(501))
    with pytest.raises(InvalidRequest) as refusal:
        order_document_act(outside.ports, CLERK, outside.operation(), DocumentsOrder("lock", places, {}))
    assert refusal.value.errors[0].code == "too_many_items"


def test_what_failed_is_tried_again_with_the_same_form(outside: Outside, monkeypatch: pytest.MonkeyPatch):
    """The new job is done in turn as the first one was."""
    process = started(outside)
    many = [drafted(outside, process) for _ in range(11)]

    def busy(*_: object) -> None:
        raise Conflict("process_changed", "Outra pessoa alterou isto ao mesmo tempo.")

    job = ordered(outside, "comment", many, text="Conferir a metragem")
    with monkeypatch.context() as broken:
        broken.setitem(DOCUMENT_ACTS, "comment", type(DOCUMENT_ACTS["comment"])("Comentar documentos", busy))
        assert set(worked(outside, job)) == {"process_changed"}
    reply = retry_bulk_act(outside.ports, CLERK, outside.operation(), job.id)
    again_job = outside.memory.things[JobKey(ANA.id, str(reply["job"]))]
    assert isinstance(again_job, Job)
    assert (again_job.in_turn, again_job.total, again_job.title) == (True, 11, "Comentar documentos")
    assert set(worked(outside, again_job)) == {ItemState.DONE.value}


# DOC-13


def certified(outside: Outside, papers: list[Document], password: str = SECRET) -> list[str | None]:
    wanted = [ToSign(one.process, one.id, one.file.sha256 if one.file else "0" * 64) for one in papers]
    title = "Agente de Protocolo"
    reply = authenticate_documents(outside.ports, CLERK, outside.operation(), OnePassword(password, title), wanted)
    assert [result["document"] for result in reply["results"]] == [one.id for one in papers]
    return [None if result["authenticated"] else result["code"] for result in reply["results"]]


def test_papers_are_authenticated_with_one_password_each_with_its_result(outside: Outside):
    papers = [paper(outside, started(outside)) for _ in range(3)]
    assert certified(outside, papers[:1]) == [None]
    assert certified(outside, papers) == ["already_authenticated", None, None]
    assert all(len(again(outside, one).signatures) == 1 for one in papers)


def test_wrong_password_authenticates_nothing(outside: Outside):
    papers = [paper(outside, started(outside)) for _ in range(2)]
    with pytest.raises(Unauthenticated):
        certified(outside, papers, "errada")
    assert not any(again(outside, one).signatures for one in papers)
