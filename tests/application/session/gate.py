"""The login screen of a city whose people somebody else vouches for."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from chalicelib.adapters import oidc
from chalicelib.application.references import TaxpayerKey
from chalicelib.application.session.oidc_finish import Vouched, finish_oidc
from chalicelib.application.session.oidc_start import start_oidc
from chalicelib.domain.errors import DomainError
from chalicelib.domain.login_provider import EntryFlow
from tests.fakes.outside import Outside
from tests.fakes.people import ANA_USER, People
from tests.pki.oidc import SECRET, Provider

CPF = "52998224725"


class Gate:
    """The login screen of a city, from the button to the return."""

    def __init__(self, outside: Outside, vouching: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
        self.outside, self.vouching, self._patch = outside, vouching, monkeypatch
        outside.identity = self.people = People()
        self.people.hire(replace(ANA_USER, email="ana.lima@ubatuba.example", taxpayer=CPF))
        outside.memory.things[TaxpayerKey(CPF)] = "ana.lima"
        self.offer(vouching.row())

    def offer(self, *rows) -> None:
        card = {**self.outside.tables.tenant(), "login_providers": rows}
        self._patch.setattr(type(self.outside.tables), "tenant", lambda _: card)

    def leave(self, name: str = "govbr") -> tuple[EntryFlow, dict[str, str]]:
        flow = EntryFlow(name, "state", "nonce", "v" * 43, self.outside.now)
        address = start_oidc(self.outside.ports, flow)
        return flow, {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}

    def back(self, code: str, flow: EntryFlow | None, state: str = "state", secret: str = SECRET, device=lambda _: ""):
        vouched = Vouched(code, state, flow, "200.144.10.7", "Firefox", "d1", 36_000, "w1", device)
        return finish_oidc(self.outside.ports, oidc.HttpOidc(lambda _: secret), vouched)

    def enter(self, name: str = "govbr", **changes):
        flow, asked = self.leave(name)
        return self.back(self.vouching.code(asked), flow, **changes)

    def nobody(self, code: str, act) -> None:
        before = len(self.people.opened)
        with pytest.raises(DomainError) as told:
            act()
        assert told.value.code == code
        assert told.value.message.endswith(".")
        assert len(self.people.opened) == before
        self.people.counts.clear()


