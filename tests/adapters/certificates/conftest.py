"""gov.br and the authorities of ICP-Brasil, for the tests that sign with both."""

from collections.abc import Iterator

import pytest

from chalicelib.adapters.certificates import revocation
from tests.pki.authority import Authorities, authorities
from tests.pki.govbr import Govbr, govbr

from .govbr_office import ANA, CARLOS, Office


@pytest.fixture(scope="module")
def at_work() -> Iterator[Govbr]:
    with govbr() as found:
        # Keys are made before anything is timed.
        found.holder(), found.holder(CARLOS)
        yield found


@pytest.fixture
def outside(at_work: Govbr) -> Iterator[Govbr]:
    revocation.forget()
    yield at_work
    at_work.trouble.clear()
    at_work.asked.clear()
    at_work.level, at_work.irregular, at_work.ahead, at_work.cpf = "silver", False, 0, ANA


@pytest.fixture(scope="module")
def icp() -> Iterator[Authorities]:
    with authorities() as found:
        yield found


@pytest.fixture
def office(outside: Govbr) -> Office:
    return Office(outside)


