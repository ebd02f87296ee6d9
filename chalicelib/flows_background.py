"""Chooses the adapters of the functions that conduct and publish flows; a part of ``background``."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from chalicelib.adapters.dynamodb.consumers import DynamoFlowTruth, DynamoOpenFlows
from chalicelib.adapters.dynamodb.flows import versions
from chalicelib.adapters.dynamodb.projections import Projections
from chalicelib.adapters.eventbridge import EventBridgeBus
from chalicelib.adapters.stepfunctions.flow_conductor import FlowConductor
from chalicelib.adapters.stepfunctions.press import MachinePress
from chalicelib.adapters.waits import DynamoStepWaits
from chalicelib.application.conducting.flow_ports import FlowConducting
from chalicelib.application.conducting.mark_step_overdue import mark_step_overdue
from chalicelib.application.conducting.write_letter import write_letter
from chalicelib.composition import Installation
from chalicelib.domain.flow import Flow


class FlowsBackground:
    """Made from an installation and what ``background`` has already."""

    def __init__(
        self, place: Installation, projections: Callable[[str], Projections], bus: EventBridgeBus
    ) -> None:
        self.place = place
        self._projections = projections
        self._bus = bus

    def conducting(self, tenant: str) -> FlowConducting:
        """What conducting one tenant's flows needs."""
        settings, connection = self.place.settings, self.place.connection
        return FlowConducting(
            tenant=tenant,
            zone=self.place.ports(tenant).zone,
            now=self.place.now,
            truth=DynamoFlowTruth(connection, tenant),
            waits=DynamoStepWaits(connection.client, settings.waits_table, tenant),
            executions=FlowConductor(self.place.states, tenant, settings.flow_machines),
            register=self._projections(tenant),
            bus=self._bus,
            letter=partial(write_letter, self.place.ports(tenant)),
        )

    def overdue(self, tenant: str, process: str, run: str, at: str, until: str) -> bool:
        """Mark a step overdue, in one tenant."""
        return mark_step_overdue(self.place.ports(tenant), process, run, at, until)

    def under_way(self, tenant: str) -> DynamoOpenFlows:
        return DynamoOpenFlows(tenant)

    @cached_property
    def press(self) -> MachinePress:
        settings = self.place.settings
        names = {"WaitsTable": settings.waits_table, "FlowsQueueUrl": settings.flows_queue}
        return MachinePress(self.place.states, settings.flow_machines, settings.flow_role, names)

    def published(self, tenant: str) -> Sequence[Flow]:
        """Every version of every flow of a tenant."""
        return [one.flow for one in versions(tenant)]
