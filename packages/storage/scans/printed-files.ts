// Where a print waits to be fetched: an object of its own under a name nobody can guess, sealed with the tenant's key,
// gone after a day.
import { randomBytes } from 'node:crypto';
import type { Printing } from '@layan/application/ports/printing';
import { putObject } from './put-object.ts';
import type { ScanLinkParts } from './scan-links.ts';
import { viewLink } from './view-link.ts';

const PDF = 'application/pdf';
const NAME_BYTES = 20;

export const printedFiles = (parts: ScanLinkParts): Pick<Printing, 'keep'> => ({
  keep: async ({ bytes, fileName }) => {
    // Under a new name every time, so that it may be sent again.
    const newName = () => `printed/${parts.bucket.tenant}/${randomBytes(NAME_BYTES).toString('hex')}.pdf`;
    const { key, status } = await putObject(parts, newName, { bytes, contentType: PDF });
    if (status !== 200) throw new Error(`A print was not kept: ${status}.`);
    return viewLink(parts, key, { contentType: PDF, fileName });
  },
});
