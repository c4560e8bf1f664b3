// An intake as it stands, with its form: what was typed, which papers lie on the counter, which scans came.
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import type { LoadedFiling } from '../filing/open-filing.ts';
import { readAnswers } from '../filing/read-answers.ts';
import type { DocumentRecord } from '../ports/documents.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { Setting } from '../tenant/setting.ts';
import { buildIntakeForm } from './build-intake-form.ts';
import type { IntakeDocument, IntakeView } from './intake-view.ts';
import { openReceipt } from './kept-receipt.ts';

export const intakeDocuments = (documents: readonly DocumentRecord[]): readonly IntakeDocument[] =>
  documents.map(({ id, requirement, state, rejection }) => ({
    id,
    requirement,
    state,
    ...(rejection && { rejection }),
  }));

export const buildIntakeView = async (
  ports: Pick<Ports, 'cases'>,
  loaded: LoadedFiling,
  member: Membership,
  setting: Setting,
): Promise<IntakeView> => {
  const { filing, version, channel, documents } = loaded;
  const { caseId, revision, papers = [], receivedOnPaper, about, filedAt } = filing;
  const { receipt, opening, shown = [], choices = {} } = filing;
  const { typed } = await readAnswers(loaded, setting.input);
  const earlier = about && (await ports.cases.find(about));
  return {
    caseId,
    revision,
    // What was filed is read as a case, by who may read that case, and leaves its trace there.
    entered: filedAt === undefined ? typed : {},
    papers,
    ...(receivedOnPaper && { receivedOnPaper: await openReceipt(loaded.seal, receivedOnPaper) }),
    ...(receipt && { receipt }),
    ...(opening && { opened: momentInWords(setting.tenant.calendar.zone, opening.openedAt) }),
    shown,
    choices,
    anonymous: filing.anonymous === true,
    confidential: filing.confidential === true,
    documents: intakeDocuments(documents),
    ...(earlier && { about: { caseId: earlier.snapshot.id, ticket: earlier.snapshot.ticket } }),
    sent: filedAt !== undefined,
    form: buildIntakeForm(version, filing.standard, channel, member, setting),
  };
};
