"""The end of a copy's job: what was prepared becomes one file (PRO-23)."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from chalicelib.application.authorisation import allow_on_process
from chalicelib.application.jobs.kinds import End, Task
from chalicelib.application.processes.export import export_chain
from chalicelib.application.references import ProcessKey
from chalicelib.domain.copying import CopyFormat, LeftOut, Piece, file_name
from chalicelib.domain.errors import Refused
from chalicelib.domain.job import Batch, ItemState, JobFile, JobItem
from chalicelib.domain.policy import Action
from chalicelib.domain.training import is_training

from .ports import Cover, Workshop

READ_ME = """Cópia do processo {nup}, gerada em {at} por {by} ({unit}).

documentos/     os documentos, na ordem da árvore, como foram enviados ou assinados
textos/         o texto de cada documento assinado, na forma em que o histórico o reconhece
historico.json  o histórico encadeado do processo, com os selos das assinaturas e a prova do registro público
conteudo.json   cada arquivo e o seu SHA-256

Para conferir sem rede, com o programa verificador do Iperoig:
    python -m verifier {stem}.zip
"""


def assemble_copy(wanted: CopyFormat, workshop: Workshop) -> End:
    """The end of the kind."""

    def end(task: Task, batches: Sequence[Batch]) -> JobFile:
        ports, job = task.ports, task.job
        (found,) = ports.reader.get(ProcessKey(str(job.process)))
        process = allow_on_process(task.actor, Action.PROCESS_COPY, found)
        items = [item for batch in batches for item in batch.items]
        pieces = list(_pieces(items))
        if not pieces:
            raise Refused("nothing_to_copy", "Nenhum dos documentos escolhidos pode entrar na cópia.")
        out = [LeftOut(item.label, item.message) for item in items if item.state is not ItemState.DONE]
        units = ports.catalogues.units()
        cover = Cover(
            nup=process.nup,
            kind=process.registration.type.name,
            specification=process.registration.specification,
            agency=ports.catalogues.agencies()[units[process.generating_unit.id].agency].name,
            by=task.actor.user.name,
            unit=task.actor.unit.acronym,
            at=ports.now().astimezone(ports.zone),
            stem=f"Processo {process.nup}".replace("/", "-"),
            job=job.id,
            training=is_training(ports.tenant),
        )
        if wanted is CopyFormat.PDF:
            return workshop.pdf(cover, pieces, out, job.options.get("attach") == "yes", task.report)
        at = cover.at.strftime("%d/%m/%Y às %H:%M")
        about = READ_ME.format(nup=cover.nup, at=at, by=cover.by, unit=cover.unit, stem=cover.stem)
        chain = json.dumps(export_chain(ports, process), ensure_ascii=False).encode()
        records = {"LEIA-ME.txt": about.encode(), "historico.json": chain}
        return workshop.zip(cover, pieces, out, records, task.report)

    return end


def _pieces(items: Sequence[JobItem]) -> Iterator[Piece]:
    for place, item in enumerate(items, start=1):
        found = item.found
        if item.state is not ItemState.DONE:
            continue
        yield Piece(
            document=item.reference["document"],
            label=item.label,
            title=found["title"],
            number=found["number"],
            unit=found["unit"],
            day=date.fromisoformat(found["day"]),
            file_name=file_name(place, item.label, PurePosixPath(found["name"]).suffix.lower()[:10]),
            media_type=found["type"],
            key=found["key"],
            sha256=found["sha256"],
            size=int(found["size"]),
            object_version=found.get("version", ""),
            signatures=int(found["signatures"]),
            text_key=found.get("text_key", ""),
            text_digest=found.get("text_digest", ""),
        )
