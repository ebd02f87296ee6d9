"""Files under 300 lines, functions under 40; who passes says why in ``exceptions``, and nobody passes 400 and 60."""

import ast
from pathlib import Path

from tests.architecture import exceptions
from tests.architecture.inventory import name, python_files, tracked, tree

FILE_AIM, FILE_LIMIT = 300, 400
FUNCTION_AIM, FUNCTION_LIMIT = 40, 60
GENERATED = {"web/src/api/schema.d.ts"}


def files() -> dict[str, int]:
    web = [
        path for path in tracked() if path.suffix in (".ts", ".tsx", ".mjs") and name(path) not in GENERATED
    ]
    return {name(path): path.read_text(encoding="utf-8").count("\n") for path in (*python_files(), *web)}


def functions() -> dict[str, int]:
    return {
        f"{name(path)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }


def test_files_are_short_or_say_why():
    assert {each for each, lines in files().items() if lines > FILE_AIM} == set(exceptions.LONG_FILES)


def test_no_file_is_too_long():
    too_long = {each for each, lines in files().items() if lines > FILE_LIMIT}
    assert too_long == exceptions.ENUMERATIONS


def test_functions_are_short_or_say_why():
    long = {each for each, lines in functions().items() if lines > FUNCTION_AIM}
    assert long == set(exceptions.LONG_FUNCTIONS)


def test_no_function_is_too_long():
    assert {each for each, lines in functions().items() if lines > FUNCTION_LIMIT} == exceptions.TABLES


def test_lines_are_counted(tmp_path: Path):
    """The counting above is not blind: known sizes come out."""
    assert files()["app.py"] > 5
    assert functions()["chalicelib/domain/sending.py:send"] > 20
