"""How a unit arranges its own work: its labels, its checkpoints, its board (TRA-09, TRA-12).

One small aggregate per unit. A label or checkpoint that was ever used can only be deactivated: what was written
about processes keeps its meaning.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from chalicelib.domain.value import dataclass

from .errors import FieldError, InvalidRequest, NotFound, Refused
from .spelling import same_name

MAXIMUM_LABELS = 100
MAXIMUM_CHECKPOINTS = 50


class Colour(StrEnum):
    """The 32 colours of labels (TRA-09); the screen names each in Portuguese."""

    BLACK = "black"
    DARK_GRAY = "dark_gray"
    GRAY = "gray"
    WHITE = "white"
    BEIGE = "beige"
    BROWN = "brown"
    DARK_BROWN = "dark_brown"
    WINE = "wine"
    DARK_RED = "dark_red"
    RED = "red"
    CORAL = "coral"
    SALMON = "salmon"
    ORANGE = "orange"
    AMBER = "amber"
    GOLD = "gold"
    YELLOW = "yellow"
    CREAM = "cream"
    LIME = "lime"
    LIGHT_GREEN = "light_green"
    GREEN = "green"
    DARK_GREEN = "dark_green"
    OLIVE = "olive"
    TEAL = "teal"
    TURQUOISE = "turquoise"
    SKY = "sky"
    BLUE = "blue"
    NAVY = "navy"
    LILAC = "lilac"
    VIOLET = "violet"
    PURPLE = "purple"
    PINK = "pink"
    MAGENTA = "magenta"


@dataclass(frozen=True, slots=True)
class Label:
    """A coloured word of the unit (TRA-09)."""

    id: str
    name: str
    colour: Colour
    active: bool = True
    used: bool = False


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A phase that the administration defined for the unit's processes (TRA-12)."""

    id: str
    name: str
    active: bool = True
    used: bool = False


class BoardBy(StrEnum):
    """What the columns of the board are."""

    LABELS = "labels"
    CHECKPOINTS = "checkpoints"


@dataclass(frozen=True, slots=True)
class Board:
    """The unit's board: what its columns are, and which, in order."""

    by: BoardBy = BoardBy.LABELS
    columns: tuple[str, ...] = ()


NO_BOARD = Board()


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Everything a unit arranged. ``n`` counts its changes, which are conditioned on it."""

    unit: str
    labels: tuple[Label, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    board: Board = NO_BOARD
    n: int = 0

    def label(self, identifier: str) -> Label:
        """Raises NotFound ``label_not_found``."""
        for label in self.labels:
            if label.id == identifier:
                return label
        raise NotFound("label_not_found", "Este marcador não existe mais.")

    def checkpoint(self, identifier: str) -> Checkpoint:
        """Raises NotFound ``checkpoint_not_found``."""
        for checkpoint in self.checkpoints:
            if checkpoint.id == identifier:
                return checkpoint
        raise NotFound("checkpoint_not_found", "Este ponto de controle não existe mais.")


def create_label(arrangement: Arrangement, identifier: str, name: str, colour: Colour) -> Arrangement:
    """A new label. Raises InvalidRequest ``name``: ``name_taken``; Refused ``too_many_labels``."""
    if len(arrangement.labels) >= MAXIMUM_LABELS:
        raise Refused("too_many_labels", f"A unidade já tem {MAXIMUM_LABELS} marcadores.")
    _check_name(name, arrangement.labels, "marcador")
    return replace(arrangement, labels=(*arrangement.labels, Label(identifier, name, colour)))


def change_label(
    arrangement: Arrangement,
    identifier: str,
    name: str | None = None,
    colour: Colour | None = None,
    active: bool | None = None,
) -> Arrangement:
    """What is not given stays. Raises NotFound, InvalidRequest (``name_taken``), Refused ``nothing_changed``."""
    before = arrangement.label(identifier)
    after = replace(
        before,
        name=before.name if name is None else name,
        colour=before.colour if colour is None else colour,
        active=before.active if active is None else active,
    )
    if after == before:
        raise Refused("nothing_changed", "Nada foi alterado.")
    _check_name(after.name, [each for each in arrangement.labels if each.id != identifier], "marcador")
    return _with_label(arrangement, after)


def delete_label(arrangement: Arrangement, identifier: str) -> Arrangement:
    """Raises NotFound; Refused ``label_used``: a label ever used can only be deactivated (TRA-09)."""
    if arrangement.label(identifier).used:
        message = "Este marcador já foi usado em processos: não pode ser excluído. Desative-o."
        raise Refused("label_used", message)
    kept = tuple(each for each in arrangement.labels if each.id != identifier)
    columns = tuple(column for column in arrangement.board.columns if column != identifier)
    return replace(arrangement, labels=kept, board=replace(arrangement.board, columns=columns))


def label_in_use(arrangement: Arrangement, identifier: str) -> Arrangement:
    """From now on it cannot be deleted. Raises NotFound; Refused ``label_inactive``."""
    label = arrangement.label(identifier)
    if not label.active:
        raise Refused("label_inactive", f"O marcador {label.name} está desativado.")
    return arrangement if label.used else _with_label(arrangement, replace(label, used=True))


def define_checkpoints(
    arrangement: Arrangement, wanted: Sequence[Checkpoint], identifiers: Sequence[str]
) -> Arrangement:
    """The unit's phases, in order; one without an id is new and takes the next of ``identifiers`` (TRA-12).

    Raises InvalidRequest ``checkpoints``: ``too_many``, ``name_taken``; NotFound; Refused ``checkpoint_used``
    for leaving out one that was ever used.
    """
    if len(wanted) > MAXIMUM_CHECKPOINTS:
        message = f"São no máximo {MAXIMUM_CHECKPOINTS} pontos de controle."
        raise InvalidRequest(FieldError("checkpoints", "too_many", message))
    fresh = iter(identifiers)
    made: list[Checkpoint] = []
    for each in wanted:
        if any(same_name(each.name, other.name) for other in made):
            message = f"Há mais de um ponto de controle chamado {each.name}."
            raise InvalidRequest(FieldError("checkpoints", "name_taken", message))
        used = arrangement.checkpoint(each.id).used if each.id else False
        made.append(replace(each, id=each.id or next(fresh), used=used))
    kept = {each.id for each in made}
    lost = next((each for each in arrangement.checkpoints if each.used and each.id not in kept), None)
    if lost:
        message = f"O ponto de controle {lost.name} já foi usado: não pode ser excluído. Desative-o."
        raise Refused("checkpoint_used", message)
    return replace(arrangement, checkpoints=tuple(made))


def checkpoint_in_use(arrangement: Arrangement, identifier: str) -> Arrangement:
    """From now on it cannot be left out. Raises NotFound; Refused ``checkpoint_inactive``."""
    found = arrangement.checkpoint(identifier)
    if not found.active:
        raise Refused("checkpoint_inactive", f"O ponto de controle {found.name} está desativado.")
    if found.used:
        return arrangement
    marked = tuple(
        replace(each, used=True) if each.id == identifier else each for each in arrangement.checkpoints
    )
    return replace(arrangement, checkpoints=marked)


def arrange_board(arrangement: Arrangement, board: Board) -> Arrangement:
    """Choose the columns of the board. Raises NotFound for one that is no label or checkpoint of the unit."""
    look = arrangement.label if board.by is BoardBy.LABELS else arrangement.checkpoint
    for column in board.columns:
        look(column)
    return replace(arrangement, board=replace(board, columns=tuple(dict.fromkeys(board.columns))))


def _with_label(arrangement: Arrangement, label: Label) -> Arrangement:
    changed = tuple(label if each.id == label.id else each for each in arrangement.labels)
    return replace(arrangement, labels=changed)


def _check_name(name: str, others: Sequence[Label], what: str) -> None:
    if any(same_name(name, other.name) for other in others):
        raise InvalidRequest(FieldError("name", "name_taken", f"A unidade já tem um {what} chamado {name}."))
