"""May this subject do this act on this thing, now? One pure function, used by every route, list, search hit,
export and notification (architecture decision 8, security.md §2).

Deny by default: an act with no row in ``policy_rules.RULES`` is refused, a missing fact never allows.
The policy says **who**; whether the process is suspended, empty or awaiting a return is for ``process``.

How callers use a decision:

* ``allowed`` → go on;
* ``hidden`` → answer exactly as for something absent (``errors.NotFound``);
* otherwise → ``errors.Forbidden(decision.code, decision.reason)``.

To sign: decide ``document.read`` first, check the password, then decide ``document.sign`` with
``Context(reauthenticated=True)``; so nobody tests passwords against a document that is not theirs.
"""

from chalicelib.domain.access import Context, Resource, Subject
from chalicelib.domain.errors import DomainError, Forbidden, NotFound, Unauthenticated
from chalicelib.domain.policy_actions import Action
from chalicelib.domain.policy_conditions import CONFIDENTIAL_OPENED, REAUTHENTICATED
from chalicelib.domain.policy_decision import Decision
from chalicelib.domain.policy_profiles import ACTIONS_OF, ANONYMOUS, ENROLLING, OWN_SESSION, carried_by_own
from chalicelib.domain.policy_rules import NOTHING, RULES

__all__ = ["Action", "Decision", "authorise", "decide", "granted_actions", "known_to", "visible_actions"]

ALLOWED = Decision(True)
_UNKNOWN = Decision(False, "forbidden", "Este ato não é permitido.")
_NO_SESSION = Decision(False, "session_required", "Entre no sistema para continuar.")
_MUST_ENROL = Decision(
    False,
    "second_factor_required",
    "Seu perfil exige a verificação em duas etapas. Ligue-a em Acesso e segurança para continuar.",
)
_ABSENT = Decision(False, "not_found", None, hidden=True)
_OUT_OF_SCOPE = Decision(False, "operation_not_in_scope", "Esta operação não está no escopo deste sistema.")
_NO_CONTEXT = Context()
_ASKED_WHEN_PRESSED = frozenset({REAUTHENTICATED.code, CONFIDENTIAL_OPENED.code})


def decide(
    subject: Subject | None, action: Action, resource: Resource | None = None, context: Context = _NO_CONTEXT
) -> Decision:
    """Answer for one act. ``subject`` is None for someone without a session.

    Raises TypeError when the resource is not of the kind the act is done on: a route declared wrongly is a
    bug, and must not pass for an answer.
    """
    rule = RULES.get(action)
    if rule is None:
        return _UNKNOWN
    if type(resource) is not rule.on:
        raise TypeError(f"{action} needs {rule.on.__name__}, not {type(resource).__name__}")
    if subject is None and not rule.anonymous:
        return _NO_SESSION
    if subject is not None and subject.must_enrol and not rule.enrolling:
        return _MUST_ENROL
    scope = subject.scope if subject and not rule.anonymous else None
    if scope is not None and not scope.reaches(resource):
        return _ABSENT
    for holds, refusal in rule.checks:
        if not holds(subject, resource, context):  # type: ignore[arg-type]
            return refusal
    # Last, so that what is invisible looks absent whatever the system was given.
    return ALLOWED if scope is None or action in scope.operations else _OUT_OF_SCOPE


def authorise(
    subject: Subject | None, action: Action, resource: Resource | None = None, context: Context = _NO_CONTEXT
) -> None:
    """Like ``decide``, but raises: ``Unauthenticated``, ``NotFound`` (hidden) or ``Forbidden``."""
    decision = decide(subject, action, resource, context)
    if not decision.allowed:
        raise _refusal(decision)


def _refusal(decision: Decision) -> DomainError:
    if decision.hidden:
        return NotFound()
    code, reason = str(decision.code), str(decision.reason)
    return Unauthenticated(code, reason) if decision is _NO_SESSION else Forbidden(code, reason)


def known_to(subject: Subject | None, action: Action, resource: Resource) -> bool:
    """Whether the subject may be told that the thing exists: allowed to ``action``, or would be with the password."""
    decision = decide(subject, action, resource)
    return decision.allowed or decision.code == CONFIDENTIAL_OPENED.code


def visible_actions(
    subject: Subject, resource: Resource, context: Context = _NO_CONTEXT
) -> dict[Action, Decision]:
    """Every act that exists for this kind of thing, with its decision, for the screen to draw its toolbar.

    A missing password is no reason to hide a button, since the password is asked when it is pressed: such
    acts come as allowed here, and only here.
    """
    answers = {}
    for action, rule in RULES.items():
        if rule.on is type(resource) and not rule.anonymous:
            decision = decide(subject, action, resource, context)
            answers[action] = ALLOWED if decision.code in _ASKED_WHEN_PRESSED else decision
    return answers


def granted_actions(subject: Subject) -> list[Action]:
    """The acts the subject's profiles include in the current unit, for menus (``Me.actions``).

    It is not an authorisation: acts on a thing still need a decision about that thing.
    """
    if subject.must_enrol:
        return [action for action in Action if action in ENROLLING]
    held = OWN_SESSION.union(*(acts for profile, acts in ACTIONS_OF.items() if profile in subject.profiles))
    held |= {action for action in Action if action in subject.acts and carried_by_own(action)}
    if subject.scope is not None:
        held &= {action for action in Action if action in subject.scope.operations}
    return [action for action in Action if action in held and action not in ANONYMOUS]


def needs_resource(action: Action) -> bool:
    """Whether a route that declares the act must also declare how its resource is loaded."""
    return RULES[action].on is not NOTHING
