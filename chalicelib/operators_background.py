"""Chooses the adapters of what operators do to tenants: their function's, and the command's; and of who fills those of
training."""

import contextlib
import json
from dataclasses import replace
from zoneinfo import ZoneInfo

from botocore.exceptions import BotoCoreError, ClientError

from chalicelib.adapters.dynamodb import addresses
from chalicelib.adapters.dynamodb.codec import decode
from chalicelib.adapters.dynamodb.keys import INSTALLATION
from chalicelib.adapters.dynamodb.operator_work import DynamoOperatorWork, operators_history
from chalicelib.adapters.dynamodb.training import stock_training
from chalicelib.application.ports import Ports
from chalicelib.application.tenants.ports import Operating
from chalicelib.application.training.ports import Filling
from chalicelib.composition import Installation
from chalicelib.domain.training import BEGINNING
from chalicelib.domain.training_kit import TrainingKit


def operating(place: Installation) -> Operating:
    """The outside of an operator's act. What it writes of its own stands under a name that no tenant has."""
    zone = ZoneInfo("UTC")
    return Operating(
        begin=lambda operation: DynamoOperatorWork(place.connection, INSTALLATION, operation, place.now(), zone),
        places=addresses.places,
        history=operators_history,
        forget=addresses.forget,
        now=place.now,
        fill=lambda tenant: _start_filling(place, tenant),
    )


def filling(place: Installation) -> Filling:
    """The outside of filling the tenants of training, which reaches no others."""

    def ports(tenant: str, reached_as: str) -> Ports:
        return replace(place.ports(tenant), public_address=place.public_address(reached_as), mail_sender="")

    return Filling(
        operating=operating(place),
        kit=lambda key: decode(TrainingKit, place.contents(BEGINNING).get(key).decode()),
        stock=lambda tenant, kit: stock_training(place.connection, tenant, kit, place.now()),
        ports=ports,
    )


def _start_filling(place: Installation, tenant: str) -> None:
    """Without waiting; whoever is not reached looks by itself every few minutes."""
    function = place.settings.fill_function
    if function:
        with contextlib.suppress(ClientError, BotoCoreError):
            payload = json.dumps({"tenant": tenant}).encode()
            place.functions.invoke(FunctionName=function, InvocationType="Event", Payload=payload)
