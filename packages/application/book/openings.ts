// The log of a suggestion box: an opening is recorded once, and its letters are entered from it afterwards.
import { type ReceiptTime, readReceiptTime } from '@layan/domain/case/paper-receipt';
import { momentInWords } from '@layan/domain/deadline/dates-in-words';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { randomId } from '../kernel/random-id.ts';
import type { OpeningRef } from '../ports/openings.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type SettingPorts } from '../tenant/setting.ts';
import type { BookFailure } from './errors.ts';
import { type OpenBook, type OpenBookError, type OpenBookInput, openBook } from './open-book.ts';

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

type OpeningPorts = SettingPorts & Pick<Ports, 'standards' | 'openings'>;

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

const view = async (ports: OpeningPorts, opened: OpenBook): Promise<Openings> => {
  const { tenant } = await getSetting(ports);
  const { zone } = tenant.calendar;
  const openings = await ports.openings.latest(boxOf(opened), shown);
  return {
    service: opened.version.standard.shortTitle,
    channel: opened.channel.label,
    zone,
    openings: openings.map(({ id, openedAt, by, witness, letters, entered }) => ({
      id,
      openedAt,
      opened: momentInWords(zone, openedAt),
      by: by.name,
      witness,
      letters,
      entered: entered.length,
    })),
  };
};

export const makeListOpenings =
  (ports: OpeningPorts) =>
  async (input: OpenBookInput): Promise<Result<Openings, OpeningsError>> => {
    const opened = await openBox(ports, 'list-openings', input);
    return opened.ok ? ok(await view(ports, opened.value)) : opened;
  };

export const makeRecordOpening =
  (ports: OpeningPorts & Pick<Ports, 'random'>) =>
  async (input: RecordOpeningInput): Promise<Result<Openings, RecordOpeningError>> => {
    const opened = await openBox(ports, 'record-opening', input);
    if (!opened.ok) return opened;
    const { tenant, now } = await getSetting(ports);
    const at = readReceiptTime(input.opened, { zone: tenant.calendar.zone, now });
    if (!at.ok) return err({ code: 'opening-time-refused', problem: at.error });
    const { id, name } = input.member;
    const recorded = await ports.openings.record({
      ...boxOf(opened.value),
      id: randomId(ports.random),
      openedAt: at.value,
      by: { id, name },
      witness: input.witness.trim(),
      letters: input.letters,
      recordedAt: now,
    });
    if (!recorded.ok) throw new Error('the id of an opening was drawn twice');
    return ok(await view(ports, opened.value));
  };
