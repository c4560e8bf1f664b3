// Loads the whole file of a case for the holder of a tracking session. One query.
import { caseStatus } from '@layan/domain/case/status';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { CaseFile, CaseRecord } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type CaseSeal, caseSeal } from '../sealing/case-seal.ts';
import { readTrackingSession, type TrackingSession } from '../session/tracking-session.ts';
import { getSetting, type Setting, type SettingPorts } from '../tenant/setting.ts';
import { openCase } from './open-case.ts';
import type { OpenedCase } from './own-case-view.ts';

export type OwnCasePorts = SettingPorts & Pick<Ports, 'standards' | 'cases' | 'vault'>;

export interface OwnCase {
  readonly file: CaseFile;
  readonly standard: Standard;
  readonly index: ProcessIndex;
  readonly seal: CaseSeal;
  readonly session: TrackingSession;
  readonly setting: Setting;
}

export const loadOwnCase = async (ports: OwnCasePorts, token: string): Promise<OwnCase | undefined> => {
  const setting = await getSetting(ports);
  const session = await readTrackingSession(ports.vault, token, setting.now);
  const file = session && (await ports.cases.findFile(session.caseId));
  if (!session || !file || file.record.snapshot.ticket !== session.ticket) return undefined;
  const { snapshot, key } = file.record;
  const { standard } = await ports.standards.getPinned(snapshot.standard);
  return {
    file,
    standard,
    index: indexOf(standard.process),
    seal: caseSeal(ports.vault, key, snapshot.id),
    session,
    setting,
  };
};

/** The case as it stands after a command, without reading it again. */
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
