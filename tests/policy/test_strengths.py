"""By what a session was opened, and what it may therefore do (ACC-02; security.md §2.3)."""

from dataclasses import replace

from hypothesis import given

from chalicelib.domain.policy import decide, granted_actions
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_profiles import ANONYMOUS, ENROLLING
from chalicelib.domain.policy_rules import NOTHING, RULES
from tests.policy.test_properties import _acts_on as acts_on
from tests.policy.test_properties import contexts, subjects, things


@given(subjects, things, contexts)
def test_who_must_enrol_a_second_factor_is_told_so_and_learns_nothing(subject, thing, context):
    """Session strengths (ACC-02): none at all, the password alone where more is asked, or enough."""
    weak = replace(subject, must_enrol=True)
    answers = {decide(weak, action, thing, context).code for action in acts_on(thing)}
    assert answers == {"second_factor_required"}


@given(subjects)
def test_who_must_enrol_may_only_enrol_or_leave(subject):
    weak = replace(subject, must_enrol=True)
    allowed = {action for action, rule in RULES.items() if rule.on is NOTHING and decide(weak, action).allowed}
    assert allowed == (ENROLLING | ANONYMOUS) - {Action.AUTHENTICITY_READ_CONTENT}
    assert set(granted_actions(weak)) == ENROLLING
