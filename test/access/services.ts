// The services that the offices of the matrix run: claims and cards, letters, complaints, proposals gathered into batches.
// Together they have an object for every operation, and every kind of role: of an area, of a confidential matter, outside.
import { AgencyId } from '@layan/domain/kernel/ids';
import { Standard } from '@layan/domain/standard/standard';
import { batchId, proposal, proposalBatch, proposalId } from '@layan/domain/testing/a-batch';
import { complaintService } from '@layan/domain/testing/a-complaint-service';
import { letterService } from '@layan/domain/testing/a-letter-service';
import { ultpk } from '@layan/standards/kota-probolinggo/ultpk';

const hold: Standard['process']['suspensions'] = [
  {
    id: 'hold',
    label: 'Tunda',
    role: 'officer',
    limit: { amount: 5, unit: 'working_day' },
    calendar: 'office',
    atMost: 3,
    citizen: 'Permohonan Anda kami tunda.',
    basis: { cites: ['procedure.1'] },
  },
];

/** Letters that can be put on hold, and whose promise can be given more time. */
const letters: Standard = {
  ...letterService,
  process: {
    ...letterService.process,
    suspensions: hold,
    deadlines: letterService.process.deadlines.map((deadline) =>
      deadline.id === 'letter'
        ? {
            ...deadline,
            extension: { role: 'officer', by: { amount: 2, unit: 'working_day' as const }, atMost: 2 },
          }
        : deadline,
    ),
  },
};

export interface Services {
  readonly claims: Standard;
  readonly letters: Standard;
  readonly complaints: Standard;
  readonly proposals: Standard;
  readonly batches: Standard;
}

/** The same services of any agency: ids of standards are one list per tenant, so each office has its own. */
export function servicesOf(agency: AgencyId, suffix: string): Services {
  const name = (id: string) => `${id}${suffix}`;
  const ids = [ultpk.id, proposalId, batchId];
  const own = (standard: Standard, id: string): Standard => {
    const renamed = ids.reduce<string>(
      (text, known) => text.replaceAll(`"${known}"`, `"${name(known)}"`),
      JSON.stringify({ ...standard, agency: AgencyId.parse(agency) }),
    );
    return Standard.parse({ ...JSON.parse(renamed), id: name(id) });
  };
  return {
    claims: own(ultpk, ultpk.id),
    letters: own(letters, 'surat-uji'),
    complaints: own(complaintService, 'aduan-uji'),
    proposals: own(proposal, proposalId),
    batches: own(proposalBatch, batchId),
  };
}
