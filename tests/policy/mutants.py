"""Every small change to the source of the policy that a slip of the hand could make (goal R9).

The ready tools change what is inside functions; most of this policy is tables and lambdas of modules, so the changes
are made here: another comparison, the other of and and or, a condition, an act or a profile left out, a flag turned, a
negation dropped or put. The sentences people read are not changed: the manual's page is compared with its own file.
"""

import ast
import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.LtE: ast.Lt,
    ast.Lt: ast.LtE,
    ast.GtE: ast.Gt,
    ast.Gt: ast.GtE,
}
COLLECTIONS = (ast.Tuple, ast.Set, ast.List)
#: Which of the values of a call are sentences, by the name of what is called.
SENTENCES = {"Condition": (1, 2), "Decision": (2,)}
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Mutant:
    """``node`` counts the nodes of the module as ``ast.walk`` goes; ``variant`` what is done to that one; ``name`` is
    the same whatever line it is on.
    """

    module: str
    node: int
    variant: int
    name: str


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """All of a module."""
    tree = ast.parse(source)
    left_alone, scopes, named = _left_alone(tree), _scopes(tree), Counter[str]()
    for place, node in enumerate(ast.walk(tree)):
        if id(node) not in left_alone:
            for number, (change, _) in enumerate(variants(node)):
                name = f"{module}.{scopes.get(id(node), '')}: {change}"
                named[name] += 1
                again = f" ({named[name]})" if named[name] > 1 else ""
                yield Mutant(module, place, number, name + again)


def mutated(source: str, mutant: Mutant) -> ast.Module:
    """The module with that one change."""
    tree = ast.parse(source)
    node = list(ast.walk(tree))[mutant.node]
    _, changed = variants(node)[mutant.variant]
    return ast.fix_missing_locations(_Put(node, changed).visit(tree))


class _Put(ast.NodeTransformer):
    def __init__(self, node: ast.AST, changed: ast.AST) -> None:
        self._node, self._changed = node, changed

    def visit(self, node: ast.AST) -> ast.AST:
        """Another node in the place of one."""
        return self._changed if node is self._node else super().visit(node)


def variants(node: ast.AST) -> list[tuple[str, ast.AST]]:
    """(what changes, the node in its place) of each change that can be made to one node."""
    match node:
        case ast.Compare(ops=ops):
            others = [[*ops[:n], COMPARISONS[type(op)](), *ops[n + 1 :]] for n, op in enumerate(ops)]
            return [_changed(node, "ops", other) for other in others]
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            fewer = [_changed(node, "values", [*values[:n], *values[n + 1 :]]) for n in range(len(values))]
            return [_changed(node, "op", other), *fewer]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return [(f"{_said(node)} -> {_said(operand)}", operand)]
        case ast.BinOp(op=ast.BitOr() | ast.BitAnd() | ast.Sub(), left=left, right=right):
            return [(f"{_said(node)} -> {_said(side)}", side) for side in (left, right)]
        case ast.Constant(value=bool(value)):
            return [_changed(node, "value", not value)]
        case ast.Constant(value=str(value)):
            return [_changed(node, "value", f"{value}~")]
        case ast.IfExp(body=body, orelse=orelse):
            return [(f"{_said(node)} -> {_said(side)}", side) for side in (body, orelse)]
        case ast.If() | ast.comprehension(ifs=[_]):
            return _of_a_test(node)
        case ast.Tuple() | ast.Set() | ast.List():
            return _fewer(node)
        case ast.Return(value=ast.Call() | ast.Attribute() | ast.Name() as value):
            return [_changed(node, "value", ast.UnaryOp(ast.Not(), value))]
        case ast.Dict(keys=keys, values=values):
            return [_without_pair(node, n) for n in range(len(keys))]
    return []


def _of_a_test(node: ast.AST) -> list[tuple[str, ast.AST]]:
    whole = isinstance(node, ast.If)
    said = f"if {_said(node.test if isinstance(node, ast.If) else node.ifs[0])}"  # type: ignore[attr-defined]
    always = [ast.Constant(value) for value in (True, False)]
    return [
        (f"{said} -> {value.value}", _with(node, "test" if whole else "ifs", value if whole else [value]))
        for value in always
    ]


def _fewer(node: ast.Tuple | ast.Set | ast.List) -> list[tuple[str, ast.AST]]:
    found: list[tuple[str, ast.AST]] = []
    for n, element in enumerate(node.elts):
        kept = [*node.elts[:n], *node.elts[n + 1 :]]
        # An empty pair of braces would be a dictionary.
        empty = ast.Call(ast.Name("frozenset", ast.Load()), [], [])
        less = empty if isinstance(node, ast.Set) and not kept else _with(node, "elts", kept)
        found.append((f"without {_said(element)} in {_said(node)}", less))
    return found


def _without_pair(node: ast.Dict, n: int) -> tuple[str, ast.AST]:
    less = _with(node, "keys", [*node.keys[:n], *node.keys[n + 1 :]])
    less = _with(less, "values", [*node.values[:n], *node.values[n + 1 :]])
    return f"without {_said(node.keys[n] or node.values[n])}", less


def _changed(node: ast.AST, field: str, value: object) -> tuple[str, ast.AST]:
    after = _with(node, field, value)
    return f"{_said(node)} -> {_said(after)}", after


def _with(node: ast.AST, field: str, value: object) -> ast.AST:
    after = copy.copy(node)
    setattr(after, field, value)
    return after


def _said(node: ast.AST) -> str:
    written = " ".join(ast.unparse(node).split())
    return written if len(written) <= SHOWN else f"{written[:SHOWN]}…"


def _scopes(tree: ast.Module) -> dict[int, str]:
    """By node: the function, class or table of the module that it is in."""
    found: dict[int, str] = {}
    for statement in tree.body:
        match statement:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                called = name
            case ast.Assign(targets=[target, *_]) | ast.AnnAssign(target=target):
                called = _said(target)
            case _:
                called = ""
        found.update({id(node): called for node in ast.walk(statement)})
        for table in [node for node in ast.walk(statement) if isinstance(node, ast.Dict)]:
            for key, value in zip(table.keys, table.values, strict=True):
                found.update({id(node): f"{called}[{_said(key or value)}]" for node in ast.walk(value)})
    return found


def _left_alone(tree: ast.Module) -> set[int]:
    """What says something to people or to the type checker, and nothing to who decides."""
    alone: list[ast.AST] = []
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                alone.append(node)
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                alone.append(node)
            case ast.FunctionDef() | ast.ClassDef():
                alone += node.decorator_list
                if isinstance(node, ast.FunctionDef):
                    alone += [one.annotation for one in node.args.args if one.annotation]
                    alone += [node.returns] if node.returns else []
            case ast.AnnAssign():
                alone.append(node.annotation)
            case ast.Subscript():
                alone.append(node.slice)
            case ast.Call(func=ast.Name(id="field" | "TypeError")):
                alone.append(node)
            case ast.JoinedStr() | ast.Tuple(ctx=ast.Store()):
                alone.append(node)
            case ast.Call(func=ast.Name(id=name), args=args) if name in SENTENCES:
                alone += [args[n] for n in SENTENCES[name] if n < len(args)]
    return {id(inner) for node in alone for inner in ast.walk(node)}
