"""One's own sessions and password (ACC-01)."""

from typing import Any

from chalicelib.application.password.change import change_password
from chalicelib.application.session.end_session import end_session
from chalicelib.application.session.end_sessions import end_other_sessions
from chalicelib.application.session.list_sessions import list_sessions
from chalicelib.application.session.reauthentication import Typed
from chalicelib.domain.policy import Action

from . import presenting, replies
from .place import installation
from .routes import Call, Routes
from .validation import Body, OneTimeCode, Password

routes = Routes("own_access")


class PasswordBody(Body):
    """The present password, and the one from now on."""

    password: Password
    one_time_code: OneTimeCode = ""
    new_password: Password


@routes.route("GET", "/me/sessions", Action.SESSION_LIST_ACCESSES, reply=replies.OpenSessions)
def read_sessions(call: Call) -> dict[str, Any]:
    """Onde estou com o sistema aberto"""
    return {
        "items": [
            {
                "id": session.name,
                "at": presenting.instant(session.created_at),
                "last_used_at": presenting.instant(session.last_used_at),
                "address": session.address,
                "agent": session.agent,
                "current": session.digest == call.session.digest,
            }
            for session in list_sessions(call.ports, call.user, installation().settings.session_idle)
        ]
    }


@routes.route("DELETE", "/me/sessions", Action.SESSION_END, status=204)
def end_others(call: Call) -> None:
    """Encerrar todas as minhas outras sessões"""
    end_other_sessions(call.ports, call.actor, call.operation, call.session)


@routes.route("DELETE", "/me/sessions/{session}", Action.SESSION_END, status=204, writes=False)
def end_one(call: Call, session: str) -> None:
    """Encerrar uma das minhas sessões"""
    end_session(call.ports, call.user, session)


@routes.route("PUT", "/me/password", Action.PASSWORD_CHANGE, body=PasswordBody, status=204)
def change(call: Call) -> None:
    """Trocar a minha senha"""
    body: PasswordBody = call.body
    typed = Typed(body.password, body.one_time_code)
    change_password(call.ports, call.actor, call.operation, call.session, typed, body.new_password)
