"""What an open routing means, in words (TRA-02, TRA-03)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from chalicelib.domain.organisation import UnitName
from chalicelib.domain.routing import Routing
from chalicelib.domain.routing_sentence import is_overdue, routing_sentence

ZONE = ZoneInfo("America/Sao_Paulo")
SENT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
LATE_EVENING = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)  # still the 24th in the city
WAITING = Routing("r1", "p1", UnitName("prot", "PROT"), UnitName("semad", "SEMAD"), SENT, "ana.lima")
DUE = replace(WAITING, return_due=date(2026, 12, 1))
RECEIVED = DUE.received(LATE_EVENING)


@pytest.mark.parametrize(
    ("routing", "now", "sentence"),
    [
        (WAITING, SENT, "Aguardando recebimento por SEMAD"),
        (DUE, SENT, "Aguardando recebimento por SEMAD, vence em 01/12/2026"),
        (DUE, datetime(2026, 12, 1, 15, tzinfo=UTC), "Aguardando recebimento por SEMAD, vence hoje"),
        (
            DUE,
            datetime(2026, 12, 2, 15, tzinfo=UTC),
            "Devolução por SEMAD vencida desde 02/12/2026, ainda não recebido",
        ),
        (RECEIVED, LATE_EVENING, "Recebido por SEMAD em 24/11/2026, devolução até 01/12/2026"),
        (
            RECEIVED,
            datetime(2026, 12, 1, 15, tzinfo=UTC),
            "Recebido por SEMAD em 24/11/2026, devolução hoje",
        ),
        (RECEIVED, datetime(2026, 12, 9, 15, tzinfo=UTC), "Devolução por SEMAD vencida desde 02/12/2026"),
        (
            replace(RECEIVED, withdrawn_at=LATE_EVENING),
            datetime(2026, 12, 9, 15, tzinfo=UTC),
            "Recebido por SEMAD em 24/11/2026, devolução dispensada",
        ),
        (WAITING.received(LATE_EVENING), LATE_EVENING, "Recebido por SEMAD em 24/11/2026"),
        (RECEIVED.returned(LATE_EVENING), LATE_EVENING, "Devolvido por SEMAD em 24/11/2026"),
        (
            replace(DUE, withdrawn_at=LATE_EVENING),
            LATE_EVENING,
            "Aguardando recebimento por SEMAD",
        ),
    ],
)
def test_routing_says_what_is_awaited_and_until_when(routing, now, sentence):
    assert routing_sentence(routing, now, ZONE) == sentence


def test_return_is_in_time_until_its_day_ends_in_the_city():
    assert not is_overdue(RECEIVED, datetime(2026, 12, 2, 2, 59, tzinfo=UTC), ZONE)
    assert is_overdue(RECEIVED, datetime(2026, 12, 2, 3, 0, tzinfo=UTC), ZONE)
    assert not is_overdue(RECEIVED.returned(LATE_EVENING), datetime(2027, 1, 1, tzinfo=UTC), ZONE)
    assert not is_overdue(WAITING, datetime(2027, 1, 1, tzinfo=UTC), ZONE)
