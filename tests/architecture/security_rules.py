"""Mistakes of security that no ready tool knows to look for here: what is wrong, and how it is found in the source.

They stand where rules for semgrep would, which says no more of this code and costs eight seconds and a dozen packages;
bandit, ruff and oxlint find the common ones (docs/decisions/tests.md).
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

#: Names of what nobody may learn letter by letter from how long a comparison takes.
SECRET = re.compile(r"(^|_)(token|secret|password|hashed|mac|nonce|verifier|otp)$")
FROZEN_CLOCK = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}
DESERIALIZERS = {"pickle", "marshal", "shelve", "dill", "jsonpickle"}
DANGEROUS = {"eval", "exec", "compile", "__import__"}
TELLS = {"print_exc", "exception", "error", "warning", "critical"}
CONNECTING = {"urlopen", "HTTPSConnection", "HTTPConnection", "create_connection"}
EVERYTHING = ("Exception", "BaseException")
Lines = Iterator[int]


@dataclass(frozen=True, slots=True)
class Rule:
    """``finds`` answers the lines of a syntax tree, or of a text, where the mistake is; ``planted`` has it."""

    name: str
    why: str
    folders: tuple[str, ...]
    finds: Callable[[ast.Module], Lines]
    planted: str


@dataclass(frozen=True, slots=True)
class PageRule:
    """The same of the pages: ``mistake`` is what must not be written."""

    name: str
    why: str
    mistake: re.Pattern[str]
    planted: str


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str, str | None]]:
    """Every call, with the name that is called and that of what it is an attribute of, None when of nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Attribute):
                yield node, function.attr, _name(function.value)
            elif isinstance(function, ast.Name):
                yield node, function.id, None


def _name(node: ast.AST) -> str:
    """The last name of a dotted one."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _given(call: ast.Call, keyword: str) -> ast.expr | None:
    return next((one.value for one in call.keywords if one.arg == keyword), None)


def _imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module.partition(".")[0]


def version_not_checked(tree: ast.Module) -> Lines:
    return (call.lineno for call, _, _ in _calls(tree) if _given(call, "add_version_condition") is not None)


def table_scanned(tree: ast.Module) -> Lines:
    return (call.lineno for call, name, _ in _calls(tree) if name == "scan")


def client_of_its_own(tree: ast.Module) -> Lines:
    yield from (line for line, module in _imported(tree) if module == "boto3")
    yield from (call.lineno for call, name, _ in _calls(tree) if name == "create_client")


def wall_clock(tree: ast.Module) -> Lines:
    return (call.lineno for call, name, of in _calls(tree) if (of, name) in FROZEN_CLOCK)


def chance(tree: ast.Module) -> Lines:
    yield from (line for line, module in _imported(tree) if module == "random")
    yield from (call.lineno for call, name, _ in _calls(tree) if name == "uuid1")


def secret_compared(tree: ast.Module) -> Lines:
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq):
            sides = (node.left, node.comparators[0])
            if all(_name(side) for side in sides) and any(SECRET.search(_name(side)) for side in sides):
                yield node.lineno


def waits_for_ever(tree: ast.Module) -> Lines:
    for call, name, _ in _calls(tree):
        if name in CONNECTING and not _given(call, "timeout"):
            yield call.lineno


def link_for_ever(tree: ast.Module) -> Lines:
    for call, name, _ in _calls(tree):
        if name.startswith("generate_presigned") and _given(call, "ExpiresIn") is None:
            yield call.lineno


def loose_cookie(tree: ast.Module) -> Lines:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.Constant):
            text = ast.unparse(node)
            if "Path=/" in text and not all(flag in text for flag in ("Secure", "HttpOnly", "SameSite=")):
                yield node.lineno


def tenant_from_outside(tree: ast.Module) -> Lines:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(_name(base).endswith("Body") for base in node.bases):
            fields = [one for one in node.body if isinstance(one, ast.AnnAssign)]
            yield from (one.lineno for one in fields if _name(one.target) == "tenant")


def swallowed(tree: ast.Module) -> Lines:
    """Whatever goes wrong, and nobody hears of it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and _name(node.type or ast.Name("Exception")) in EVERYTHING:
            inside = [inner for statement in node.body for inner in ast.walk(statement)]
            # Raised again, or said to somebody: by its name, or by the log.
            told = any(isinstance(one, ast.Raise) or (node.name and _name(one) == node.name) for one in inside)
            told = told or any(isinstance(one, ast.Call) and _name(one.func) in TELLS for one in inside)
            if not told:
                yield node.lineno


def runs_what_it_read(tree: ast.Module) -> Lines:
    yield from (line for line, module in _imported(tree) if module in DESERIALIZERS)
    for call, name, of in _calls(tree):
        shell = _given(call, "shell")
        in_a_shell = isinstance(shell, ast.Constant) and shell.value is True
        if in_a_shell or (of == "os" and name in {"system", "popen"}) or (of is None and name in DANGEROUS):
            yield call.lineno


def printed(tree: ast.Module) -> Lines:
    return (call.lineno for call, name, of in _calls(tree) if name == "print" and of is None)


def environment_read(tree: ast.Module) -> Lines:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (node.attr, _name(node.value)) in {("environ", "os"), ("getenv", "os")}:
            yield node.lineno


CODE, RULES_OF_LAW = ("chalicelib",), ("chalicelib/domain", "chalicelib/application")
RULES = (
    Rule("version-not-checked", "it resets the version: pynamodb #1247", CODE, version_not_checked,
         "row.update(actions=[one], add_version_condition=False)"),
    Rule("table-scanned", "a scan reads every tenant and costs the whole table", ("chalicelib/adapters/dynamodb",),
         table_scanned, "rows = MainItem.scan(kept)"),
    Rule("client-of-its-own", "clients are made in one place, where retries and times are set", CODE, client_of_its_own,
         "import boto3"),
    Rule("wall-clock", "time comes as an argument, or nothing that depends on it can be proven", RULES_OF_LAW,
         wall_clock, "now = datetime.now(UTC)"),
    Rule("chance", "what random gives can be foretold; secrets cannot", CODE, chance, "import random"),
    Rule("secret-compared", "how long == takes tells how much of a guess was right", CODE, secret_compared,
         "if session.token == typed: enter()"),
    Rule("waits-for-ever", "somebody else's silence would hold the request", CODE, waits_for_ever,
         "with urlopen(address) as answer: pass"),
    Rule("link-for-ever", "a link to a file ends in minutes", CODE, link_for_ever,
         "client.generate_presigned_url('get_object', Params=one)"),
    Rule("loose-cookie", "a cookie is the session: no page reads it and no plain connection carries it", CODE,
         loose_cookie, "header = f'{name}={value}; Path=/; Secure; HttpOnly'"),
    Rule("tenant-from-outside", "the tenant comes from the session, never from the request", ("chalicelib/api",),
         tenant_from_outside, "class Form(Body):\n    tenant: str"),
    Rule("swallowed", "what fails in silence fails for ever", CODE, swallowed,
         "try:\n    act()\nexcept Exception:\n    pass"),
    Rule("runs-what-it-read", "what comes from outside is data", CODE, runs_what_it_read, "import pickle"),
    Rule("printed", "the log has a form, and no personal data; print has neither", CODE, printed, "print(user)"),
    Rule("environment-read", "one module reads what the installation was told", CODE, environment_read,
         "table = os.environ['TABLE']"),
)  # fmt: skip
PAGE_RULES = (
    PageRule("html-put-in-the-page", "what people write would run",
             re.compile(r"dangerouslySetInnerHTML|insertAdjacentHTML|(inner|outer)HTML\s*=[^=]|document\.write\b"),
             "node.innerHTML = text"),
    PageRule("text-run-as-code", "the page's policy forbids it too",
             re.compile(r"\beval\(|new Function\(|setTimeout\(['\"`]"), "eval(text)"),
    PageRule("frame-without-sandbox", "a document is shown where no script of it can run",
             re.compile(r"<iframe(?![^>]*\bsandbox=)"), '<iframe src={address} title="x" />'),
    PageRule("link-that-keeps-its-opener", "the page that opens could change the one it came from",
             re.compile(r"""target="_blank"(?![^>]*\brel="[^"]*noopener)"""), '<a href={address} target="_blank">'),
    PageRule("secret-kept-in-the-browser", "whatever runs in the page could read it",
             re.compile(r"(local|session)Storage\.setItem\([^)]*(token|password|senha)", re.I),
             "localStorage.setItem('token', one)"),
)  # fmt: skip
