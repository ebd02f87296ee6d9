"""What must hold of every decision, whatever the facts (security.md §2.3; goals A1, A3, A5, A8)."""

import re
import sys
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.access import (
    TECHNICAL_PROFILES,
    AccessLevel,
    Context,
    DocumentResource,
    Oversight,
    ProcessResource,
    Profile,
    RoutingResource,
    Subject,
)
from chalicelib.domain.policy import decide, granted_actions, visible_actions
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_profiles import ANONYMOUS
from chalicelib.domain.policy_rules import NOTHING, RULES
from tests.policy.scopes import EVERYTHING, FEW, OTHERS

MOST_CALLS = 40
UNITS = ("here", "there", "beyond")
units = st.frozensets(st.sampled_from(UNITS))
seats = st.frozensets(st.tuples(st.sampled_from(("ana", "beto")), st.sampled_from(UNITS)))
agencies = st.sampled_from(("pmu", "ipmu"))
levels, contexts = st.sampled_from(AccessLevel), st.builds(Context, st.booleans())
subjects = st.builds(
    Subject,
    st.just("ana"),
    st.sampled_from(("ubatuba", "ubatuba", "ubatuba", "other")),
    agencies,
    st.just("here"),
    st.frozensets(st.sampled_from(Profile), max_size=3),
    st.booleans(),
    scope=st.sampled_from((None, None, EVERYTHING, FEW, OTHERS)),
    oversees=st.frozensets(st.builds(Oversight, st.just(frozenset()), st.frozensets(agencies)), max_size=1),
)
processes = st.builds(
    ProcessResource,
    st.just("ubatuba"),
    agencies,
    levels,
    st.sampled_from(UNITS),
    units,
    st.sampled_from(("normal", "suspended", "annexed", "locked")),
    units,
    units,
    seats,
)
documents = st.builds(
    DocumentResource,
    processes,
    st.sampled_from(UNITS),
    levels,
    st.sampled_from(("authored", "uploaded")),
    st.sampled_from(("draft", "signed", "filed", "cancelled")),
    st.sampled_from(("none", "unseen", "seen")),
    st.booleans(),
    st.booleans(),
    units,
    units,
    units,
    seats,
).filter(lambda one: one.state != "signed" or one.pen != "none")
routings = st.builds(RoutingResource, processes, st.sampled_from(UNITS))
things = st.one_of(processes, documents, routings)

PASSWORD = Context(True)


def _acts_on(thing):
    return [action for action, rule in RULES.items() if rule.on is type(thing) and action not in ANONYMOUS]


def _allowed(subject, thing, context=PASSWORD):
    return {action for action in _acts_on(thing) if decide(subject, action, thing, context).allowed}


def _sees(subject, thing):
    return decide(subject, Action.PROCESS_SEE, replace(thing.process, level=thing.secrecy), PASSWORD).allowed


ADMINISTRATIVE = {Action.PROCESS_UNANNEX, Action.PROCESS_LOCK, Action.PROCESS_UNLOCK}


@given(subjects, things, contexts)
def test_nothing_confidential_without_a_live_credential(subject, thing, context):
    if (
        thing.secrecy is AccessLevel.CONFIDENTIAL
        and (subject.user, subject.unit) not in thing.process.credentials
    ):
        assert all(decide(subject, action, thing, context).hidden for action in _acts_on(thing))


@given(subjects, things)
def test_nothing_confidential_without_the_password(subject, thing):
    if thing.secrecy is AccessLevel.CONFIDENTIAL:
        shown = _allowed(subject, thing, Context(False)) - {Action.PROCESS_LIST}
        assert shown <= {Action.CONFIDENTIAL_OPEN, Action.CONFIDENTIAL_CLOSE}  # opening asks for it


@given(subjects, things, contexts)
def test_another_tenant_does_not_exist(subject, thing, context):
    stranger = replace(subject, tenant="other")
    assert all(decide(stranger, action, thing, context).hidden for action in _acts_on(thing))


@given(subjects, documents, contexts)
def test_signing_needs_a_person_and_the_password(subject, document, context):
    if decide(subject, Action.DOCUMENT_SIGN, document, context).allowed:
        assert context.reauthenticated
        assert not subject.service


@given(subjects, things, contexts)
def test_technical_profiles_open_nothing_and_add_only_what_is_the_administrators(subject, thing, context):
    """Unannexing and locking are an administrator's (PRO-17, §1.1), on what another profile lets be seen."""
    technical = replace(subject, profiles=TECHNICAL_PROFILES)
    assert all(decide(technical, action, thing, context).hidden for action in _acts_on(thing))
    both = replace(subject, profiles=subject.profiles | TECHNICAL_PROFILES)
    without = replace(subject, profiles=subject.profiles - TECHNICAL_PROFILES)
    for action in _acts_on(thing):
        if action in ADMINISTRATIVE:
            seen = decide(without, Action.PROCESS_SEE, thing, context)
            assert decide(both, action, thing, context).allowed <= seen.allowed
        else:
            assert decide(both, action, thing, context) == decide(without, action, thing, context)


def _at(thing, level):
    if isinstance(thing, ProcessResource):
        return replace(thing, level=level)
    raised = replace(thing, process=replace(thing.process, level=level))
    return replace(raised, level=level) if isinstance(raised, DocumentResource) else raised


def _without_credentials(thing):
    bare = replace(thing.process, credentials=frozenset())
    return bare if isinstance(thing, ProcessResource) else replace(thing, process=bare)


@given(subjects, things, contexts)
def test_raising_the_level_adds_nothing_to_who_has_no_credential(subject, thing, context):
    allowed = [_allowed(subject, _at(_without_credentials(thing), level), context) for level in AccessLevel]
    assert allowed[0] >= allowed[1] >= allowed[2]


@given(subjects, things, contexts, st.sampled_from(Profile))
def test_losing_a_profile_or_the_protocol_unit_adds_nothing(subject, thing, context, profile):
    fewer = replace(subject, profiles=subject.profiles - {profile})
    assert _allowed(fewer, thing, context) <= _allowed(subject, thing, context)
    plain = replace(subject, unit_is_protocol=False)
    assert _allowed(plain, thing, context) <= _allowed(replace(subject, unit_is_protocol=True), thing, context)
    person, system = replace(subject, scope=None), replace(subject, scope=EVERYTHING)
    assert _allowed(system, thing, context) <= _allowed(person, thing, context)


@given(subjects, things, contexts)
def test_losing_the_credential_adds_nothing_and_takes_effect_at_once(subject, thing, context):
    assert _allowed(subject, _without_credentials(thing), context) <= _allowed(subject, thing, context)


@given(subjects, documents, contexts)
def test_losing_the_signing_credential_or_the_block_adds_no_reading_nor_writing(subject, document, context):
    freed = {Action.DOCUMENT_DELETE, Action.DOCUMENT_CANCEL}
    revoked = replace(document, signers=document.signers - {(subject.user, subject.unit)})
    assert _allowed(subject, revoked, context) - freed <= _allowed(subject, document, context)
    if document.unit != subject.unit:
        returned = replace(document, shared_with=document.shared_with - {subject.unit})
        unshown = replace(returned, shown_to=document.shown_to - {subject.unit})
        assert _allowed(subject, unshown, context) - freed <= _allowed(subject, document, context)


@given(subjects, things, contexts)
def test_having_passed_through_the_unit_removes_nothing(subject, thing, context):
    process = thing.process
    passed = replace(process, passed_units=process.passed_units | {subject.unit})
    known = passed if isinstance(thing, ProcessResource) else replace(thing, process=passed)
    assert _allowed(subject, known, context) >= _allowed(subject, thing, context)


@given(subjects, things, contexts)
def test_refusal_is_hidden_exactly_when_the_process_may_not_be_seen(subject, thing, context):
    for action in _acts_on(thing):
        if action is not Action.PROCESS_LIST:
            assert decide(subject, action, thing, context).hidden == (not _sees(subject, thing))


@given(subjects, things, contexts)
def test_refusal_that_may_be_told_has_a_code_and_a_sentence(subject, thing, context):
    for action in _acts_on(thing):
        decision = decide(subject, action, thing, context)
        if decision.allowed:
            assert (decision.code, decision.reason, decision.hidden) == (None, None, False)
        elif decision.hidden:
            assert (decision.code, decision.reason) == ("not_found", None)
        else:
            assert re.fullmatch("[a-z_]+", decision.code)
            assert decision.reason[0].isupper()
            assert decision.reason.endswith(".")


@given(subjects, processes, contexts)
def test_what_appears_in_lists_may_be_opened(subject, process, context):
    if decide(subject, Action.PROCESS_LIST, process, context).allowed:
        assert decide(subject, Action.PROCESS_SEE, process, PASSWORD).allowed


@given(subjects, documents)
def test_whoever_writes_or_signs_may_read(subject, document):
    """A file kept restricted may have its data corrected only by a unit that reads it."""
    allowed = _allowed(subject, document)
    reading = {Action.DOCUMENT_EDIT, Action.DOCUMENT_SIGN, Action.DOCUMENT_EDIT_METADATA}
    if allowed & (reading | {Action.DOCUMENT_RESTORE_VERSION, Action.DOCUMENT_READ_VERSIONS}):
        assert Action.DOCUMENT_READ in allowed
    if allowed:
        assert Action.DOCUMENT_SEE_NODE in allowed


@given(subjects, documents)
def test_cancelling_is_for_what_can_be_neither_edited_nor_deleted(subject, document):
    allowed = _allowed(subject, document)
    if Action.DOCUMENT_CANCEL in allowed:
        assert not allowed & {Action.DOCUMENT_EDIT, Action.DOCUMENT_DELETE}


@given(subjects, documents)
def test_draft_of_another_unit_is_read_only_by_block_or_credential(subject, document):
    draft = replace(document, state="draft", kind="authored")
    if decide(subject, Action.DOCUMENT_READ, draft, PASSWORD).allowed and draft.unit != subject.unit:
        assert (
            subject.unit in draft.shared_with | draft.shown_to
            or (subject.user, subject.unit) in draft.signers
        )


@given(st.one_of(st.none(), subjects), documents, contexts)
def test_authenticity_page_shows_only_public_signed_content(subject, document, context):
    if decide(subject, Action.AUTHENTICITY_READ_CONTENT, document, context).allowed:
        assert document.secrecy is AccessLevel.PUBLIC
        assert document.state == "signed"


@given(subjects, things)
def test_toolbar_says_what_pressing_the_button_would_with_the_password(subject, thing):
    shown = visible_actions(subject, thing)
    assert list(shown) == _acts_on(thing)
    for action, decision in shown.items():
        assert decision.allowed == decide(subject, action, thing, PASSWORD).allowed


@given(things)
def test_without_a_session_only_the_public_acts_are_answered(thing):
    for action in _acts_on(thing):
        assert decide(None, action, thing).code == "session_required"


@given(subjects)
def test_menu_holds_what_the_profiles_hold(subject):
    granted = granted_actions(subject)
    for action, rule in RULES.items():
        if rule.on is NOTHING and action not in ANONYMOUS:
            assert decide(subject, action).allowed == (action in granted)


def test_act_without_a_row_is_refused(monkeypatch):
    fewer = {action: rule for action, rule in RULES.items() if action is not Action.CATALOGUE_READ}
    monkeypatch.setattr("chalicelib.domain.policy.RULES", fewer)
    subject = Subject("ana", "ubatuba", "pmu", "here", frozenset(Profile))
    assert decide(subject, Action.CATALOGUE_READ).allowed is False


@pytest.mark.parametrize("action", [action for action, rule in RULES.items() if rule.on is not NOTHING])
def test_act_asked_about_the_wrong_kind_of_thing_is_a_bug_not_an_answer(action):
    subject = Subject("ana", "ubatuba", "pmu", "here", frozenset(Profile))
    with pytest.raises(TypeError, match=str(action)):
        decide(subject, action, None)


def test_decision_takes_few_calls():
    """Lists ask it for every row, so it must be cheap: calls are counted, which no busy machine changes."""
    process = ProcessResource("ubatuba", "pmu", AccessLevel.RESTRICTED, "there", frozenset({"here"}))
    document = DocumentResource(process, "here", AccessLevel.PUBLIC, "authored", "draft")
    subject = Subject("ana", "ubatuba", "pmu", "here", frozenset({Profile.BASIC}))
    calls = Counter()
    sys.setprofile(lambda _frame, event, _argument: calls.update([event]))
    try:
        decision = decide(subject, Action.DOCUMENT_SIGN, document, PASSWORD)
    finally:
        sys.setprofile(None)
    assert decision.allowed
    assert 0 < calls["call"] + calls["c_call"] < MOST_CALLS, calls
