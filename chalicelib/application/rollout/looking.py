"""Looking at the installation for what the checklist asks: past the caches only where people are."""

from collections.abc import Mapping, Sequence

from chalicelib.application.learning.lessons import lessons_of
from chalicelib.application.ports import Ports
from chalicelib.domain.city_profile import CATALOGUE as PROFILES
from chalicelib.domain.city_profile import includes
from chalicelib.domain.identity import User
from chalicelib.domain.learning import LessonKind, progress
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.rollout import RolloutItem
from chalicelib.domain.rollout_checks import ABOUT_PEOPLE, WORKING, RolloutFacts, missing_of, people_of

#: How many people's progress is read in one call.
TOGETHER = 50


def look_for_missing(ports: Ports, items: Sequence[RolloutItem]) -> Mapping[str, str]:
    """Item -> what is missing, of those that the system verifies. Everybody in the register is read once, and only for
    the items that are about people.
    """
    catalogues, today = ports.catalogues, ports.now().astimezone(ports.zone).date()
    units, agencies = catalogues.units(), catalogues.agencies()
    about_people = any(item.check in ABOUT_PEOPLE for item in items)
    users = [user for user in ports.register.every_user() if not user.blocked] if about_people else []
    wanted = max((item.at_least for item in items if item.check == "people_trained"), default=0)
    working = WORKING | set(includes(Action.PROCESS_RECEIVE, catalogues.plain(PROFILES))) if about_people else WORKING
    facts = RolloutFacts(
        agencies=[one for one in agencies.values() if one.active],
        units=[one for one in units.values() if one.active],
        process_types=[one for one in catalogues.process_types().values() if one.active],
        subjects=catalogues.subjects(),
        legal_bases=[one for one in catalogues.legal_bases().values() if one.active],
        card=catalogues.tenant(),
        people=people_of(users, units, today, _trained(ports, users, wanted), working),
        signed_agencies=sum(ports.ledger.last_head(one) is not None for one in agencies),
        sends_email=bool(ports.mail_sender),
        year=today.year,
    )
    return missing_of(items, facts)


def _trained(ports: Ports, users: Sequence[User], wanted: int) -> int:
    """How many finished an exercise; nobody more is looked at once there are enough."""
    exercises = [one for one in lessons_of(ports.catalogues).values() if one.kind is LessonKind.EXERCISE]
    found = 0
    for start in range(0, len(users), TOGETHER):
        if found >= wanted:
            break
        known = ports.reader.learners([user.id for user in users[start : start + TOGETHER]])
        for learner, deeds in known.values():
            ticked = learner.ticked if learner else ()
            found += any(progress(lesson, deeds, ticked).finished for lesson in exercises)
    return found
