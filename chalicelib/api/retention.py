"""For how long data are kept: rules, and no data."""

from datetime import timedelta
from typing import Any

from chalicelib.application.administration.read_retention import read_retention
from chalicelib.composition import installation
from chalicelib.domain.policy import Action
from chalicelib.domain.retention import MEANS_NAMES, Kept, told

from . import replies
from .routes import Call, Routes

routes = Routes("retention")


@routes.route("GET", "/retention", Action.CATALOGUE_READ, reply=replies.RetentionRules)
def rules(call: Call) -> dict[str, Any]:
    """Por quanto tempo cada dado é guardado"""
    settings = installation().settings
    chosen = {
        Kept.READINGS: timedelta(days=settings.audit_days),
        Kept.LOGS: timedelta(days=settings.log_days),
        Kept.SESSIONS: timedelta(seconds=settings.session_life),
    }
    return {
        "items": [
            {
                "code": rule.kept.value,
                "what": rule.what,
                "period": told(rule.period),
                "since": rule.since,
                "basis": rule.basis,
                "means": MEANS_NAMES[rule.means],
                "chosen": rule.chosen,
            }
            for rule in read_retention(call.actor, chosen)
        ]
    }
