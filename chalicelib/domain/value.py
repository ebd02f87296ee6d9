"""The standard library's frozen dataclass, without the code it writes and compiles for each class.

The domain is made of hundreds of small immutable values, and compiling six methods for each of them took half of the
time in which our own modules get ready (docs/decisions/ready-in-time.md). Here the methods are written once and read
the fields of the class. All else is the standard decorator's: fields, defaults, slots, ``replace``, ``asdict``.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool, slots: bool = False) -> Any:
        """As ``dataclasses.dataclass(frozen=True)``; values of this project are never changed in place."""
        assert frozen, "a value is never changed in place"
        if cls is None:
            return lambda given: dataclass(given, frozen=frozen, slots=slots)
        own = frozenset(cls.__dict__)
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        made.__given__ = tuple(one for one in dataclasses.fields(made) if one.init)
        made.__shown__ = tuple(one.name for one in dataclasses.fields(made) if one.repr)
        made.__compared__ = tuple(one.name for one in dataclasses.fields(made) if one.compare)
        for name, method in _METHODS.items():
            if name not in own:
                setattr(made, name, method)
        return made


_set = object.__setattr__


def _init(self: Any, *values: Any, **named: Any) -> None:
    """Take the values in the order of the fields, or by name. Raises TypeError as any constructor."""
    given = self.__given__
    if len(values) > len(given):
        raise TypeError(f"{type(self).__name__} takes {len(given)} values, {len(values)} were given")
    for each, value in zip(given, values, strict=False):
        _set(self, each.name, value)
    for each in given[len(values) :]:
        _set(self, each.name, named.pop(each.name) if each.name in named else _default(self, each))
    if named:
        raise TypeError(f"{type(self).__name__} got twice, or does not have, {', '.join(named)}")
    prepare: Callable[[], None] | None = getattr(self, "__post_init__", None)
    if prepare is not None:
        prepare()


def _default(self: Any, wanted: "dataclasses.Field[Any]") -> Any:
    if wanted.default is not dataclasses.MISSING:
        return wanted.default
    if wanted.default_factory is not dataclasses.MISSING:
        return wanted.default_factory()
    raise TypeError(f"{type(self).__name__} needs {wanted.name}")


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__shown__)
    return f"{type(self).__qualname__}({shown})"


def _equals(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return all(getattr(self, name) == getattr(other, name) for name in self.__compared__)


def _hash(self: Any) -> int:
    return hash(tuple(getattr(self, name) for name in self.__compared__))


def _frozen(self: Any, name: str, *_: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} is never changed in place")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        _set(self, one.name, value)


_METHODS = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _equals,
    "__hash__": _hash,
    "__setattr__": _frozen,
    "__delattr__": _frozen,
    "__getstate__": _state,
    "__setstate__": _restore,
}
