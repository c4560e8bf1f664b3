// Drafts that are before the public now, for the portal's first page. One query.
import type { StandardId } from '@layan/domain/kernel/ids';
import type { StandardSummary } from '../ports/standards.ts';
import type { Ports } from '../ports/surroundings.ts';
import { momentOf } from './moment.ts';

export interface ConsultationSummary {
  readonly id: StandardId;
  readonly shortTitle: string;
  readonly until: string;
}

/** Whether remarks are welcome on that day. */
export const isOpenOn = (
  { stage, consultation }: Pick<StandardSummary, 'stage' | 'consultation'>,
  today: string,
): boolean =>
  stage === 'consultation' &&
  consultation !== undefined &&
  consultation.from <= today &&
  today <= consultation.until;

export const makeListConsultations =
  (ports: Pick<Ports, 'standards' | 'directory' | 'clock'>) =>
  async (): Promise<readonly ConsultationSummary[]> => {
    const { today } = await momentOf(ports);
    return (await ports.standards.list())
      .filter((one) => isOpenOn(one, today))
      .map(({ id, shortTitle, consultation }) => ({ id, shortTitle, until: consultation?.until ?? '' }));
  };
