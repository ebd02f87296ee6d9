"""Which facts each consumer of the history must hear of. The rules of the event bus list the same kinds."""

from chalicelib.domain.account import AccountChange
from chalicelib.domain.history import FACTS

from .flow_plan import StepOccasion
from .plan import Occasion

#: What the stream calls a line of a unit's own log: no fact of the history, but it moves the unit's figures.
DESK_CHANGED = "desk_changed"
#: What the stream calls the order of a link by which a person makes the own password: a change of how one enters.
LINK_ORDERED = AccountChange.LINK_ORDERED.value
#: And that such a link was asked for at the door, by whoever it was.
LINK_ASKED = "password_link_asked"
FLOWS = "flows"
STATISTICS = "statistics"
MAIL = "mail"
#: Every fact there is: its consumer appends whatever of the process is not in the public ledger yet.
LEDGER = "ledger"
SEARCH = "search"

_MOVES = frozenset(
    {
        "process_sent",
        "process_received",
        "process_concluded",
        "process_concluded_automatically",
        "process_reopened",
        "sending_undone",
        "conclusion_undone",
        "process_deleted",
    }
)
_FLOWS = frozenset(
    {
        "flow_started",
        "flow_step_completed",
        "flow_step_skipped",
        "flow_step_overdue",
        "flow_paused",
        "flow_resumed",
        "flow_cancelled",
    }
)
_FIGURES = frozenset(
    {
        "process_assigned",
        "assignment_removed",
        "process_type_changed",
        "return_extended",
        "return_withdrawn",
        "process_suspended",
        "process_suspended_with_link",
        "suspension_removed",
        "stopped_being_suspended",
        "annexed_to_process",
        "unannexed_from_process",
    }
)
#: Moments that are no facts: nobody acted. What they leave behind is an e-mail, too.
NOTICES = frozenset({Occasion.REMINDER.value, Occasion.OVERDUE.value, StepOccasion.REMINDER.value})
#: What the sweeper compares with the marks of each consumer; the ledger's is every fact of the history.
INTERESTS: dict[str, frozenset[str]] = {
    FLOWS: _MOVES | _FLOWS | {"return_extended", "return_withdrawn"},
    # Whatever changes what a process is looked for by, or whether it may be found at all.
    SEARCH: frozenset(
        {
            "process_started",
            "process_edited",
            "process_type_changed",
            "process_level_changed",
            "effective_level_changed",
            "process_deleted",
        }
    ),
    # Acts that may leave an e-mail to be carried in their own transaction.
    MAIL: frozenset({"email_sent", "process_sent", "flow_step_overdue", LINK_ORDERED, LINK_ASKED}),
    LEDGER: frozenset(FACTS),
    STATISTICS: _MOVES | {"process_started", "process_deleted", *_FIGURES, DESK_CHANGED},
}
