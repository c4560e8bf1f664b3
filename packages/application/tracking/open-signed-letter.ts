// A link to a signed letter for the holder of a tracking session. Each is counted, apart from prints: who looked at the file
// still gets the first print at the counter.
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProductState } from '@layan/domain/product/product-state';
import type { Ports } from '../ports/surroundings.ts';
import { readTrackingSession } from '../session/tracking-session.ts';
import type { TrackingFailure } from './errors.ts';

/** What is no longer good is not handed out again. */
const handedOver: ReadonlySet<ProductState> = new Set(['provisional', 'active']);

export const isHandedOver = (state: ProductState): boolean => handedOver.has(state);

const LINK_SECONDS = 300;
/** How a print of this kind is told from those at the counter. */
const PORTAL = 'portal';
const APPLICANT = 'applicant';

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

export const makeOpenSignedLetter =
  (ports: Pick<Ports, 'cases' | 'vault' | 'clock' | 'products' | 'letters' | 'documents'>) =>
  async (input: {
    readonly session: string;
    readonly letter: string;
  }): Promise<Result<{ readonly url: string }, TrackingFailure<'session-ended' | 'letter-not-found'>>> => {
    const now = ports.clock.now();
    const session = await readTrackingSession(ports.vault, input.session, now);
    const found = session && (await ports.cases.findStatus(session.ticket));
    if (!session || !found || found.status.caseId !== session.caseId) return err({ code: 'session-ended' });
    const product = found.status.products.find(({ id }) => id === input.letter);
    if (!product?.signed || !isHandedOver(product.state)) return err({ code: 'letter-not-found' });
    const { sha256, document } = product.signed;
    const upload = document && (await ports.documents.find(session.caseId, document));
    const contentType = upload?.contentType ?? 'application/pdf';
    await ports.products.notePrint({
      ...{ id: product.id, at: now, by: APPLICANT, layout: PORTAL },
      downloaded: true,
    });
    const name = (product.number ?? product.label).replace(/[^A-Za-z0-9]+/g, '-');
    const fileName = `${name}.${endings[contentType]}`;
    const { caseId } = session;
    const link = { caseId, sha256, contentType, fileName, seconds: LINK_SECONDS };
    return ok({ url: await ports.letters.link(link) });
  };
