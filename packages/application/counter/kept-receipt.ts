// A receipt on paper as it is kept: the clerk's own words for it are sealed with the filing, and then with the case.
import type { Sealed } from '@layan/domain/case/facts';
import { isSealed } from '@layan/domain/case/facts';
import { onPaperInWords, type PaperReceipt } from '@layan/domain/case/paper-receipt';
import type { KeptReceipt } from '../ports/filings.ts';
import type { CaseSeal } from '../sealing/case-seal.ts';

export const sealReceipt = async (
  seal: CaseSeal,
  { text, ...receipt }: PaperReceipt,
): Promise<KeptReceipt> => ({
  ...receipt,
  ...(text !== undefined && { text: await seal.sealText('late', text) }),
});

export const openReceipt = async (
  seal: CaseSeal,
  { text, ...receipt }: KeptReceipt,
): Promise<PaperReceipt> => ({
  ...receipt,
  ...(text && { text: (await seal.openText('late', text)) ?? '' }),
});

/** The reason as the case keeps it: words of ours in clear, typed ones sealed. */
export const sealReason = async (
  seal: CaseSeal,
  { reason: kind }: Pick<KeptReceipt, 'reason'>,
  reason: string,
): Promise<string | Sealed> => (kind === 'other' ? seal.sealText('late', reason) : reason);

export const onPaperText = async (seal: CaseSeal, reason: string | Sealed): Promise<string> =>
  onPaperInWords(
    isSealed(reason)
      ? ((await seal.openText('late', reason)) ?? seal.unopened('alasan yang tidak terbaca'))
      : reason,
  );
