// Where the next page of an inbox starts. A cursor is a row's place in the order and nothing else: which inbox is read
// comes from the query, so no cursor can lead into another one.
import { CaseId } from '@layan/domain/kernel/ids';

export interface InboxPlace {
  readonly sort: string;
  readonly caseId: CaseId;
  readonly task: string;
}

export const inboxCursor = (sort: string) => Buffer.from(sort, 'utf8').toString('base64url');

/** Undefined for what is no cursor of ours: then the inbox is read from its start. */
export function inboxPlace(cursor: string | undefined): InboxPlace | undefined {
  const sort = Buffer.from(cursor ?? '', 'base64url').toString('utf8');
  const [dueAt, receivedAt, id, task, ...rest] = sort.split('#');
  const caseId = CaseId.safeParse(id);
  if (!dueAt || !receivedAt || !task || rest.length > 0 || !caseId.success) return undefined;
  return { sort, caseId: caseId.data, task };
}
