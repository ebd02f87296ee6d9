"""Where to send the person who comes in by somebody else's word (ACC-01): state, nonce and PKCE with S256."""

import base64
import hashlib
from urllib.parse import urlencode

from chalicelib.application.ports import Ports
from chalicelib.domain.login_provider import EntryFlow

from .oidc_providers import provider_named, redirect


def start_oidc(ports: Ports, flow: EntryFlow) -> str:
    """The address, for a flow that only this browser keeps. Raises Refused ``oidc_not_offered``."""
    provider = provider_named(ports, flow.provider)
    hashed = hashlib.sha256(flow.verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": provider.client,
        "scope": provider.scope,
        "redirect_uri": redirect(ports),
        "state": flow.state,
        "nonce": flow.nonce,
        "code_challenge": base64.urlsafe_b64encode(hashed).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
    return f"{provider.authorise}?{urlencode(asked)}"
