"""The light frozen dataclass behaves as the standard one, method by method (docs/decisions/ready-in-time.md)."""

import copy
import dataclasses
import pickle
from dataclasses import field
from typing import Any

import pytest
from pydantic import TypeAdapter

from chalicelib.domain.value import dataclass


@dataclass(frozen=True, slots=True)
class Ours:
    """A value of each kind of field."""

    name: str
    count: int = 3
    tags: tuple[str, ...] = field(default_factory=tuple)
    secret: str = field(default="", repr=False, compare=False)
    length: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.name))


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    """The same, by the standard library."""

    name: str
    count: int = 3
    tags: tuple[str, ...] = field(default_factory=tuple)
    secret: str = field(default="", repr=False, compare=False)
    length: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.name))


@dataclass(frozen=True)
class Parent:
    """May be inherited from."""

    first: int

    def told(self) -> str:
        return f"{self.first}"


@dataclass(frozen=True)
class Child(Parent):
    """Adds a field."""

    second: int = 2


ARGUMENTS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("a",), {}),
    (("a", 5, ("x",), "s"), {}),
    ((), {"name": "a", "tags": ("x",)}),
    (("a",), {"count": 0}),
]


@pytest.mark.parametrize(("values", "named"), ARGUMENTS)
def test_same_fields_text_and_plain_form(values: tuple[Any, ...], named: dict[str, Any]):
    ours, standard = Ours(*values, **named), Standard(*values, **named)
    assert dataclasses.asdict(ours) == dataclasses.asdict(standard)
    assert repr(ours) == repr(standard).replace("Standard", "Ours")
    assert hash(ours) == hash(standard)


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, (), "s", 9), {}), (("a",), {"name": "b"}), (("a",), {"other": 1}), (("a",), {"length": 1})],
)
def test_same_refusals(values: tuple[Any, ...], named: dict[str, Any]):
    for kind in (Ours, Standard):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_equal_when_the_compared_fields_are_and_only_to_its_own_kind():
    assert Ours("a", secret="x") == Ours("a", secret="y")
    assert Ours("a") != Ours("b")
    assert Ours("a") != Standard("a")
    assert len({Ours("a"), Ours("a"), Ours("b")}) == 2


def test_never_changed_in_place():
    value = Ours("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.name = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.name
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.other = 1  # type: ignore[attr-defined]


def test_replaced_copied_and_kept():
    value = Ours("a", tags=("x",))
    assert dataclasses.replace(value, name="abc").length == 3
    assert copy.deepcopy(value) == copy.copy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


def test_inherited():
    assert Child(1) == Child(1, 2)
    assert Child(1).told() == "1"
    assert repr(Child(1)) == "Child(first=1, second=2)"


def test_each_instance_gets_defaults_of_its_own():
    @dataclass(frozen=True)
    class Holder:
        items: list[int] = field(default_factory=list)

    assert Holder().items is not Holder().items


def test_read_from_json_and_written_as_the_standard_one():
    text = b'{"name":"a","count":3,"tags":["x"],"secret":""}'
    read = TypeAdapter(Ours).validate_json(text)
    assert read == Ours("a", tags=("x",))
    assert TypeAdapter(Parent).dump_json(Parent(1)) == b'{"first":1}'


def test_field_of_its_own_method_is_kept():
    @dataclass(frozen=True)
    class Told:
        name: str

        def __repr__(self) -> str:
            return self.name

    assert repr(Told("a")) == "a"
