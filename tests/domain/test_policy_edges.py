"""Corners of the policy that no row of the matrix stands on (PRO-08, SIG-09, BLO-01)."""

from dataclasses import replace

from chalicelib.domain.access import Context, Oversight
from chalicelib.domain.policy import Action, decide, granted_actions, known_to
from chalicelib.domain.policy_facts import overseen
from chalicelib.domain.policy_profiles import carried_by_own
from chalicelib.domain.policy_rules import RULES

from .test_policy import ANA, CONFIDENTIAL, DRAFT, PROCESS, SIGNED, may, refusal

SEAT = (ANA.user, ANA.unit)
COLLEAGUE = replace(ANA, user="beto.reis")


def test_block_that_names_only_the_documents_own_unit_takes_it_from_nobody():
    assert may(ANA, Action.DOCUMENT_EDIT, replace(DRAFT, shared_with=frozenset({ANA.unit})))
    assert refusal(ANA, Action.DOCUMENT_EDIT, replace(DRAFT, shared_with=frozenset({"sms"}))) == "document_in_block"


def test_who_put_a_confidential_process_away_has_it_open_no_more_and_a_colleague_still_does():
    both = replace(CONFIDENTIAL, credentials=frozenset({SEAT, (COLLEAGUE.user, ANA.unit)}), put_away=frozenset({SEAT}))
    assert refusal(ANA, Action.CREDENTIAL_GRANT, both) == "process_not_open_here"
    assert may(COLLEAGUE, Action.CREDENTIAL_GRANT, both)


def test_what_must_look_absent_is_refused_by_that_name_alone():
    hidden = {condition for rule in RULES.values() for condition in rule.conditions if condition.hidden}
    assert len(hidden) >= 5
    assert {condition.code for condition in hidden} == {"not_found"}


def test_public_page_shows_what_was_written_here_and_no_file():
    assert refusal(None, Action.AUTHENTICITY_READ_CONTENT, replace(SIGNED, kind="uploaded")) == "content_not_public"


def test_password_given_for_one_confidential_process_opens_no_other():
    mine = replace(CONFIDENTIAL, id="p1")
    without = Context(reauthenticated=False)
    assert may(replace(ANA, opened=frozenset({"p1"})), Action.PROCESS_SEE, mine, without)
    asked = refusal(replace(ANA, opened=frozenset({"p2"})), Action.PROCESS_SEE, mine, without)
    assert asked == "confidential_password_required"


def test_who_may_see_a_thing_or_would_with_the_password_may_be_told_that_it_exists():
    """SIG-05: a number found, a thing in the trash, a process that is followed."""
    assert known_to(ANA, Action.PROCESS_SEE, PROCESS)
    assert known_to(ANA, Action.PROCESS_SEE, CONFIDENTIAL)
    assert not known_to(COLLEAGUE, Action.PROCESS_SEE, CONFIDENTIAL)
    assert not known_to(None, Action.PROCESS_SEE, PROCESS)


def test_act_that_no_row_speaks_of_is_refused_to_everybody():
    decision = decide(ANA, "process.unheard_of", PROCESS)
    assert (decision.allowed, decision.code) == (False, "forbidden")
    assert decision.reason == "Este ato não é permitido."


def test_criterion_of_internal_control_opens_what_is_restricted_and_nothing_confidential():
    """ACC-14: said by the fact itself, whoever asks it; the matrix asks it only of what is restricted."""
    control = replace(ANA, oversees=frozenset({Oversight()}))
    assert overseen(control, PROCESS)
    assert not overseen(control, CONFIDENTIAL)
    assert not overseen(ANA, PROCESS)


OWN = replace(ANA, profiles=frozenset(), acts=frozenset({Action.PROCESS_SEE.value, Action.PROCESS_NOTE.value}))


def test_profile_of_the_city_allows_its_acts_under_the_conditions_of_the_policy_and_no_other():
    """ACC-10: as a stock profile would, with the same refusals."""
    assert may(OWN, Action.PROCESS_NOTE, PROCESS)
    assert refusal(OWN, Action.PROCESS_SEND, PROCESS) == "profile_required"
    assert refusal(replace(OWN, unit="elsewhere"), Action.PROCESS_NOTE, PROCESS) == "process_not_open_here"
    unseeing = replace(OWN, acts=frozenset({Action.PROCESS_NOTE.value}))
    assert refusal(unseeing, Action.PROCESS_NOTE, PROCESS) == "hidden"


def test_reserved_act_in_a_profile_of_the_city_is_nobodys():
    """ACC-10: whatever was written in its table."""
    everything = replace(OWN, acts=frozenset(Action))
    for act in (Action.PROFILE_KEEP, Action.USER_GRANT, Action.AUDIT_READ, Action.HOLDINGS_READ_ALL):
        assert refusal(everything, act, None) == "profile_required"
        assert act not in granted_actions(everything)
    assert Action.FLOW_PUBLISH in granted_actions(everything)
    assert Action.FLOW_PUBLISH not in granted_actions(OWN)


def test_profile_carries_only_what_profiles_are_for():
    assert carried_by_own(Action.PROCESS_SEND)
    assert not carried_by_own(Action.PROFILE_KEEP)
    assert not carried_by_own(Action.SESSION_START)
    assert not carried_by_own(Action.JOB_LIST)
