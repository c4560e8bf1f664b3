// Shows the case to its applicant as it stands after a command, without reading it again.
import { caseStatus } from '@layan/domain/case/status';
import type { CaseRecord } from '../ports/cases.ts';
import { openCase } from './open-case.ts';
import type { OpenedCase } from './own-case-view.ts';
import type { OwnCase, OwnCasePorts } from './read-own-case.ts';

export const showOwnCase = (
  ports: OwnCasePorts,
  { standard, session, setting }: OwnCase,
  record: CaseRecord,
): Promise<OpenedCase> =>
  openCase(
    ports,
    { status: caseStatus(standard, record.snapshot), key: record.key },
    session.openedAt,
    setting,
  );
