"""What a function of the background raises, the log is told by types and places, and nobody in its words (LGPD)."""

import json
import logging
import random
import traceback
from io import StringIO

import pytest
from aws_lambda_powertools.logging.formatter import LambdaPowertoolsFormatter
from chalice.app import EventSourceHandler

from chalicelib.events import functions
from infra.package import ROOT
from tests.api.canary import Cage

CONFIGURED = json.loads((ROOT / ".chalice" / "config.json").read_text())["lambda_functions"]
HANDLERS = {name: one for name, one in vars(functions).items() if isinstance(one, EventSourceHandler)}
#: It keeps each document's failure to itself, and has it delivered again.
KEEPS_ITS_FAILURES = "prerender_documents"
CAGE = Cage(random.Random(5))
SAID = (CAGE.name(), CAGE.cpf(), CAGE.email())


def broken():
    """An outside that fails as a library does: quoting what it was given, and what came before."""
    try:
        raise KeyError(f"{SAID[0]} <{SAID[2]}>")
    except KeyError as error:
        raise ValueError(f"CPF {SAID[1]} inválido") from error


@pytest.fixture
def log():
    written, logger = StringIO(), logging.getLogger("chalicelib")
    handler = logging.StreamHandler(written)
    handler.setFormatter(LambdaPowertoolsFormatter())
    logger.addHandler(handler)
    yield written
    logger.removeHandler(handler)


def test_every_deployed_function_is_tried_here():
    assert len(HANDLERS) == len(CONFIGURED) - 1, "all but the API's"


@pytest.mark.parametrize("name", HANDLERS)
def test_what_a_function_raises_is_told_by_its_types_and_quotes_nobody(name, monkeypatch, log, capsys):
    handler = HANDLERS[name]
    monkeypatch.setattr(functions, "background", broken)
    event = {"Records": [{"messageId": "1", "body": json.dumps({"detail": {"tenant": SAID[0]}})}], "tenant": SAID[1]}
    if name == KEEPS_ITS_FAILURES:
        assert handler(event, None) == {"batchItemFailures": [{"itemIdentifier": "1"}]}
        told = ""
    else:
        with pytest.raises(functions.FunctionFailed) as raised:
            handler(event, None)
        told = "".join(traceback.format_exception(raised.value))
        assert "Error" in str(raised.value), "its types are told"
    written = log.getvalue()
    (line,) = [json.loads(one) for one in written.splitlines()]
    assert line["level"] == "ERROR"
    assert line["failure"][0] in ("ValueError", "KeyError")
    assert line["where"]
    heard = written + told + capsys.readouterr().err
    for said in CAGE.flown:
        assert said not in heard, CAGE.flown[said]
    assert '"failures":[1.0]' in heard.replace(" ", ""), "and counted, for the alarm"


def test_a_failure_that_nobody_kept_apart_would_have_been_heard():
    """The ears hear: what Python itself prints of such an error holds every canary."""
    with pytest.raises(ValueError, match="inválido") as raised:
        broken()
    told = "".join(traceback.format_exception(raised.value))
    assert all(said in told for said in SAID)
