// What a case masks or only names, shown in full: a value, a scan. Each look is logged.
import { makeOpenDocument } from '@layan/application/case/open-document';
import { makeUnmaskFact } from '@layan/application/case/unmask-fact';
import { openDocument, unmaskFact } from '@layan/contract/staff/case';
import { DocumentId } from '@layan/domain/kernel/ids';
import { err } from '@layan/domain/kernel/result';
import { problems } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { Hono } from 'hono';
import type { StaffEnv } from '../context.ts';
import { answer, answerAs } from './answer.ts';
import { caseIdOf } from './case-id.ts';

export function lookRoutes(app: Hono<StaffEnv>): void {
  register(app, openDocument, async ({ params, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    const documentId = DocumentId.safeParse(params.documentId);
    if (!caseId.ok || !documentId.success) return err(problems.notFound);
    return answer(
      await makeOpenDocument(ports)({ member, caseId: caseId.value, documentId: documentId.data }),
    );
  });
  register(app, unmaskFact, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = caseIdOf(params.caseId);
    if (!caseId.ok) return caseId;
    const shown = await makeUnmaskFact(ports)({
      member,
      caseId: caseId.value,
      fact: params.fact,
      reason: body.reason,
    });
    return answerAs(shown, ({ value }) => ({ value }));
  });
}
