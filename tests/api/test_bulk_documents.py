"""The same act on many documents, over HTTP and its workers (issue 4 §6; BLO-01, DOC-13, DOC-20, PRO-08)."""

from typing import Any, get_args

from chalicelib.api import bulk_documents, replies
from chalicelib.application.bulk.document_acts import DOCUMENT_ACTS
from tests.api.test_bulk import results
from tests.api.test_processes import fits, problem
from tests.world.builders import authenticating_many, digitized, drafted, signed, started
from tests.world.jobs import ordering_documents, worked
from tests.world.scenarios.blocks import block
from tests.world.world import Ask, World

Places = list[tuple[str, str]]


def ordered(world: World, act: str, places: Places, **form: Any) -> str:
    reply = world.send(ordering_documents(world.ana, act, places, **form))
    assert reply.status == 201, reply.text
    return str(fits(replies.JobStarted, reply.json)["job"])


def test_every_act_on_many_documents_has_its_form_and_its_row():
    acts = set(get_args(bulk_documents.DocumentsBody.model_fields["act"].annotation))
    assert acts == set(bulk_documents.FORMS) == set(DOCUMENT_ACTS)


def test_documents_enter_a_signing_block_and_each_says_what_became_of_it(world: World):
    """BLO-01: the same document twice is refused beside its name."""
    made, places = block(world), [drafted(world), drafted(world)]
    world.done(Ask(world.ana, "POST", f"/blocks/{made}/items", {"process": places[1][0], "document": places[1][1]}))
    told = results(world, world.ana, ordered(world, "block", places, block=made))
    assert [state for _, state in told] == ["done", "already_in_block"]
    number = world.call(world.ana, "GET", f"/processes/{places[0][0]}").json["process"]["nup"]
    assert told[0][0].endswith(f", {number}")
    assert len(world.call(world.ana, "GET", f"/blocks/{made}").json["items"]) == 2


def test_documents_of_one_process_each_get_an_entry_of_their_own(world: World):
    """DOC-20, PRO-08: more than a batch of them, one after the other."""
    process = started(world)
    places = [signed(world, process) for _ in range(2)]
    worked(world, world.ana, ordered(world, "acknowledge", places))
    form = {"access_level": "restricted", "legal_basis": "informacao-pessoal"}
    told = results(world, world.ana, ordered(world, "metadata", [drafted(world, process=process)], **form))
    assert [state for _, state in told] == ["done"]
    kinds = [entry.fact.kind() for entry in world.history(process)]
    assert kinds.count("document_acknowledged") == 2
    world.check(process)


def test_data_of_one_document_only_is_not_changed_in_many(world: World):
    place = {"process": "p", "document": "d"}
    for form, field, code in (
        ({"date": "2026-01-02"}, "form.date", "of_one"),
        ({"number": "77", "remark": "x"}, "form.number", "of_one"),
        ({}, "form", "required"),
    ):
        body = {"act": "metadata", "documents": [place], "form": form}
        refused = world.call(world.ana, "POST", "/bulk-document-acts", body)
        problem(refused, 400, "invalid_request")
        assert [(one["field"], one["code"]) for one in refused.json["errors"]] == [(field, code)]


def test_papers_of_two_processes_are_authenticated_with_one_password(world: World):
    """DOC-13."""
    reply = world.send(authenticating_many(world, [digitized(world), digitized(world)]))
    assert reply.status == 200, reply.text
    told = fits(replies.AuthenticatedMany, reply.json)["results"]
    assert [one["authenticated"] for one in told] == [True, True]
