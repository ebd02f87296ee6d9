"""The policy in words: the rules of features.md §1.2, §1.3, §6 as a clerk would tell them (PRO-08, DOC-11,
DOC-12, DOC-17, TRA-03, ACC-04, ACC-10). The exhaustive proof is in tests/policy.
"""

from dataclasses import replace

import pytest

from chalicelib.domain.access import (
    AccessLevel,
    Context,
    DocumentResource,
    ProcessResource,
    Profile,
    RoutingResource,
    ServiceScope,
    Subject,
    effective,
)
from chalicelib.domain.errors import Forbidden, NotFound, Unauthenticated
from chalicelib.domain.policy import Action, authorise, decide, needs_resource, visible_actions

ANA = Subject("ana.lima", "ubatuba", "pmu", "semad-prot", frozenset({Profile.BASIC}))
COLLEAGUE_OF_WORKS = replace(ANA, user="rui.melo", unit="seobras")
TOURISM = replace(ANA, user="eva.reis", agency="comtur", unit="comtur-dir")
PROTOCOL_CLERK = replace(ANA, user="lia.dias", unit="prot-geral", unit_is_protocol=True)
EVERYTHING = ServiceScope(frozenset(Action))
PASSWORD = Context(reauthenticated=True)

PROCESS = ProcessResource("ubatuba", "pmu", AccessLevel.PUBLIC, "semad-prot", frozenset({"semad-prot"}))
RESTRICTED = replace(PROCESS, level=AccessLevel.RESTRICTED)
CONFIDENTIAL = replace(
    PROCESS, level=AccessLevel.CONFIDENTIAL, credentials=frozenset({("ana.lima", "semad-prot")})
)
DRAFT = DocumentResource(PROCESS, "semad-prot", AccessLevel.PUBLIC, "authored", "draft")
SIGNED = replace(DRAFT, state="signed", pen="unseen", signer_units=frozenset({"semad-prot"}))
FILE = replace(DRAFT, kind="uploaded", state="filed")


def may(subject, action, thing, context=PASSWORD):
    return decide(subject, action, thing, context).allowed


def refusal(subject, action, thing, context=PASSWORD):
    decision = decide(subject, action, thing, context)
    assert not decision.allowed
    return "hidden" if decision.hidden else decision.code


def within(document, process):
    return replace(document, process=process, level=process.level)


def test_effective_level_is_the_most_secret_of_process_and_documents():
    assert effective([AccessLevel.PUBLIC, AccessLevel.RESTRICTED]) is AccessLevel.RESTRICTED
    assert effective(AccessLevel) is AccessLevel.CONFIDENTIAL
    assert effective([]) is AccessLevel.PUBLIC


def test_public_process_is_open_to_every_user_of_the_city():
    for subject in (ANA, COLLEAGUE_OF_WORKS, TOURISM):
        assert may(subject, Action.PROCESS_SEE, PROCESS)
        assert may(subject, Action.PROCESS_LIST, PROCESS)
        assert may(subject, Action.DOCUMENT_READ, SIGNED)


def test_restricted_process_shows_its_tree_to_the_agency_and_its_content_where_it_passed():
    letter = within(SIGNED, RESTRICTED)
    assert may(COLLEAGUE_OF_WORKS, Action.PROCESS_SEE, RESTRICTED)
    assert may(COLLEAGUE_OF_WORKS, Action.DOCUMENT_SEE_NODE, letter)
    assert refusal(COLLEAGUE_OF_WORKS, Action.DOCUMENT_READ, letter) == "restricted_content"
    assert refusal(COLLEAGUE_OF_WORKS, Action.PROCESS_EXPORT, RESTRICTED) == "restricted_content"
    passed = replace(RESTRICTED, passed_units=frozenset({"seobras"}))
    assert may(COLLEAGUE_OF_WORKS, Action.DOCUMENT_READ, within(SIGNED, passed))


def test_restricted_process_is_found_by_its_number_but_not_in_lists():
    assert refusal(COLLEAGUE_OF_WORKS, Action.PROCESS_LIST, RESTRICTED) == "hidden"
    assert may(COLLEAGUE_OF_WORKS, Action.FIND_BY_NUMBER, None)
    assert may(PROTOCOL_CLERK, Action.PROCESS_LIST, RESTRICTED)


def test_restricted_process_does_not_exist_for_another_agency_until_it_is_sent_there():
    assert refusal(TOURISM, Action.PROCESS_SEE, RESTRICTED) == "hidden"
    sent = replace(RESTRICTED, open_units=frozenset({"semad-prot", "comtur-dir"}))
    assert may(TOURISM, Action.DOCUMENT_READ, within(SIGNED, sent))


def test_confidential_process_exists_only_for_who_has_a_credential_and_only_after_the_password():
    assert refusal(COLLEAGUE_OF_WORKS, Action.PROCESS_SEE, CONFIDENTIAL) == "hidden"
    assert refusal(replace(ANA, unit="seobras"), Action.PROCESS_SEE, CONFIDENTIAL) == "hidden"
    assert refusal(ANA, Action.PROCESS_SEE, CONFIDENTIAL, Context()) == "confidential_password_required"
    assert may(ANA, Action.PROCESS_SEE, CONFIDENTIAL)
    assert may(ANA, Action.PROCESS_LIST, CONFIDENTIAL, Context())
    assert refusal(ANA, Action.PROCESS_SEND, CONFIDENTIAL) == "confidential_not_routed"


@pytest.mark.parametrize("profile", [Profile.ADMINISTRATOR, Profile.AUDITOR, Profile.TECHNOLOGY])
def test_technical_profiles_open_nothing_by_role(profile):
    technician = replace(ANA, profiles=frozenset({profile}))
    assert refusal(technician, Action.PROCESS_SEE, PROCESS) == "hidden"
    assert refusal(technician, Action.INBOX_READ, None) == "profile_required"
    assert may(technician, Action.CATALOGUE_READ, None)


def test_draft_is_read_only_in_the_unit_that_wrote_it_though_its_place_in_the_tree_is_seen():
    process = replace(PROCESS, open_units=frozenset({"semad-prot", "seobras"}))
    draft = replace(DRAFT, process=process)
    assert may(ANA, Action.DOCUMENT_READ, draft)
    assert may(COLLEAGUE_OF_WORKS, Action.DOCUMENT_SEE_NODE, draft)
    assert refusal(COLLEAGUE_OF_WORKS, Action.DOCUMENT_READ, draft) == "draft_of_another_unit"
    in_block = replace(draft, shared_with=frozenset({"seobras"}))
    assert may(COLLEAGUE_OF_WORKS, Action.DOCUMENT_SIGN, in_block)
    assert refusal(ANA, Action.DOCUMENT_EDIT, in_block) == "document_in_block"
    in_meeting = replace(draft, shown_to=frozenset({"seobras"}))
    assert may(COLLEAGUE_OF_WORKS, Action.DOCUMENT_READ, in_meeting)
    assert refusal(COLLEAGUE_OF_WORKS, Action.DOCUMENT_EDIT, in_meeting) == "document_of_another_unit"


def test_unit_that_does_not_hold_the_process_cannot_send_conclude_nor_assign_it():
    for action in (Action.PROCESS_SEND, Action.PROCESS_CONCLUDE, Action.PROCESS_ASSIGN, Action.PROCESS_EDIT):
        assert may(ANA, action, PROCESS)
        assert refusal(COLLEAGUE_OF_WORKS, action, PROCESS) == "process_not_open_here"


def test_process_is_reopened_only_where_it_has_been():
    concluded = replace(PROCESS, open_units=frozenset({"seobras"}), passed_units=frozenset({"seobras"}))
    assert may(ANA, Action.PROCESS_REOPEN, concluded)
    assert refusal(COLLEAGUE_OF_WORKS, Action.PROCESS_REOPEN, concluded) == "process_already_open_here"
    assert refusal(PROTOCOL_CLERK, Action.PROCESS_REOPEN, concluded) == "process_never_here"


def test_process_is_deleted_only_by_the_unit_that_started_it_while_open_only_there():
    assert may(ANA, Action.PROCESS_DELETE, PROCESS)
    elsewhere = replace(PROCESS, open_units=frozenset({"semad-prot", "seobras"}))
    assert refusal(ANA, Action.PROCESS_DELETE, elsewhere) == "process_not_only_here"
    assert refusal(COLLEAGUE_OF_WORKS, Action.PROCESS_DELETE, elsewhere) == "process_not_only_here"


def test_only_the_unit_that_asked_for_the_return_changes_it_even_after_concluding():
    concluded = replace(PROCESS, open_units=frozenset({"seobras"}))
    routing = RoutingResource(concluded, "semad-prot")
    for action in (Action.ROUTING_EXTEND, Action.ROUTING_WITHDRAW_RETURN):
        assert may(ANA, action, routing)
        assert refusal(COLLEAGUE_OF_WORKS, action, routing) == "not_demanding_unit"


def test_protocol_unit_inserts_documents_in_processes_of_its_agency_except_confidential_ones():
    for process in (PROCESS, RESTRICTED):
        assert may(PROTOCOL_CLERK, Action.DOCUMENT_UPLOAD, process)
        assert may(PROTOCOL_CLERK, Action.DOCUMENT_CREATE, process)
    assert refusal(PROTOCOL_CLERK, Action.DOCUMENT_UPLOAD, CONFIDENTIAL) == "hidden"
    other = replace(PROCESS, agency="comtur")
    assert refusal(PROTOCOL_CLERK, Action.DOCUMENT_UPLOAD, other) == "process_not_open_here"
    assert refusal(COLLEAGUE_OF_WORKS, Action.DOCUMENT_UPLOAD, PROCESS) == "process_not_open_here"


def test_protocol_unit_corrects_and_takes_back_what_it_inserted():
    inserted = replace(FILE, unit="prot-geral", process=RESTRICTED, level=AccessLevel.RESTRICTED)
    for action in (Action.DOCUMENT_READ, Action.DOCUMENT_EDIT_METADATA, Action.DOCUMENT_DELETE):
        assert may(PROTOCOL_CLERK, action, inserted)
    assert may(PROTOCOL_CLERK, Action.DOCUMENT_CANCEL, replace(inserted, pen="seen"))


def test_yellow_pen_is_still_edited_and_deleted_and_black_pen_only_cancelled():
    assert may(ANA, Action.DOCUMENT_EDIT, SIGNED)
    assert may(ANA, Action.DOCUMENT_DELETE, SIGNED)
    assert refusal(ANA, Action.DOCUMENT_CANCEL, SIGNED) == "document_not_cancellable"
    frozen = replace(SIGNED, pen="seen")
    assert refusal(ANA, Action.DOCUMENT_EDIT, frozen) == "document_frozen"
    assert refusal(ANA, Action.DOCUMENT_DELETE, frozen) == "document_not_deletable"
    assert may(ANA, Action.DOCUMENT_CANCEL, frozen)
    assert refusal(COLLEAGUE_OF_WORKS, Action.DOCUMENT_CANCEL, frozen) == "document_of_another_unit"


def test_file_is_taken_back_until_somebody_elsewhere_may_have_counted_on_it():
    assert may(ANA, Action.DOCUMENT_DELETE, FILE)
    for later in (replace(FILE, pen="seen"), replace(FILE, moved_since=True)):
        assert refusal(ANA, Action.DOCUMENT_DELETE, later) == "document_not_deletable"
        assert may(ANA, Action.DOCUMENT_CANCEL, later)
    assert refusal(ANA, Action.DOCUMENT_SIGN, FILE) == "not_authored"


def test_cancelled_document_keeps_its_place_and_loses_its_content():
    cancelled = replace(SIGNED, state="cancelled")
    assert may(ANA, Action.DOCUMENT_SEE_NODE, cancelled)
    for action in (Action.DOCUMENT_READ, Action.DOCUMENT_EDIT, Action.DOCUMENT_CANCEL):
        assert refusal(ANA, action, cancelled) == "document_cancelled"


def test_published_document_is_frozen():
    published = replace(SIGNED, published=True)
    for action in (
        Action.DOCUMENT_EDIT,
        Action.DOCUMENT_SIGN,
        Action.DOCUMENT_DELETE,
        Action.DOCUMENT_CANCEL,
    ):
        assert refusal(ANA, action, published) == "document_published"


def test_signing_asks_for_the_password_in_the_act_and_for_a_person():
    assert may(ANA, Action.DOCUMENT_SIGN, DRAFT)
    assert refusal(ANA, Action.DOCUMENT_SIGN, DRAFT, Context()) == "reauthentication_required"
    assert refusal(replace(ANA, scope=EVERYTHING), Action.DOCUMENT_SIGN, DRAFT) == "person_required"


def test_process_concluded_while_somebody_writes_takes_no_more_text():
    concluded = replace(PROCESS, open_units=frozenset({"seobras"}))
    assert refusal(ANA, Action.DOCUMENT_EDIT, replace(DRAFT, process=concluded)) == "process_not_open_here"


@pytest.mark.parametrize("state", ["locked", "annexed"])
def test_locked_or_annexed_process_takes_no_documents(state):
    process = replace(PROCESS, state=state)
    assert refusal(ANA, Action.DOCUMENT_CREATE, process) == "process_view_only"
    assert refusal(ANA, Action.DOCUMENT_SIGN, replace(DRAFT, process=process)) == "process_view_only"
    assert may(ANA, Action.DOCUMENT_READ, replace(SIGNED, process=process))


def test_whoever_comes_from_the_street_reads_only_public_signed_documents():
    assert may(None, Action.AUTHENTICITY_CHECK, None)
    assert may(None, Action.AUTHENTICITY_READ_CONTENT, SIGNED)
    for thing in (DRAFT, FILE, within(SIGNED, RESTRICTED), within(SIGNED, CONFIDENTIAL)):
        assert refusal(None, Action.AUTHENTICITY_READ_CONTENT, thing) == "content_not_public"


def test_authorising_raises_what_the_api_answers():
    with pytest.raises(Unauthenticated) as nobody:
        authorise(None, Action.INBOX_READ)
    assert nobody.value.code == "session_required"
    with pytest.raises(NotFound) as invisible:
        authorise(TOURISM, Action.PROCESS_SEE, RESTRICTED)
    assert (invisible.value.code, invisible.value.message) == (NotFound().code, NotFound().message)
    with pytest.raises(Forbidden) as refused:
        authorise(COLLEAGUE_OF_WORKS, Action.PROCESS_SEND, PROCESS)
    assert refused.value.message == "O processo não está aberto na sua unidade."
    authorise(ANA, Action.PROCESS_SEND, PROCESS)


def test_toolbar_offers_signing_before_the_password_is_asked():
    shown = visible_actions(ANA, DRAFT)
    assert shown[Action.DOCUMENT_SIGN].allowed
    assert shown[Action.DOCUMENT_CANCEL].reason.startswith("O cancelamento só é possível")


def test_acts_on_a_thing_need_the_thing():
    assert needs_resource(Action.PROCESS_SEE)
    assert not needs_resource(Action.INBOX_READ)


def test_only_a_protocol_unit_authenticates_what_it_digitized():
    """DOC-13."""
    protocol = replace(ANA, unit_is_protocol=True)
    assert may(protocol, Action.DOCUMENT_AUTHENTICATE, FILE)
    assert refusal(ANA, Action.DOCUMENT_AUTHENTICATE, FILE) == "not_protocol_unit"
    assert refusal(PROTOCOL_CLERK, Action.DOCUMENT_AUTHENTICATE, FILE) == "document_of_another_unit"
    assert refusal(protocol, Action.DOCUMENT_AUTHENTICATE, DRAFT) == "not_uploaded"
    assert refusal(protocol, Action.DOCUMENT_AUTHENTICATE, FILE, Context()) == "reauthentication_required"
    assert refusal(replace(protocol, scope=EVERYTHING), Action.DOCUMENT_AUTHENTICATE, FILE) == "person_required"
