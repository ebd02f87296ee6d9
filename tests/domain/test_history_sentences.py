"""Each entry of the history reads as SEI's does (features.md §1.5); the number is SEI's own task id.

Facts with number 0 are acts that SEI keeps in its audit only; their sentences follow the same manner.
"""

from datetime import timedelta

import pytest

from chalicelib.domain import history
from chalicelib.domain.history import Fact
from tests.fakes.city import ANA, CABINET, START

LAW = "Informação pessoal (Lei 12.527/2011, art. 31)"
LETTER = "0000123 (Ofício 12/2026)"
NUP = "01101.000002/2026-52"

SENTENCES: tuple[tuple[int, Fact, str], ...] = (
    (1, history.ProcessStarted("public"), "Processo público gerado"),
    (1, history.ProcessStarted("restricted", LAW), f"Processo restrito gerado ({LAW})"),
    (1, history.ProcessStarted("confidential", LAW), f"Processo sigiloso gerado ({LAW})"),
    (2, history.DocumentGenerated("d1", LETTER), f"Gerado documento público {LETTER}"),
    (2, history.DocumentGenerated("d1", LETTER, "restricted", LAW), f"Gerado documento restrito {LETTER} ({LAW})"),
    (5, history.DocumentSigned("d1", LETTER, "ana.lima", "Agente", "0" * 64),
     f"Assinado Documento {LETTER} por ana.lima"),
    (6, history.SignaturesDropped("d1", LETTER), f"Cancelamento de assinatura do documento {LETTER}"),
    (0, history.PlanItemMarked("Vistoria", "finished"), "Plano de trabalho: Vistoria, finalizado"),
    (0, history.PlanItemMarked("Vistoria", "problem", "Chuva"), "Plano de trabalho: Vistoria, problema. Chuva"),
    (0, history.PlanItemMarked("Parecer", "in_progress", document="0000123"),
     "Plano de trabalho: Parecer, em andamento, com o documento 0000123"),
    (0, history.PlanItemMarked("Vistoria", None), "Plano de trabalho: Vistoria, sem situação"),
    (0, history.WorkPlanReplaced("Alvará"), "Adotado o plano de trabalho Alvará"),
    (0, history.WorkPlanReplaced("Alvará", "Férias"), "Trocado o plano de trabalho Férias por Alvará"),
    (12, history.EmailSent("d1", LETTER), f"Envio de correspondência eletrônica {LETTER}"),
    (13, history.DocumentFiled("d1", LETTER), f"Registro de documento externo público {LETTER}"),
    (13, history.DocumentFiled("d1", LETTER, "restricted", "Cópia simples", LAW),
     f"Registro de documento externo restrito {LETTER} (Cópia simples) ({LAW})"),
    (28, history.ProcessConcluded(), "Conclusão do processo na unidade"),
    (29, history.ProcessReopened(), "Reabertura do processo na unidade"),
    (29, history.ProcessReopened(True), "Reabertura do processo na unidade (reabertura programada)"),
    (32, history.ProcessSent("SEMAD/PROT", "r1"), "Processo remetido pela unidade SEMAD/PROT"),
    (33, history.DocumentDeleted("d1", LETTER), f"Exclusão do documento {LETTER}"),
    (41, history.ProcessConcludedAutomatically(), "Conclusão automática de processo na unidade"),
    (48, history.ProcessReceived(), "Processo recebido na unidade"),
    (51, history.DocumentCancelled("d1", LETTER, "Duplicado"), f"Cancelado documento {LETTER}. Duplicado"),
    (60, history.TreeReordered(), "Alterada ordem dos protocolos"),
    (83, history.DocumentAcknowledged("d1", LETTER), f"Ciência no documento {LETTER}"),
    (113, history.DocumentMovedTo("d1", LETTER, "1/2026", "Engano"),
     f"Documento {LETTER} movido para o processo 1/2026. Engano"),
    (114, history.DocumentMovedFrom("d1", LETTER, "1/2026", "Engano"),
     f"Documento {LETTER} movido do processo 1/2026. Engano"),
    (0, history.DocumentLocked("d1", LETTER), f"Bloqueado o documento {LETTER}"),
    (0, history.DocumentUnlocked("d1", LETTER), f"Desbloqueado o documento {LETTER}"),
    (0, history.DocumentRestored("d1", LETTER), f"Recuperado da lixeira o documento {LETTER}"),
    (57, history.ProcessAssigned("ana.lima", "Ana Lima"), "Processo atribuído para ana.lima"),
    (58, history.EffectiveLevelChanged("restricted"), "Alterado nível de acesso geral para restrito"),
    (59, history.AssignmentRemoved(), "Removida atribuição do processo"),
    (65, history.ProgressRecorded("Vistoria feita"), "Vistoria feita"),
    (105, history.ProcessLevelChanged("public"), "Alterado nível de acesso do processo para público"),
    (105, history.ProcessLevelChanged("restricted", LAW),
     f"Alterado nível de acesso do processo para restrito ({LAW})"),
    (107, history.LegalBasisChanged(LAW), f"Alterada hipótese legal do processo para {LAW}"),
    (108, history.DocumentLevelChanged("d1", LETTER, "restricted", LAW),
     f"Alterado nível de acesso do documento {LETTER} para restrito ({LAW})"),
    (110, history.DocumentLegalBasisChanged("d1", LETTER, LAW),
     f"Alterada hipótese legal do documento {LETTER} para {LAW}"),
    (111, history.ConformityCheckChanged("d1", LETTER, "Cópia simples"),
     f"Alterado tipo de conferência do documento {LETTER} para Cópia simples"),
    (115, history.DocumentAuthenticated("d1", LETTER, "ana.lima", "Agente", "0" * 64),
     "Autenticado Documento 0000123 (Ofício 12/2026) por ana.lima"),
    (116, history.AuthenticationCancelled("d1", LETTER),
     "Cancelamento de autenticação do documento 0000123 (Ofício 12/2026)"),
    (126, history.ProcessTypeChanged("Pedido", "Licença"), 'Alterado tipo do processo de "Pedido" para "Licença"'),
    (128, history.ProcessNumberChanged("123/2019", "124/2019"),
     'Alterado número do processo de "123/2019" para "124/2019"'),
    (129, history.FilingDateChanged("2019-03-07", "2019-03-08"),
     'Alterada data de autuação do processo de "07/03/2019" para "08/03/2019"'),
    (0, history.ProcessEdited(("especificação", "assuntos")),
     "Alterados os dados do processo: especificação, assuntos"),
    (0, history.RemarkChanged(), "Alterada a observação da unidade"),
    (0, history.ProcessDeleted(), "Exclusão do processo"),
    (0, history.ReturnExtended("r1", "SEMAD/RH", "2026-12-08"),
     "Prorrogado para 08/12/2026 o retorno programado da unidade SEMAD/RH"),
    (0, history.ReturnWithdrawn("r1", "SEMAD/RH"), "Cancelado o retorno programado da unidade SEMAD/RH"),
    (0, history.VersionRestored("d1", LETTER, 2), f"Recuperada a versão 2 do documento {LETTER}"),
    (0, history.DocumentEdited("d1", LETTER, ("descrição",)), f"Alterados os dados do documento {LETTER}: descrição"),
    (34, history.ProcessPutInBlock("7"), "Processo inserido no bloco 7"),
    (35, history.DocumentPutInBlock("d1", LETTER, "7"), f"Documento {LETTER} inserido no bloco 7"),
    (36, history.ProcessTakenFromBlock("7"), "Processo retirado do bloco 7"),
    (37, history.DocumentTakenFromBlock("d1", LETTER, "7"), f"Documento {LETTER} retirado do bloco 7"),
    (38, history.BlockShared("7", ("GAB",)), "Bloco 7 disponibilizado para a unidade GAB"),
    (39, history.BlockSharingCancelled("7"), "Cancelada disponibilização do bloco 7"),
    (40, history.BlockReturned("7", "GAB", "Falta o anexo"), "Bloco 7 retornado para a unidade GAB. Falta o anexo"),
    (95, history.BlockConcluded("7"), "Conclusão do bloco 7"),
    (96, history.BlockReopened("7"), "Reabertura do bloco 7"),
    (0, history.ProcessDuplicated("p2", NUP), f"Processo gerado por duplicação do processo {NUP}"),
    (18, history.ProcessRelated("p2", NUP), f"Adicionado processo relacionado {NUP}"),
    (19, history.RelationRemoved("p2", NUP), f"Removido relacionamento com o processo {NUP}"),
    (20, history.ProcessSuspended("Aguarda laudo"), "Sobrestamento. Aguarda laudo"),
    (21, history.SuspensionRemoved(), "Remoção de sobrestamento"),
    (29, history.ConclusionUndone(), "Reabertura do processo na unidade (conclusão desfeita)"),
    (29, history.ConclusionUndone(True), "Reabertura do processo na unidade (envio desfeito)"),
    (42, history.ProcessSuspending("p2", NUP), f"Sobrestando o processo {NUP}"),
    (43, history.ProcessSuspendedWithLink("p2", NUP, "Aguarda laudo"),
     f"Sobrestado com vínculo ao processo {NUP}. Aguarda laudo"),
    (44, history.StoppedSuspending("p2", NUP), f"Deixou de sobrestar o processo {NUP}"),
    (45, history.StoppedBeingSuspended("p2", NUP), f"Deixou de estar sobrestado com vínculo ao processo {NUP}"),
    (61, history.CredentialGranted("u9", "Marina Costa", "rh", "SEMAD/RH"),
     "Credencial concedida para Marina Costa (SEMAD/RH)"),
    (66, history.CredentialTransferred("u9", "Marina Costa", "rh", "SEMAD/RH"),
     "Credencial transferida para Marina Costa (SEMAD/RH)"),
    (67, history.CredentialRevoked("u9", "Marina Costa", "rh", "SEMAD/RH"),
     "Cassada a credencial de Marina Costa (SEMAD/RH)"),
    (127, history.CredentialRenewed("u9", "Marina Costa", "rh", "SEMAD/RH"),
     "Renovada credencial de Marina Costa (SEMAD/RH)"),
    (77, history.CredentialRenounced(), "Renúncia de credencial"),
    (69, history.CredentialsAnnulled(1), "Anulada 1 credencial: o processo deixou de ser sigiloso"),
    (69, history.CredentialsAnnulled(3), "Anuladas 3 credenciais: o processo deixou de ser sigiloso"),
    (117, history.CredentialCancelled("u9", "Marina Costa", "rh", "SEMAD/RH"),
     "Credencial de Marina Costa (SEMAD/RH) cancelada por Coordenador de Acervo"),
    (118, history.CredentialActivated("u9", "Marina Costa", "rh", "SEMAD/RH"),
     "Credencial de Marina Costa (SEMAD/RH) ativada por Coordenador de Acervo"),
    (73, history.SigningCredentialGranted("d9", "0000123 (Ofício)", "u9", "Marina Costa", "rh", "SEMAD/RH"),
     "Concedida credencial de assinatura para Marina Costa (SEMAD/RH) no documento 0000123 (Ofício)"),
    (74, history.SigningCredentialRevoked("d9", "0000123 (Ofício)", "u9", "Marina Costa", "rh", "SEMAD/RH"),
     "Cassada a credencial de assinatura concedida para Marina Costa (SEMAD/RH) no documento 0000123 (Ofício)"),
    (81, history.SigningCredentialUsed("d9", "0000123 (Ofício)"),
     "Utilizada a credencial de assinatura do documento 0000123 (Ofício)"),
    (62, history.ReceivedByHolder(), "Processo recebido"),
    (63, history.ConcludedByHolder(), "Processo concluído"),
    (64, history.ReopenedByHolder(), "Reabertura do processo"),
    (106, history.SecrecyGradeChanged("secret"), "Alterado grau de sigilo do processo para secreto"),
    (106, history.SecrecyGradeChanged(None), "Removido o grau de sigilo do processo"),
    (1, history.ProcessStarted("confidential", "Segredo de justiça", NUP, "reserved"),
     "Processo sigiloso, grau reservado, gerado (Segredo de justiça)"),
    (1, history.ProcessStarted("restricted", LAW, NUP, filed_on="2019-03-07"),
     f"Processo restrito gerado (autuado em 07/03/2019) ({LAW})"),
    (82, history.ProcessAcknowledged(), "Ciência no processo"),
    (101, history.ProcessAnnexed("p2", NUP), f"Processo {NUP} anexado"),
    (102, history.AnnexedToProcess("p2", NUP), f"Anexado ao processo {NUP}"),
    (103, history.ProcessUnannexed("p2", NUP, "Engano"), f"Processo {NUP} desanexado. Engano"),
    (104, history.UnannexedFromProcess("p2", NUP), f"Desanexado do processo {NUP}"),
    (122, history.ProcessLocked("Enviado"), "Processo bloqueado. Enviado"),
    (123, history.ProcessUnlocked(), "Processo desbloqueado"),
    (0, history.RedactedCopyMade("d9", "0000130 (Ofício 12/2026 com trechos ocultados)", "0000123", "LAI", 1, "Dados"),
     "Gerada cópia 0000130 (Ofício 12/2026 com trechos ocultados) do documento 0000123, com 1 trecho ocultado (LAI). "
     "Dados"),
    (0, history.PersonalDataErased("e1", "art. 18, VI"), "Dados pessoais eliminados nos termos da LGPD (art. 18, VI)"),
    (0, history.PersonalDataErased("e1", "art. 18, IV", (3,), ("a" * 64,)),
     "Dados pessoais eliminados nos termos da LGPD (art. 18, IV); eliminado o andamento 3"),
    (0, history.PersonalDataErased("e1", "art. 18, IV", (3, 5, 9), ("a" * 64,) * 3),
     "Dados pessoais eliminados nos termos da LGPD (art. 18, IV); eliminados os andamentos 3, 5 e 9"),
    (0, history.RecordErased("e1"), "Andamento eliminado nos termos da LGPD"),
    (0, history.SendingUndone("SEMAD/PROT", "r1"),
     "Desfeito, antes do recebimento, o envio do processo pela unidade SEMAD/PROT"),
    (0, history.FlowStarted("ferias", "Férias", 2), "Iniciado o fluxo Férias, versão 2"),
    (0, history.FlowStepCompleted("1", "Conferir"), "Concluída a etapa Conferir"),
    (0, history.FlowStepCompleted("2", "Decidir", "Deferir", "0000123", "Ver fls. 3"),
     "Concluída a etapa Decidir: Deferir, com o documento 0000123 (Ver fls. 3)"),
    (0, history.FlowStepSkipped("1", "Conferir", "Já consta"), "Dispensada a etapa Conferir (Já consta)"),
    (0, history.FlowStepSkipped("1", "Decidir", "Já consta", "Deferir"),
     "Dispensada a etapa Decidir, seguindo como Deferir (Já consta)"),
    (0, history.FlowStepOverdue("1", "Conferir", "2026-12-01"), "Vencido em 01/12/2026 o prazo da etapa Conferir"),
    (0, history.FlowStepOverdue("1", "Conferir", "2026-12-01", "GAB"),
     "Vencido em 01/12/2026 o prazo da etapa Conferir; encaminhada também à unidade GAB"),
    (0, history.FlowPaused("Aguarda a Câmara"), "Fluxo pausado (Aguarda a Câmara)"),
    (0, history.FlowResumed(), "Fluxo retomado"),
    (0, history.FlowFinished("Férias"), "Encerrado o fluxo Férias"),
    (0, history.FlowCancelled("Pedido retirado"), "Fluxo cancelado (Pedido retirado)"),
)  # fmt: skip


@pytest.mark.parametrize(("number", "fact", "sentence"), SENTENCES)
def test_entry_reads_as_in_sei(number: int, fact: Fact, sentence: str):
    assert fact.sentence() == sentence
    assert fact.number == number


def test_every_fact_is_in_the_table():
    told = {type(fact) for _, fact, _ in SENTENCES}
    assert [fact.__name__ for fact in history.FACTS.values() if fact not in told] == []


@pytest.mark.parametrize("fact", [fact for _, fact, _ in SENTENCES], ids=lambda fact: fact.kind())
def test_fact_comes_back_from_the_chain_as_it_went(fact: Fact):
    at = START + timedelta(microseconds=123_456)
    (entry,) = history.chain("p1", 0, history.GENESIS, at, [(ANA, CABINET.short, fact)])
    assert history.read(entry.body) == entry
