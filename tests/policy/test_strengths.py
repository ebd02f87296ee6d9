"""By what a session was opened, or what a system was given, and what may therefore be done (ACC-02, INT-01)."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.domain.access import AccessLevel, ServiceScope
from chalicelib.domain.policy import decide, granted_actions
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_profiles import ANONYMOUS, ENROLLING
from chalicelib.domain.policy_rules import NOTHING, RULES
from tests.policy.test_properties import _acts_on as acts_on
from tests.policy.test_properties import _allowed as allowed_to
from tests.policy.test_properties import contexts, subjects, things


@given(subjects, things, contexts)
def test_who_must_enrol_a_second_factor_is_told_so_and_learns_nothing(subject, thing, context):
    """Session strengths (ACC-02): none at all, the password alone where more is asked, or enough."""
    weak = replace(subject, must_enrol=True)
    answers = {decide(weak, action, thing, context).code for action in acts_on(thing)}
    assert answers == {"second_factor_required"}


@given(subjects)
def test_who_must_enrol_may_only_enrol_or_leave(subject):
    weak = replace(subject, must_enrol=True, scope=None)
    allowed = {action for action, rule in RULES.items() if rule.on is NOTHING and decide(weak, action).allowed}
    assert allowed == (ENROLLING | ANONYMOUS) - {Action.AUTHENTICITY_READ_CONTENT}
    assert set(granted_actions(weak)) == ENROLLING

@given(subjects, things, contexts, st.frozensets(st.sampled_from(Action)), st.sampled_from(("", "personal")))
def test_a_scope_only_narrows_and_nothing_confidential_is_in_any(subject, thing, context, acts, kind):
    """INT-01: a system may do what its scope and the policy of the unit's people both allow, and no more."""
    person = replace(subject, scope=None)
    system = replace(subject, scope=ServiceScope(frozenset(acts), frozenset({kind} if kind else ())))
    done = allowed_to(system, thing, context)
    assert done <= allowed_to(person, thing, context) & acts
    if thing.secrecy is AccessLevel.CONFIDENTIAL or (kind and thing.process.type != kind):
        assert all(decide(system, action, thing, context).hidden for action in acts_on(thing))
