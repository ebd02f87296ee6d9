"""Fetch what a job made, by an address good for a minute; the right to it is asked for again."""

from collections.abc import Mapping
from datetime import datetime

from chalicelib.application.authorisation import allow, allow_on_process
from chalicelib.application.ports import Ports
from chalicelib.application.references import ProcessKey
from chalicelib.domain.errors import NotFound
from chalicelib.domain.identity import Actor
from chalicelib.domain.job import JobFile
from chalicelib.domain.policy import Action

from .acting import acting_in, own_job

#: What the right to a file rests on, when the job was about a process; the act is the one that asked for the job.
RIGHTS: Mapping[str, Action] = {"process_pdf": Action.PROCESS_COPY, "process_zip": Action.PROCESS_COPY}


def link_job_file(ports: Ports, actor: Actor, job_id: str) -> tuple[JobFile, str, datetime]:
    """-> (file, address, until when). Who lost the right since, or the grants in that unit, gets nothing.

    Raises NotFound ``job_not_found``, ``file_gone``; NotFound or Forbidden as the act that asked for it.
    """
    allow(actor, Action.JOB_SEE)
    job = own_job(ports, actor, job_id)
    made = job.file_at(ports.now())
    if made is None:
        raise NotFound("file_gone", "Não há arquivo para buscar: ele fica guardado por sete dias. Peça-o de novo.")
    right = RIGHTS.get(job.kind)
    if job.process is not None and right is not None:
        (process,) = ports.reader.get(ProcessKey(job.process))
        allow_on_process(acting_in(ports, job), right, process)
    url, until = ports.copies.link(made)
    return made, url, until
