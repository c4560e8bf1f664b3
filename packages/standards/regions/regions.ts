// Districts and villages of the local governments we know; source and licence in README.md beside the data.
import type { RegionCode } from '@layan/domain/kernel/ids';
import { Regions } from '@layan/domain/tenant/regions';
import lumajang from './kab-lumajang.json' with { type: 'json' };
import kupang from './kota-kupang.json' with { type: 'json' };
import pekalongan from './kota-pekalongan.json' with { type: 'json' };
import probolinggo from './kota-probolinggo.json' with { type: 'json' };

const known = new Map<string, Regions>(
  [probolinggo, pekalongan, kupang, lumajang].map((data) => [data.code, Regions.parse(data)]),
);

/** By the code of the kota or kabupaten, `35.74`; undefined when its villages are not in our data yet. */
export const findRegions = (code: RegionCode): Regions | undefined => known.get(code);
