// What sending a scan needs wherever it is asked for: the upload form, the waiting page, and the end of patience.
import type { PreparedUpload } from '@layan/application/document/expect-upload';
import type { RequirementView } from '@layan/application/filing/filing-view';
import { ScanPage, type ScanProps } from '@layan/portal/pages/scan';
import { ScanWaitingPage } from '@layan/portal/pages/scan-waiting';
import type { UploadFields } from '@layan/portal/parts/scan-form';
import { goOn, notFound, personalPage, say } from '../answer.tsx';
import type { PortalContext } from '../env.ts';
import { lastRejection } from '../present/scan.ts';

/** About a minute without JavaScript; then something is not normal. */
const PATIENCE = 20;

export const waitingPath = (scanPath: string, document: string): string =>
  `${scanPath}/diperiksa/${document}`;

const uploadFields = (scanPath: string, { documentId, form, maxBytes }: PreparedUpload): UploadFields => ({
  url: form.url,
  fields: form.fields,
  maxBytes,
  waitingPath: waitingPath(scanPath, documentId),
});

/** Lets this page's form go to object storage. */
const allowUpload = (c: PortalContext, { form }: PreparedUpload): void =>
  c.set('formTargets', [new URL(form.url).origin]);

/** The page that sends a scan, with what was wrong with the last one. */
export const showUpload = (
  c: PortalContext,
  page: ScanProps,
  requirement: RequirementView,
  scanPath: string,
  prepared: PreparedUpload,
): Response | Promise<Response> => {
  allowUpload(c, prepared);
  const problem = lastRejection(requirement);
  return personalPage(
    c,
    <ScanPage
      {...page}
      upload={uploadFields(scanPath, prepared)}
      {...(problem === undefined ? {} : { problem })}
    />,
  );
};

/** Leads back to the scan's page once it is decided, there with its result. */
export const waitForScan = (
  c: PortalContext,
  service: string,
  requirement: RequirementView,
  scanPath: string,
): Response | Promise<Response> => {
  const id = c.req.param('document') ?? '';
  const document = requirement.documents.find((candidate) => candidate.id === id);
  if (!document) return notFound(c);
  if (document.state === 'accepted' || document.state === 'rejected') return goOn(c, scanPath);
  const here = waitingPath(scanPath, id);
  // Object storage adds names of its own to the address; they do not stay there.
  if (c.req.query('key') !== undefined) return goOn(c, here);
  const looked = Math.max(0, Math.trunc(Number(c.req.query('ke') ?? 0))) || 0;
  return personalPage(
    c,
    <ScanWaitingPage
      site={c.get('site')}
      service={service}
      label={requirement.label}
      again={`${here}?ke=${Math.min(looked + 1, PATIENCE)}`}
      resend={scanPath}
      slow={looked >= PATIENCE}
    />,
  );
};

export const tooManyScans = (c: PortalContext, back: string) =>
  say(c, 429, {
    title: 'Sudah terlalu banyak foto dikirim',
    sentences: [
      'Untuk berkas ini kami tidak menerima foto lagi lewat situs. Jawaban lain sudah tersimpan.',
      'Bawa berkas aslinya ke loket. Petugas membantu melanjutkan.',
    ],
    way: { path: back, label: 'Kembali' },
  });
