"""Makes the machines of published flows. The only code that may create state machines, and those of flows only."""

import json
import logging
from collections.abc import Mapping
from typing import Any

from chalicelib.domain.flow import Flow

from .flow_asl import flow_machine, machine_name

logger = logging.getLogger(__name__)


class MachinePress:
    """Over a Step Functions client; ``substitutions`` are the names that the text of a machine leaves open."""

    def __init__(self, client: Any, machines: str, role: str, substitutions: Mapping[str, str]) -> None:
        self._client = client
        self._prefix = machines.rpartition(":")[2]
        self._role = role
        self._substitutions = substitutions

    def make(self, tenant: str, flow: Flow) -> str:
        """The machine of a version; asking again for the same changes nothing. -> its name."""
        name = machine_name(self._prefix, tenant, flow.code, flow.version)
        try:
            self._client.create_state_machine(
                name=name, definition=self.definition(flow), roleArn=self._role, type="STANDARD"
            )
        except self._client.exceptions.StateMachineAlreadyExists:
            # Only another text under this name: what a version says never changes, what the compiler makes of it may.
            logger.info("machine_is_there", extra={"machine": name})
        return name

    def definition(self, flow: Flow) -> str:
        """The flow's machine with every name filled in."""
        text = json.dumps(flow_machine(flow), ensure_ascii=False, separators=(",", ":"))
        for name, value in self._substitutions.items():
            text = text.replace("${" + name + "}", value)
        return text
