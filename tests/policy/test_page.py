"""The permissions page of the manual says what the policy does (security.md §2.2)."""

from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_titles import TITLES
from tests.policy import page


def test_page_of_the_manual_is_the_one_the_policy_makes():
    assert page.PAGE.read_text(encoding="utf-8") == page.rendered(), (
        "run: python -m tests.policy.page --write"
    )


def test_page_names_every_act_and_profile():
    text = page.rendered().lower()
    assert all(TITLES[action].lower() in text for action in Action)
    assert all(name.lower() in text for name in page.PROFILE_NAMES.values())
    assert set(page.PROFILE_NAMES) == set(page.Profile)
