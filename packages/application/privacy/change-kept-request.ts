// Changes a request that is kept, whoever else changes it at this moment: it is read again, and changed as it stands then.
import type { RequestId } from '@layan/domain/privacy/subject-request';
import type { RequestRecord } from '../ports/privacy.ts';
import type { Ports } from '../ports/surroundings.ts';

const attempts = 5;

/** Whether there was something to change; `change` answers undefined where there is not. */
export const changeKeptRequest = async (
  { requests }: Pick<Ports, 'requests'>,
  id: RequestId,
  change: (record: RequestRecord) => Promise<RequestRecord | undefined>,
): Promise<boolean> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const record = await requests.find(id);
    const after = record && (await change(record));
    if (!record || !after) return false;
    if ((await requests.save(after, record.request.revision)).ok) return true;
  }
  throw new Error(`Request ${id} changed again and again while it was to be changed.`);
};
