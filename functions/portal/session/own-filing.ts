// The unsent filing of this browser, or the page that says there is none.
import type { FilingView } from '@layan/application/filing/filing-view';
import { makeGetFiling } from '@layan/application/filing/get-filing';
import { filingGone, goOn } from '../answer.tsx';
import type { PortalContext } from '../env.ts';
import { paths } from '../present/filing-way.ts';
import { readCookie } from './cookies.ts';

export interface OwnFiling {
  readonly session: string;
  readonly view: FilingView;
}

/**
 * Undefined without a cookie, and for one that opens nothing here. Nor does any where a government has closed: what is unsent is
 * not sent any more, and whoever leaves a phone there leaves no note (`routes/receipt.tsx`).
 */
export const findOwnFiling = async (c: PortalContext): Promise<OwnFiling | undefined> => {
  const session = readCookie(c, 'permohonan');
  if (session === undefined || c.get('tenant').state === 'closed') return undefined;
  const filing = await makeGetFiling(c.get('ports'))({ session });
  return filing.ok ? { session, view: filing.value } : undefined;
};

/** Runs the page for a filing that can still be changed; a sent one only has its receipt. */
export const withOpenFiling = async (
  c: PortalContext,
  show: (filing: OwnFiling) => Response | Promise<Response>,
): Promise<Response> => {
  const filing = await findOwnFiling(c);
  if (!filing) return filingGone(c);
  return filing.view.sent ? goOn(c, paths.receipt) : show(filing);
};
