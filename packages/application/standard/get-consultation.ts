// The draft of a service that is before the public, for everyone: its text, its period, and where remarks go.
import type { StandardId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { Consultation } from '@layan/domain/standard/life';
import type { StandardVersion } from '@layan/domain/standard/standard-version';
import type { Agency } from '@layan/domain/tenant/tenant';
import type { Ports } from '../ports/surroundings.ts';
import { getProfile } from '../tenant/get-profile.ts';
import type { StandardFailure } from './errors.ts';
import { isOpenOn } from './list-consultations.ts';
import { momentOf } from './moment.ts';

export interface PublicDraft {
  readonly version: StandardVersion;
  readonly consultation: Consultation;
  readonly agency: Agency;
  /** Whether remarks are still, or already, welcome. */
  readonly open: boolean;
  /** The published service of the agency that takes complaints and remarks. */
  readonly remarks?: StandardId;
  /** Another version is in force meanwhile. */
  readonly published: boolean;
}

export const makeGetConsultation =
  (ports: Pick<Ports, 'standards' | 'directory' | 'clock'>) =>
  async (input: {
    readonly service: StandardId;
  }): Promise<Result<PublicDraft, StandardFailure<'standard-not-found'>>> => {
    const listed = await ports.standards.list();
    const known = listed.find(({ id }) => id === input.service);
    if (known?.stage !== 'consultation' || known.draft === undefined)
      return err({ code: 'standard-not-found' });
    const version = await ports.standards.find(known.id, known.draft);
    const { agencies } = await getProfile(ports.directory);
    const agency = agencies.find(({ id }) => id === known.agency);
    if (version?.state !== 'consultation' || !version.consultation || !agency)
      return err({ code: 'standard-not-found' });
    const { today } = await momentOf(ports);
    const { complaints } = version.standard;
    // Of the same agency: nobody sends remarks on their draft to the desk of another.
    const remarks = listed.find(
      (one) => one.id === complaints && one.published !== undefined && one.agency === known.agency,
    )?.id;
    return ok({
      version,
      consultation: version.consultation,
      agency,
      open: isOpenOn(known, today),
      ...(remarks !== undefined && { remarks }),
      published: known.published !== undefined,
    });
  };
