// Doing a step as the console does: read the case, take the task, send the picture, complete; when a colleague was
// faster, look again.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { staffApi } from '@layan/contract/staff-api';
import { CallProblem } from '@layan/infra/local/seed/call';
import { aJpeg } from '@layan/testing/builders/scans';
import { type Day, isOver, type Running, saw } from './day.ts';
import { noteTime } from './ledger.ts';
import type { Person } from './person.ts';

export interface Work {
  readonly outcome: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly missing?: readonly string[];
  /** Of what a picture is brought. */
  readonly picture?: string;
}

const LOOK_AGAIN = 8;
const PICTURE_PATIENCE = 60_000;

/** Somebody else was faster: no fault of anybody. */
const faster = new Set(['case-changed', 'held-by-other', 'step-not-active', 'case-ended', 'unknown-task']);
const codeOf = (error: unknown): string => (error instanceof CallProblem ? error.problem.code : '');

export const isRefused = (error: unknown, code: string): boolean => codeOf(error) === code;

const pictureIn = (action: ActionView, requirement: string): string | undefined =>
  action.evidence.find(({ id }) => id === requirement)?.documents.find(({ state }) => state === 'accepted')
    ?.id;

const openStep = (view: CaseView, step: string): ActionView | undefined =>
  view.actions.find(({ kind, id, allowed }) => kind === 'step' && id === step && allowed);

async function look(day: Day, by: Person, one: Running): Promise<CaseView> {
  const view = await by.call(staffApi.getCase, { params: { caseId: one.caseId } });
  saw(day, one, view);
  return view;
}

/** Sends a picture straight to storage and waits until it was looked at. */
async function bring(day: Day, by: Person, one: Running, step: string, requirement: string): Promise<void> {
  const params = { caseId: one.caseId, step };
  const { url, fields } = await by.call(staffApi.prepareStepUpload, { params, body: { requirement } });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Buffer.from(aJpeg({ width: 640 }))], { type: 'image/jpeg' }));
  const started = performance.now();
  const { status } = await fetch(url, { method: 'POST', body: form });
  noteTime(day.ledger, '(picture to storage)', performance.now() - started);
  if (status !== 201) throw new Error(`Storage answered ${status} to a picture.`);
  for (;;) {
    const action = openStep(await look(day, by, one), step);
    if (action === undefined || pictureIn(action, requirement) !== undefined) break;
    if (performance.now() - started > PICTURE_PATIENCE)
      throw new Error(`The picture of ${requirement} was not accepted in a minute.`);
    await wait(200);
  }
  noteTime(day.ledger, '(picture sent until accepted)', performance.now() - started);
}

/** Undefined when the step is not there any more: somebody else did it, or the case has ended. */
export async function doStep(
  day: Day,
  by: Person,
  one: Running,
  step: string,
  work: Work,
): Promise<CaseView | undefined> {
  const { outcome, facts = {}, note, missing, picture } = work;
  for (let tries = 0; tries < LOOK_AGAIN; tries += 1) {
    try {
      let view = await look(day, by, one);
      let action = openStep(view, step);
      if (action === undefined) return undefined;
      if (action.task !== undefined && action.assignee?.me !== true) {
        const params = { caseId: one.caseId, task: action.task };
        view = await by.call(staffApi.claimTask, { params, body: { expectedSeq: view.seq } });
        action = openStep(view, step) ?? action;
      }
      if (picture !== undefined && pictureIn(action, picture) === undefined) {
        await bring(day, by, one, step, picture);
        continue;
      }
      const document = picture === undefined ? undefined : pictureIn(action, picture);
      const done = await by.call(staffApi.completeStep, {
        params: { caseId: one.caseId, step },
        idempotencyKey: randomUUID(),
        body: {
          expectedSeq: view.seq,
          outcome,
          facts: { ...facts },
          ...(note !== undefined && { note }),
          ...(missing !== undefined && { missing: { requirements: [...missing], facts: [] } }),
          ...(picture !== undefined &&
            document !== undefined && { attachments: [{ requirement: picture, document }] }),
        },
      });
      saw(day, one, done);
      return done;
    } catch (error) {
      if (!faster.has(codeOf(error))) throw error;
      if (!isRefused(error, 'case-changed')) return undefined;
    }
  }
  throw new Error(`${step}: somebody was faster ${LOOK_AGAIN} times.`);
}

export async function inboxOf(by: Person, role: string): Promise<readonly InboxRowView[]> {
  const rows: InboxRowView[] = [];
  for (let after: string | undefined; ; ) {
    const page = await by.call(staffApi.listInbox, {
      query: { role, ...(after !== undefined && { after }) },
    });
    rows.push(...page.rows);
    after = page.next;
    if (after === undefined) return rows;
  }
}

/** Does one thing after the other until the day is over; rests when there is nothing to do, and notes what went wrong. */
export async function keepWorking(
  day: Day,
  by: Person,
  restMs: number,
  next: () => Promise<boolean>,
): Promise<void> {
  let faults = 0;
  while (!isOver(day) && faults < 20) {
    const busy = await next().catch((error: unknown) => {
      faults += 1;
      day.ledger.wrong.push(`${by.name}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    });
    if (!busy) await wait(restMs);
  }
}
