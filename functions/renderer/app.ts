// The renderer as a web application: the doors of every API for staff, and the routes of its contract.

import { makePreviewLetter, type PreviewLetterPorts } from '@layan/application/letter/preview-letter';
import { makePrintLetter, type PrintLetterPorts } from '@layan/application/letter/print-letter';
import type { Ports } from '@layan/application/ports/surroundings';
import { makePrintCard } from '@layan/application/product/print-card';
import type { PrintPorts } from '@layan/application/product/print-ports';
import { previewLetter, printCard, printLetter } from '@layan/contract/print-api';
import { CaseId } from '@layan/domain/kernel/ids';
import { err, ok } from '@layan/domain/kernel/result';

import { previewProblem, printLetterProblem, printProblem } from '@layan/http/print-problems';
import { problems } from '@layan/http/problem';
import { register } from '@layan/http/register';
import type { RequestLog } from '@layan/http/request-log';
import { createAdmission, type StaffEnv, type StaffSurroundings } from '@layan/http/staff-admission';
import { behindStaffDoors } from '@layan/http/staff-doors';
import type { Hono } from 'hono';

export type RendererPorts = Ports & PrintPorts & PrintLetterPorts & PreviewLetterPorts;

export interface RendererParts extends StaffSurroundings<RendererPorts> {
  readonly consoleOrigin: string;
  readonly requestLog: RequestLog;
}

const routes = (app: Hono<StaffEnv<RendererPorts>>): void => {
  register(app, printCard, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const printed = await makePrintCard(ports)({ member, productId: params.productId, layout: body.layout });
    return printed.ok ? ok(printed.value) : err(printProblem(printed.error));
  });

  register(app, printLetter, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = CaseId.safeParse(params.caseId);
    if (!caseId.success) return err(problems.notFound);
    const { letterId } = params;
    const printed = await makePrintLetter(ports)({ ...body, member, caseId: caseId.data, letterId });
    return printed.ok ? ok({ ...printed.value }) : err(printLetterProblem(printed.error));
  });

  register(app, previewLetter, async ({ params, body, context }) => {
    const { ports, member } = context.get('staff');
    const caseId = CaseId.safeParse(params.caseId);
    if (!caseId.success) return err(problems.notFound);
    const { product } = params;
    const preview = await makePreviewLetter(ports)({ ...body, member, caseId: caseId.data, product });
    if (!preview.ok) return err(previewProblem(preview.error));
    const { pdf, missing, unprintable } = preview.value;
    return ok({
      pdf: Buffer.from(pdf).toString('base64'),
      missing: [...missing],
      unprintable: unprintable.map(({ label, characters }) => ({ label, characters: [...characters] })),
    });
  });
};

export const createRenderer = (parts: RendererParts): Hono<StaffEnv<RendererPorts>> =>
  behindStaffDoors({ ...parts, admit: createAdmission(parts) }, routes);
