// The national library: standards that any agency may take as its own and change. Heavy: import it only where it is asked for.

import { TenantId } from '@layan/domain/kernel/ids';
import type { Standard } from '@layan/domain/standard/standard';
import { ultpk } from './kota-probolinggo/ultpk.ts';

export interface Template {
  /** Stable over versions; kept by whoever adopts it. */
  readonly id: string;
  readonly title: string;
  /** The local government whose published standard it is; absent for what is common to all. */
  readonly tenant?: TenantId;
  /** One sentence: for whom, and what for. */
  readonly sentence: string;
  readonly standard: Standard;
}

export const library: readonly Template[] = [
  {
    id: 'kota-probolinggo-ultpk',
    title: ultpk.shortTitle,
    tenant: TenantId.parse('kota-probolinggo'),
    sentence: 'Permohonan bantuan di unit layanan kemiskinan: periksa data, survei ke rumah, lalu kartu.',
    standard: ultpk,
  },
];
