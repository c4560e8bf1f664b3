// The log of a suggestion box: an opening is recorded once, and its letters are entered from it afterwards.

import { managerRole } from '@layan/domain/case/authority';
import { type ReceiptTime, readReceiptTime } from '@layan/domain/case/paper-receipt';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { CaseId, type StaffId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { randomId } from '../kernel/random-id.ts';
import type { Opening, OpeningRef } from '../ports/openings.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import type { Vault } from '../ports/vault.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';
import type { BookFailure } from './errors.ts';
import { hiddenName, type OpenBook, type OpenBookError, type OpenBookInput, openBook } from './open-book.ts';

export interface OpeningView extends OpeningRef {
  readonly opened: string;
  readonly by: string;
  readonly witness: string;
  readonly letters: number;
  readonly entered: number;
}

export interface Openings {
  readonly service: string;
  readonly channel: string;
  readonly zone: string;
  /** Newest first. */
  readonly openings: readonly OpeningView[];
}

export interface RecordOpeningInput extends OpenBookInput {
  readonly opened: ReceiptTime;
  readonly letters: number;
  readonly witness: string;
}

export type OpeningsError = OpenBookError | BookFailure<'not-a-box'>;
export type RecordOpeningError = OpeningsError | BookFailure<'opening-time-refused'>;

type OpeningPorts = SettingPorts & Pick<Ports, 'standards' | 'openings' | 'vault'>;

const shown = 30;

const openBox = async (
  ports: Pick<Ports, 'standards'>,
  operation: 'list-openings' | 'record-opening',
  input: OpenBookInput,
): Promise<Result<OpenBook, OpeningsError>> => {
  const opened = await openBook(ports, operation, input);
  if (!opened.ok) return opened;
  return opened.value.channel.receipt === 'opened' ? opened : err({ code: 'not-a-box' });
};

const boxOf = ({ version: { standard }, channel }: OpenBook) => ({
  agency: standard.agency,
  standard: standard.id,
  channel: channel.id,
});

/** Who wrote the name down, and who answers for the book. */
const readsWitness = ({ id, roles }: Membership, recordedBy: StaffId): boolean =>
  id === recordedBy || roles.includes(managerRole);

const witnessOf = async (
  vault: Vault,
  { id, key, witness }: Pick<Opening, 'id' | 'key' | 'witness'>,
): Promise<string> => {
  const opened = await vault.open(key, { caseId: CaseId.parse(id), field: 'witness' }, witness);
  return opened.ok ? opened.value : hiddenName;
};

const view = async (ports: OpeningPorts, opened: OpenBook, member: Membership): Promise<Openings> => {
  const { tenant } = await getSetting(ports);
  const { zone } = tenant.calendar;
  const openings = await ports.openings.latest(boxOf(opened), shown);
  return {
    service: opened.version.standard.shortTitle,
    channel: opened.channel.label,
    zone,
    openings: await Promise.all(
      openings.map(async ({ id, openedAt, by, letters, entered, ...one }) => ({
        id,
        openedAt,
        opened: momentInWords(zone, openedAt),
        by: by.name,
        witness: readsWitness(member, by.id) ? await witnessOf(ports.vault, { id, ...one }) : hiddenName,
        letters,
        entered: entered.length,
      })),
    ),
  };
};

export const makeListOpenings =
  (ports: OpeningPorts) =>
  async (input: OpenBookInput): Promise<Result<Openings, OpeningsError>> => {
    const opened = await openBox(ports, 'list-openings', input);
    return opened.ok ? ok(await view(ports, opened.value, input.member)) : opened;
  };

export const makeRecordOpening =
  (ports: OpeningPorts & Pick<Ports, 'random'>) =>
  async (input: RecordOpeningInput): Promise<Result<Openings, RecordOpeningError>> => {
    const opened = await openBox(ports, 'record-opening', input);
    if (!opened.ok) return opened;
    const { tenant, now } = await getSetting(ports);
    const at = readReceiptTime(input.opened, { zone: tenant.calendar.zone, now });
    if (!at.ok) return err({ code: 'opening-time-refused', problem: at.error });
    const { id: by, name } = input.member;
    const id = randomId(ports.random);
    const caseId = CaseId.parse(id);
    const key = await ports.vault.newKey(caseId);
    const recorded = await ports.openings.record({
      ...boxOf(opened.value),
      id,
      key,
      openedAt: at.value,
      by: { id: by, name },
      witness: await ports.vault.seal(key, { caseId, field: 'witness' }, input.witness.trim()),
      letters: input.letters,
      recordedAt: now,
    });
    if (!recorded.ok) throw new Error('the id of an opening was drawn twice');
    return ok(await view(ports, opened.value, input.member));
  };
