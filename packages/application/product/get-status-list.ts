// The signed status list of a register, for whoever wants to check cards. One get.

import { err, ok, type Result } from '@layan/domain/kernel/result';
import { parseStatusListName } from '@layan/domain/product/parse-status-list-name';
import type { KeptStatusList } from '../ports/status-lists.ts';
import type { Ports } from '../ports/surroundings.ts';

export const makeGetStatusList =
  ({ statusLists }: Pick<Ports, 'statusLists'>) =>
  async ({
    list,
  }: {
    /** "dinsos.kartuBestari/2026" */
    readonly list: string;
  }): Promise<
    Result<Pick<KeptStatusList, 'signed' | 'issuedAt'>, { readonly code: 'status-list-not-found' }>
  > => {
    const kept = parseStatusListName(list) && (await statusLists.find(list));
    return kept
      ? ok({ signed: kept.signed, issuedAt: kept.issuedAt })
      : err({ code: 'status-list-not-found' });
  };
