// Loads the whole file of a case for the holder of a tracking session. One query.
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Standard } from '@layan/domain/standard/standard';
import type { CaseFile } from '../ports/cases.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type CaseSeal, caseSeal } from '../sealing/case-seal.ts';
import {
  readTrackingSession,
  type TrackingSession,
  writeTrackingSession,
} from '../session/tracking-session.ts';
import { getSetting, type Setting, type SettingPorts } from '../tenant/setting.ts';

export type OwnCasePorts = SettingPorts & Pick<Ports, 'standards' | 'cases' | 'vault'>;

export interface OwnCase {
  readonly file: CaseFile;
  readonly standard: Standard;
  readonly index: ProcessIndex;
  readonly seal: CaseSeal;
  readonly session: TrackingSession;
  readonly setting: Setting;
}

export const readOwnCase = async (ports: OwnCasePorts, token: string): Promise<OwnCase | undefined> => {
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

/** The session, longer by this look. */
export const renewed = async (
  { vault }: Pick<Ports, 'vault'>,
  { session, setting }: OwnCase,
): Promise<{ readonly session: string }> => ({
  session: await writeTrackingSession(vault, session, setting.now),
});
