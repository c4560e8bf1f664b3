// At the counter, before anything is filed: begin, keep, throw away; the hint of a second card; the slip of the survey queue.

import { makeDropIntake } from '@layan/application/counter/drop-intake';
import { makeDropIntakeDocument } from '@layan/application/counter/drop-intake-document';
import { makeFindDuplicates } from '@layan/application/counter/find-duplicates';
import { makeGetIntake } from '@layan/application/counter/get-intake';
import { makeGetIntakeForm } from '@layan/application/counter/get-intake-form';
import { makeGetSlip } from '@layan/application/counter/get-slip';
import type { IntakeDocument } from '@layan/application/counter/intake-view';
import { makeListIntakes } from '@layan/application/counter/list-intakes';
import { makePrepareIntakeUpload } from '@layan/application/counter/prepare-intake-upload';
import { makeSaveIntake } from '@layan/application/counter/save-intake';
import { makeStartIntake } from '@layan/application/counter/start-intake';
import {
  dropIntake,
  dropIntakeDocument,
  findDuplicates,
  getIntake,
  getIntakeForm,
  getSlip,
  listIntakes,
  prepareIntakeUpload,
  saveIntake,
  startIntake,
} from '@layan/contract/staff/counter';
import { CaseId, DocumentId, StandardId } from '@layan/domain/kernel/ids';
import { ok } from '@layan/domain/kernel/result';
import { evidenceWords } from '@layan/http/evidence-words';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer, asIs, idOf, intakeOf } from './counter-answer.ts';

const documentView = ({ rejection, ...rest }: IntakeDocument) => ({
  ...rest,
  ...(rejection && { problem: evidenceWords[rejection] }),
});

const withDocuments = <T extends { readonly documents: readonly IntakeDocument[] }>(view: T) => ({
  ...view,
  documents: view.documents.map(documentView),
});

export function counterRoutes(app: Hono<StaffEnv>): void {
  register(app, listIntakes, async ({ context }) => {
    const { ports, member } = context.get('staff');
    return answer(await makeListIntakes(ports)({ member }), asIs);
  });
  register(app, getIntakeForm, async ({ params, query, context }) => {
    const { ports, member } = context.get('staff');
    const standard = idOf(StandardId.safeParse(params.standardId));
    if (!standard.ok) return standard;
    const input = { member, standard: standard.value, channel: query.channel };
    return answer(await makeGetIntakeForm(ports)(input), asIs);
  });
  register(app, startIntake, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    const standard = idOf(StandardId.safeParse(body.standard));
    if (!standard.ok) return standard;
    const about = body.about === undefined ? ok(undefined) : idOf(CaseId.safeParse(body.about));
    if (!about.ok) return about;
    const { channel, opening, row } = body;
    const input = { member, standard: standard.value, about: about.value, channel, opening, row };
    return answer(await makeStartIntake(ports)(input), asIs);
  });
  register(app, getIntake, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = await intakeOf(params.caseId);
    if (!caseId.ok) return caseId;
    return answer(await makeGetIntake(ports)({ member, caseId: caseId.value }), withDocuments);
  });
  register(app, saveIntake, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = await intakeOf(params.caseId);
    if (!caseId.ok) return caseId;
    return answer(await makeSaveIntake(ports)({ member, caseId: caseId.value, ...body }), withDocuments);
  });
  register(app, prepareIntakeUpload, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = await intakeOf(params.caseId);
    if (!caseId.ok) return caseId;
    const { requirement } = body;
    const prepared = await makePrepareIntakeUpload(ports)({ member, caseId: caseId.value, requirement });
    return answer(prepared, ({ documentId, maxBytes, form }) => ({ documentId, maxBytes, ...form }));
  });
  register(app, dropIntakeDocument, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = await intakeOf(params.caseId);
    if (!caseId.ok) return caseId;
    const documentId = idOf(DocumentId.safeParse(params.documentId));
    if (!documentId.ok) return documentId;
    const input = { member, caseId: caseId.value, documentId: documentId.value };
    return answer(await makeDropIntakeDocument(ports)(input), asIs);
  });
  register(app, dropIntake, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = await intakeOf(params.caseId);
    if (!caseId.ok) return caseId;
    return answer(await makeDropIntake(ports)({ member, caseId: caseId.value }), () => ({}));
  });
  register(app, findDuplicates, async ({ body, context }) => {
    const { ports, member } = context.get('staff');
    const standard = idOf(StandardId.safeParse(body.standard));
    if (!standard.ok) return standard;
    const input = { member, standard: standard.value, entered: body.entered };
    return answer(await makeFindDuplicates(ports)(input), (duplicates) => ({ duplicates }));
  });
  register(app, getSlip, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = idOf(CaseId.safeParse(params.caseId));
    if (!caseId.ok) return caseId;
    return answer(await makeGetSlip(ports)({ member, caseId: caseId.value }), asIs);
  });
}
