"""Bringing a city on board: the acceptance checklist, and going live (issue 5 §7).

Items are data of the city. Some the system verifies by itself (``rollout_checks``); the others a named person ticks,
with the day and a remark. Going live needs every mandatory item, or a written reason why not; from then on processes
are real.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from chalicelib.domain.value import dataclass

from .errors import Conflict, FieldError, InvalidRequest, NotFound, Refused
from .organisation import Person

#: What of agencies and units forms the number of a process (PRO-05).
FORMED_BY = {"agencies": ("numbering_mask", "sei_code"), "units": ("sei_code",)}
#: Marked as one for training, an environment never goes live; it is no item that could be waived.
TRAINING = "Este ambiente é de treinamento, com dados de demonstração: ele não entra em produção."


class RolloutStage(StrEnum):
    """Where a city is. ``unfollowed``: its files bring no checklist, so nothing is said of it."""

    TRAINING = "training"
    UNFOLLOWED = "unfollowed"
    ROLLOUT = "rollout"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class RolloutItem:
    """One line of the checklist: ``check`` names what the system verifies, empty where a person ticks; ``at_least`` how
    many it asks for; ``asks`` what the remark must tell; ``screen`` where it is done, ``where`` it is explained.
    """

    code: str
    title: str
    text: str = ""
    mandatory: bool = True
    check: str = ""
    at_least: int = 1
    asks: str = ""
    screen: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """Somebody says that an item was done on a day."""

    item: str
    by: Person
    at: datetime
    day: date
    remark: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody says why the city goes live without an item."""

    item: str
    by: Person
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class LivePeriod:
    """From going live until, if ever, the city went back to preparing; ``waived`` are titles of what was missing."""

    since: datetime
    by: Person
    norm: str
    waived: tuple[str, ...] = ()
    until: datetime | None = None
    ended_by: Person | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rollout:
    """How far a city has come; one value, so that two who decide at once cannot both be right."""

    ticks: Mapping[str, Tick] = field(default_factory=dict)
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    periods: tuple[LivePeriod, ...] = ()
    revision: int = 0

    @property
    def live(self) -> LivePeriod | None:
        """The period under way."""
        return self.periods[-1] if self.periods and self.periods[-1].until is None else None

    def real_at(self, moment: datetime) -> bool:
        """Whether what began then is real, not a test."""
        return any(one.since <= moment and (one.until is None or moment < one.until) for one in self.periods)


@dataclass(frozen=True, slots=True)
class RolloutStep:
    """An item as it stands: ``missing`` says what is, of one that the system verifies."""

    item: RolloutItem
    done: bool
    missing: str = ""
    tick: Tick | None = None
    waiver: Waiver | None = None

    @property
    def holds(self) -> bool:
        """Whether it stands in nobody's way."""
        return self.done or self.waiver is not None or not self.item.mandatory


def stage(training: bool, followed: bool, rollout: Rollout) -> RolloutStage:
    """``followed``: the city has a checklist."""
    if training:
        return RolloutStage.TRAINING
    if rollout.live:
        return RolloutStage.LIVE
    return RolloutStage.ROLLOUT if followed else RolloutStage.UNFOLLOWED


def is_test(now: RolloutStage, rollout: Rollout, began: datetime) -> bool:
    """Whether a process that began then is a test of who was still preparing."""
    return now in (RolloutStage.ROLLOUT, RolloutStage.LIVE) and not rollout.real_at(began)


def states(items: Sequence[RolloutItem], rollout: Rollout, missing: Mapping[str, str]) -> tuple[RolloutStep, ...]:
    """``missing``: item -> what is missing, empty when nothing is, of those that the system verifies."""
    found = []
    for item in items:
        tick, waiver = rollout.ticks.get(item.code), rollout.waivers.get(item.code)
        done = not missing[item.code] if item.check else tick is not None
        told = missing[item.code] if item.check else ""
        found.append(RolloutStep(item, done, told, None if item.check else tick, None if done else waiver))
    return tuple(found)


def seen_rollout(found: Rollout | None, expected: int) -> Rollout:
    """As it is, if nobody changed it since it was read. Raises Conflict ``rollout_changed``."""
    rollout = found or Rollout()
    if rollout.revision != expected:
        message = "Outra pessoa alterou a implantação ao mesmo tempo. Confira como ficou e repita."
        raise Conflict("rollout_changed", message)
    return rollout


def item_named(items: Sequence[RolloutItem], code: str) -> RolloutItem:
    """Raises NotFound ``rollout_item_not_found``."""
    found = next((item for item in items if item.code == code), None)
    if found is None:
        raise NotFound("rollout_item_not_found", "Este item não existe na lista de implantação.")
    return found


def attested(rollout: Rollout, item: RolloutItem, tick: Tick, today: date) -> Rollout:
    """Raises Refused ``already_live``, ``item_is_verified``, ``already_ticked``; InvalidRequest ``day``, ``remark``."""
    _preparing(rollout)
    if item.check:
        raise Refused("item_is_verified", "Este item é conferido pelo próprio sistema; ninguém o marca.")
    if item.code in rollout.ticks:
        raise Refused("already_ticked", "Este item já está marcado. Desfaça a marca para marcar de novo.")
    errors = []
    if tick.day > today:
        errors.append(FieldError("day", "in_the_future", "O dia em que foi feito não pode estar no futuro."))
    if item.asks and not tick.remark.strip():
        errors.append(FieldError("remark", "required", item.asks))
    if errors:
        raise InvalidRequest(*errors)
    waivers = {code: one for code, one in rollout.waivers.items() if code != item.code}
    return _next(replace(rollout, ticks={**rollout.ticks, item.code: tick}, waivers=waivers))


def waived(rollout: Rollout, item: RolloutItem, waiver: Waiver) -> Rollout:
    """Raises Refused ``already_live``, ``item_is_optional``, ``already_ticked``, ``already_waived``."""
    _preparing(rollout)
    if not item.mandatory:
        raise Refused("item_is_optional", "Este item é recomendado, não obrigatório: não há o que dispensar.")
    if item.code in rollout.ticks:
        raise Refused("already_ticked", "Este item está marcado como feito.")
    if item.code in rollout.waivers:
        raise Refused("already_waived", "Este item já está dispensado.")
    return _next(replace(rollout, waivers={**rollout.waivers, item.code: waiver}))


def undone(rollout: Rollout, item: RolloutItem) -> Rollout:
    """Without the tick or the waiver. Raises Refused ``already_live``, ``nothing_to_undo``."""
    _preparing(rollout)
    if item.code not in rollout.ticks and item.code not in rollout.waivers:
        raise Refused("nothing_to_undo", "Este item não está marcado nem dispensado.")
    ticks = {code: one for code, one in rollout.ticks.items() if code != item.code}
    waivers = {code: one for code, one in rollout.waivers.items() if code != item.code}
    return _next(replace(rollout, ticks=ticks, waivers=waivers))


def gone_live(rollout: Rollout, now: RolloutStage, lines: Sequence[RolloutStep], period: LivePeriod) -> Rollout:
    """Raises Refused ``training_environment``, ``rollout_unfollowed``, ``already_live``, ``items_missing``."""
    if now is RolloutStage.TRAINING:
        raise Refused("training_environment", TRAINING)
    _preparing(rollout)
    if not lines:
        raise Refused("rollout_unfollowed", "Este ambiente não tem lista de implantação: carregue-a antes.")
    missing = [line.item.title for line in lines if not line.holds]
    if missing:
        raise Refused("items_missing", f"Ainda falta: {'; '.join(missing)}. Conclua ou dispense com motivo.")
    titles = tuple(line.item.title for line in lines if line.waiver)
    return _next(replace(rollout, periods=(*rollout.periods, replace(period, waived=titles))))


def gone_back(rollout: Rollout, at: datetime, by: Person, reason: str) -> Rollout:
    """Preparing again; what began while it was live stays real. Raises Refused ``not_live``."""
    if rollout.live is None:
        raise Refused("not_live", "Este ambiente não está em produção.")
    ended = replace(rollout.live, until=at, ended_by=by, reason=reason)
    return _next(replace(rollout, periods=(*rollout.periods[:-1], ended)))


def check_numbering(table: str, before: Mapping[str, Any], after: Mapping[str, Any], live: bool) -> None:
    """What forms the number of a process stays as it is once live. Raises Refused ``numbering_is_fixed``."""
    formed_by = FORMED_BY.get(table, ())
    if live and any(before.get(name) != after.get(name) for name in formed_by):
        message = (
            "O que forma o número dos processos não muda depois da entrada em produção. "
            "Se a norma mudou, volte antes à implantação, com o motivo."
        )
        raise Refused("numbering_is_fixed", message)


def _preparing(rollout: Rollout) -> None:
    if rollout.live:
        raise Refused("already_live", "Este ambiente já está em produção: a lista ficou como estava naquele dia.")


def _next(rollout: Rollout) -> Rollout:
    return replace(rollout, revision=rollout.revision + 1)
