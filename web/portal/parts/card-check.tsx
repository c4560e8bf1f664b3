// The place where the script shows what the code on a card says. Empty without a script, and then nothing is missing.
import type { Child } from 'hono/jsx';

export interface CardCheckProps {
  /** record: the page of a card found here. kept: the page a phone keeps for times without a network. ready: prepares the phone. */
  readonly page: 'record' | 'kept' | 'ready';
  readonly tenant: string;
  readonly zone: string;
  /** Whether the record says that the card is valid. */
  readonly holds?: boolean;
  /** What it stands on. */
  readonly paper?: 'kartu' | 'surat';
  readonly children?: Child;
}

export const CardCheck = ({ page, tenant, zone, holds, paper, children }: CardCheckProps) => (
  <div
    data-card-check={page}
    data-tenant={tenant}
    data-zone={zone}
    {...(holds ? { 'data-holds': 'yes' } : {})}
    {...(paper === undefined ? {} : { 'data-paper': paper })}
    role="status"
  >
    {children}
  </div>
);
